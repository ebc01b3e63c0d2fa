import type { ClauseHit } from '#search/contract.ts';
import type { Language, ProvisionType } from '#core/model/standard.ts';
import { chooseClauses } from '#search/shared/choose-clauses.ts';
import { excerptText, rateText } from '#search/shared/highlight.ts';
import { standardPath } from '#search/paths.ts';
import type { TextClauseParts, TextParts } from './text-file.ts';

/** One text of a standard that holds all that was asked for. */
export interface TextHit {
  readonly slug: string;
  readonly language: Language;
  /** The clauses that answer, best first. */
  readonly clauses: readonly TextClause[];
  /** Only 前言 and lists of references have it. */
  readonly peripheral: boolean;
  /** One clause holds all that was asked for as it was typed. */
  readonly literal: boolean;
}

export interface TextClause {
  /** Holds all that was asked for, not just some of it. */
  readonly whole: boolean;
  readonly provisions: readonly ProvisionType[];
  readonly draw: () => ClauseHit;
}

/** Null when the text does not hold all of the search terms. */
export function checkText(
  { slug, language, whole: text, clauses }: TextParts,
  searchTerms: readonly string[],
): TextHit | null {
  if (!rateText(text, searchTerms).all) return null;
  const answers = clauses.flatMap((clause) => {
    const { label, title, peripheral, provisions, whole: own } = clause;
    const { score, all } = rateText(own, searchTerms);
    if (score === 0) return [];
    const draw = () => toClauseHit(clause, { slug, language }, searchTerms);
    return [{ label, title, text: own, peripheral, score, whole: all, provisions, draw }];
  });
  const core = answers.filter(({ peripheral }) => !peripheral).map(({ text: own }) => own);
  const literal = answers.some(({ score }) => score === 2 * searchTerms.length);
  return {
    slug,
    language,
    clauses: chooseClauses(answers, searchTerms),
    peripheral: !rateText(core.join('\n'), searchTerms).all,
    literal,
  };
}

/** A clause as a hit shows it, with an excerpt around what was looked for. */
export function toClauseHit(
  { id, label, title, body }: TextClauseParts,
  { slug, language }: { readonly slug: string; readonly language: Language },
  searchTerms: readonly string[],
): ClauseHit {
  const snippet = excerptText(body, searchTerms);
  return { path: standardPath(slug, language, id), label, title, snippet, language };
}

import type { ClauseHit } from '#search/contract.ts';
import type { Language, ProvisionType } from '#core/model/standard.ts';
import { chooseClauses } from '#search/shared/choose-clauses.ts';
import { excerptText, rateText } from '#search/shared/highlight.ts';
import { standardPath } from '#search/paths.ts';
import { splitHeading } from './heading.ts';
import { LITERALS } from './literals.ts';

/** A page as Pagefind gives it back. */
export interface PagefindData {
  readonly meta: Readonly<Record<string, string>>;
  /** Words joined by U+200B; `<` and `>` as entities. */
  readonly raw_content: string;
  readonly anchors: readonly PagefindAnchor[];
}

interface PagefindAnchor {
  readonly id: string;
  readonly text: string;
  /** Index of the first word of the heading. */
  readonly location: number;
}

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
  { meta, raw_content, anchors }: PagefindData,
  searchTerms: readonly string[],
): TextHit | null {
  const end = anchors.find(({ id }) => id === LITERALS)?.location;
  const words = raw_content.split('\u200b').slice(0, end);
  if (!rateText(unescape(words.join('')), searchTerms).all) return null;
  const language: Language = meta['language'] === 'en' ? 'en' : 'zh';
  const slug = meta['slug'] ?? '';
  const ordered = anchors
    .filter(({ id }) => id !== LITERALS)
    .sort((a, b) => a.location - b.location);
  const answers = ordered.flatMap((anchor, at) => {
    const text = unescape(words.slice(anchor.location, ordered[at + 1]?.location).join(''));
    const { score, all } = rateText(text, searchTerms);
    if (score === 0) return [];
    const heading = splitHeading(anchor.text);
    const { label, title, peripheral, provisions } = heading;
    const draw = (): ClauseHit => {
      // The text begins with the heading and the point that Pagefind puts behind it.
      const body = trimPoints(text.replace(/\s+/g, ' ').slice(anchor.text.length));
      const snippet = excerptText(body, searchTerms);
      const path = standardPath(slug, language, anchor.id);
      return { path, label, title, snippet, language };
    };
    return [{ label, title, text, peripheral, score, whole: all, provisions, draw }];
  });
  const core = answers.filter(({ peripheral }) => !peripheral).map(({ text }) => text);
  const literal = answers.some(({ score }) => score === 2 * searchTerms.length);
  return {
    slug,
    language,
    clauses: chooseClauses(answers, searchTerms),
    peripheral: !rateText(core.join('\n'), searchTerms).all,
    literal,
  };
}

function trimPoints(text: string): string {
  return text.replace(/^[\s.]+|\s*\.\s*$/g, '');
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

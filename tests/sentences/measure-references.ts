import { numberKey, parseNumber } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import type { Reference } from '#core/model/standard.ts';
import { draw } from '../core/render/draw.ts';
import { readSet, Tallies } from './read.ts';
import type { Half, LabelledText } from './read.ts';

interface LabelledReference {
  readonly number?: string;
  readonly year?: string;
  readonly edition?: string;
  readonly allParts?: boolean;
  readonly clauses?: readonly string[];
  readonly self?: boolean;
}

interface ReferenceText extends LabelledText {
  readonly references: readonly LabelledReference[];
}

/** A document by its key, with the edition where one is named; and each clause of it. */
interface Cited {
  readonly document: string;
  readonly clauses: readonly string[];
}

function parse(text: string): StandardNumber {
  const parsed = parseNumber(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.zh}`);
  return parsed.number;
}

const withEdition = (key: string, edition: string | undefined): string =>
  edition === undefined ? key : `${key} ${edition}`;

/** Runs and double numbers are several documents; clauses are of the first. */
function listFound(reference: Reference): readonly Cited[] {
  const { key, raw, targetClauses = [], members = [key], others = [] } = reference;
  const edition = /[（(](\d{4}年版)[）)]/.exec(raw)?.[1];
  return [...members, ...others].map((each, at) => ({
    document: withEdition(each, edition),
    clauses: at === 0 ? targetClauses : [],
  }));
}

function listWanted({
  number,
  year,
  edition,
  allParts,
  clauses = [],
}: LabelledReference): readonly Cited[] {
  if (number === undefined) return [];
  const joined = /^(?:ISO|IEC|CISPR|ITU)/.test(number) ? ':' : '-';
  const dated = parse(year === undefined ? number : `${number}${joined}${year}`);
  const parsed = { ...dated, allParts: allParts ?? false };
  return [{ document: withEdition(numberKey(parsed), edition), clauses }];
}

const spell = (cited: readonly Cited[]) => ({
  documents: cited.map(({ document }) => document),
  clauses: cited.flatMap(({ document, clauses }) => clauses.map((each) => `${document} ${each}`)),
});

/** Documents that sentences of a half of the set cite, and clauses of them, by class. */
export function measureReferences(half: Half): {
  readonly documents: Tallies;
  readonly clauses: Tallies;
} {
  const documents = new Tallies();
  const clauses = new Tallies();
  for (const { class: name, text, references } of readSet(
    'references',
    half,
  ) as readonly ReferenceText[]) {
    const found = spell(
      draw(`# 样例\n\n${text}`)
        .text.references.filter(({ role }) => role !== 'foreword')
        .flatMap(listFound),
    );
    const wanted = spell(references.flatMap(listWanted));
    documents.add(name, found.documents, wanted.documents);
    clauses.add(name, found.clauses, wanted.clauses);
  }
  return { documents, clauses };
}

const typed = /^手打了“(第 ?\d+ ?章|附录 ?[A-Z]|[\dA-Z][\d.]*(?: ?[a-z]\))?)”/;

/**
 * Clauses of the document itself that were typed, as the rule `typed-reference` finds them. It asks for one mark in place of the
 * first of a list, so the others of a list are not found.
 */
export function measureOwnClauses(half: Half): Tallies {
  const tallies = new Tallies();
  for (const { class: name, text, references } of readSet(
    'references',
    half,
  ) as readonly ReferenceText[]) {
    const found = draw(`# 样例\n\n${text}`)
      .check()
      .flatMap(({ rule, message }) =>
        rule === 'typed-reference' ? (typed.exec(message.zh)?.[1] ?? []) : [],
      )
      .map((target) => target.replaceAll(/[第章 ]|附录/g, '').replace(/([a-z]\))$/, ' $1'));
    const wanted = references.flatMap(({ self, clauses = [] }) => (self ? clauses : []));
    tallies.add(name, found, wanted);
  }
  return tallies;
}

import { bareLabel } from '../record/clause-label.ts';
import { numberTries } from '../record/numbers.ts';
import { foldText } from '../record/spelling.ts';
import { readAsked } from './named-numbers.ts';
import type { AskedNumber } from './named-numbers.ts';

/** A question that names one standard, and says more. */
export interface NumberAndWords {
  readonly number: AskedNumber;
  /** What is asked of that standard. */
  readonly rest: string;
  /** The clause, table or annex that is named: `8.2.2`, `A`, `A.3`; empty when none is. */
  readonly clause: string;
}

/** Letters and digits in front of other words: `db9999t12-2023` of `db9999t12-2023第7.4.1条`. */
const GLUED = /^\s*(?=[^\p{Script=Han}]*[a-z])([a-z]+[a-z/ ]*\d[\da-z./-]*)(?=\s*\p{Script=Han})/u;
/** Fewer letters and digits are a product or a value. */
const SHORTEST = 5;

const CLAUSE = /(?:^|[第的之条\s])\s*((?:\d{1,2}|[a-z])(?:\.\d{1,2})+|\d{1,2}(?=\s*[条章]))/iu;
const ANNEX = /(?:附录|annex)\s*([a-z](?:\.\d{1,2})*)(?![a-z])/iu;

/** The one number that a question names beside other words, however they are glued; undefined when there is none, or several. */
export function readNumberAndWords(question: string): NumberAndWords | undefined {
  const { numbers, rest } = readAsked(question);
  const [number] = numbers;
  if (number) return numbers.length === 1 && rest !== '' ? toAsked(number, rest) : undefined;
  const folded = foldText(question);
  const [whole = '', glued = ''] = GLUED.exec(folded) ?? [];
  if (glued.replace(/[^a-z\d]/g, '').length < SHORTEST) return undefined;
  const tries = numberTries(glued).filter(({ faint }) => !faint);
  const text = glued.toUpperCase();
  const hasYear = tries[0]?.year !== null;
  return tries.length === 0
    ? undefined
    : toAsked({ text, tries, hasYear }, folded.slice(whole.length));
}

function toAsked(number: AskedNumber, rest: string): NumberAndWords {
  const clause = ((ANNEX.exec(rest) ?? CLAUSE.exec(rest))?.[1] ?? '').toUpperCase();
  return { number, rest: rest.trim(), clause };
}

/** Whether a clause as printed is the one that is named: `第5章` is 5, `附录A` is A. */
export function isNamedClause(label: string, clause: string): boolean {
  return clause !== '' && bareLabel(label).toUpperCase() === clause;
}

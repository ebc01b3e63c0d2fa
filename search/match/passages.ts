import { bareLabel } from '../record/clause-label.ts';
import { countTokens } from './tokens.ts';

/** A clause as it is weighed for questions in people's own words. */
export interface Passage {
  /** As printed: `5.2.1`, `第5章`, `附录A`; empty for the head of a text and elements without a number. */
  readonly label: string;
  readonly title: string;
  readonly text: string;
  /** 前言, a list of references, an index. */
  readonly peripheral: boolean;
}

/** What a clause is for, as far as its place tells. */
export type Place = 'body' | 'scope' | 'terms' | 'method' | 'annex' | 'aside' | 'peripheral';

/** Okapi BM25 (Robertson and Zaragoza, 2009): how soon repetition stops to count, and how much length does. */
const K1 = 1.2;
const B = 0.4;
/** Tokens of an average clause of the sample library. */
const AVERAGE = 86;
const IN_TITLE = 2;
const IN_TITLE_ABOVE = 0.75;

/** Impacts are kept in so many steps. */
export const STEPS = 31;

const PLACE_WEIGHT: Readonly<Record<Place, number>> = {
  body: 1,
  scope: 0.7,
  terms: 1,
  method: 1,
  annex: 1,
  aside: 0.5,
  peripheral: 0.4,
};

/** A place that was written down; anything else is `body`. */
export function readPlace(value: unknown): Place {
  return typeof value === 'string' && Object.hasOwn(PLACE_WEIGHT, value)
    ? (value as Place)
    : 'body';
}

/** The place of each clause of a text, in their order. */
export function placeClauses(clauses: readonly Omit<Passage, 'text'>[]): readonly Place[] {
  let chapter = '';
  return clauses.map(({ label, title, peripheral }) => {
    if (!label.includes('.') || /^(?:第|附录|Annex|Appendix)/.test(label)) chapter = title;
    if (peripheral) return 'peripheral';
    if (/^0(?:\.|$)/.test(label) || ASIDE.test(title)) return 'aside';
    if (SCOPE.test(title)) return 'scope';
    if (TERMS.test(chapter)) return 'terms';
    if (METHOD.test(chapter)) return 'method';
    return /^(?:[A-Z](?:\.|$)|附录|Annex)/.test(label) ? 'annex' : 'body';
  });
}

const SCOPE = /^(?:范\s*围|Scope)$/i;
const ASIDE = /^(?:引\s*言|Introduction|规范性引用文件|Normative references)$/i;
const METHOD =
  /(?:试验|检验|测量|测定|检测|评价|计算|检查)(?:方法|规则|步骤|程序)?$|验收|^(?:Test|Inspection|Measure|Sampling)/i;
const TERMS = /^(?:术语|Terms)/i;

/** Titles of the clauses that each clause stands in. */
function titlesAbove(clauses: readonly Passage[]): readonly (readonly string[])[] {
  const titles = new Map<string, string>();
  return clauses.map(({ label, title }) => {
    const own = bareLabel(label);
    titles.set(own, title);
    const parts = own.split('.');
    return parts.slice(1).flatMap((_, at) => titles.get(parts.slice(0, at + 1).join('.')) ?? []);
  });
}

/**
 * The tokens of each clause of a text with their impacts, 1 to `STEPS`: how much a clause says of what a token means, by
 * how often, in its title or not, and how long it is; less for scope, foreword and references.
 */
export function weighClauses(clauses: readonly Passage[]): readonly ReadonlyMap<string, number>[] {
  const places = placeClauses(clauses);
  const above = titlesAbove(clauses);
  return clauses.map(({ title, text }, at) =>
    weigh(
      [
        [title, IN_TITLE],
        [text, 1],
        [(above[at] ?? []).join(' '), IN_TITLE_ABOVE],
      ],
      PLACE_WEIGHT[places[at] ?? 'body'],
    ),
  );
}

/** The same of the head of a text: its title, and what is said of it as a whole. */
export function weighHead(title: string, lead: string): ReadonlyMap<string, number> {
  return weigh(
    [
      [title, IN_TITLE],
      [lead, 1],
    ],
    1,
  );
}

function weigh(
  fields: readonly (readonly [text: string, weight: number])[],
  place: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let length = 0;
  for (const [text, weight] of fields) {
    for (const [token, count] of countTokens(text)) {
      counts.set(token, (counts.get(token) ?? 0) + count * weight);
      if (weight >= 1) length += count;
    }
  }
  const norm = K1 * (1 - B + (B * length) / AVERAGE);
  return new Map(
    [...counts].map(([token, count]) => {
      const impact = Math.round(STEPS * place * (count / (count + norm)));
      return [token, Math.max(1, impact)];
    }),
  );
}

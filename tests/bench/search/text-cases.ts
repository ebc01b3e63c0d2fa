import { between, draw, pick, squeeze } from './case.ts';
import type { QueryCase, QuerySource } from './case.ts';
import { hanRuns } from './title-cases.ts';

type Found = Pick<QueryCase, 'relevant' | 'clauses'>;

/** Standards and clauses whose text contains a piece, as a test of its folded form. */
function textsWith({ clauses }: QuerySource, has: (folded: string) => boolean): Found {
  const found = clauses.filter(({ folded }) => has(folded));
  return {
    relevant: new Set(found.map(({ slug }) => slug)),
    clauses: new Set(found.map(({ slug, id }) => `${slug}#${id}`)),
  };
}

/** 6 to 14 characters of a clause that no punctuation, digit or letter stands between. */
export function phraseCases(source: QuerySource): readonly QueryCase[] {
  const { random, clauses, sample } = source;
  const candidates = clauses.filter(({ text }) => hanRuns(text, 6).length > 0);
  return draw(candidates, sample, random).flatMap((clause): readonly QueryCase[] => {
    const run = [...(pick(hanRuns(clause.text, 6), random) ?? '')];
    const length = Math.min(between(6, 14, random), run.length);
    const start = between(0, run.length - length, random);
    const text = run.slice(start, start + length).join('');
    const found = textsWith(source, (folded) => folded.includes(text));
    return [{ name: 'clause phrases', text, language: 'zh', ...found }];
  });
}

const VALUE =
  /(\p{Script=Han}{2,4})?([-−]?(?<![\d.])\d{2,}(?:\.\d+)?) ?(℃|%|mm|cm|m|km|kg|g|t|h|min|s|dB\(A\)|dB|W|kW|kW·h|Hz|kHz|V|A|Pa|kPa|MPa|mg\/L|mg\/kg|μm|nm|lx|lm|cd\/m²|K|L|mL|m²|m³)(?![\p{L}²³/·(])/gu;

/** Values with their units as printed, as typed on a keyboard, and with the words before them. */
export function valueCases(source: QuerySource): readonly QueryCase[] {
  const values = source.clauses.flatMap(({ text }) => [...text.matchAll(VALUE)]);
  return draw(values, source.sample, source.random).flatMap(
    ([, words = '', value = '', unit = '']): readonly QueryCase[] => {
      const forms = [
        `${value} ${unit}`,
        `${value}${unit}`,
        `${value.replace('−', '-')}${unit.replace('℃', '°C').replace('²', '2').replace('³', '3')}`,
        `${words}${value} ${unit}`,
      ];
      const text = pick(forms, source.random) ?? '';
      const asked = squeeze(text);
      const found = textsWith(source, (folded) => hasValue(folded, asked));
      if (found.relevant.size === 0) return [];
      return [{ name: 'units and values', text, language: 'zh', ...found }];
    },
  );
}

/** Whether a value stands in a text as a whole: no digit before it, no letter after it. */
function hasValue(folded: string, asked: string): boolean {
  for (let at = folded.indexOf(asked); at >= 0; at = folded.indexOf(asked, at + 1)) {
    const before = folded[at - 1] ?? '';
    const after = folded[at + asked.length] ?? '';
    if (!/[\d.]/.test(before) && !/[a-z\d]/.test(after)) return true;
  }
  return false;
}

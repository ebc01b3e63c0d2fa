import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareTexts } from '#core/compare/index.ts';
import type { Change } from '#core/compare/index.ts';
import { readClauses } from './read-clauses.ts';

/** Two sentences, what becomes of the first, and what is said of its verb and limits. */
interface Case {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly verb?: string;
  readonly limits?: readonly string[];
}

const cases = parse(
  readFileSync(join(import.meta.dirname, 'expected/sentences.yaml'), 'utf8'),
) as Readonly<Record<string, readonly Case[]>>;

/** The only change of a clause with one sentence. */
function compareSentences(from: string, to: string): readonly Change[] {
  const language = /\p{Script=Han}/u.test(from) ? 'zh' : 'en';
  return compareTexts(
    readClauses(`# 要求\n\n## 一条 {#one}\n\n${from}\n`, language),
    readClauses(`# 要求\n\n## 一条 {#one}\n\n${to}\n`, language),
  ).changes;
}

describe.each(Object.entries(cases))('%s', (_name, list) => {
  it.each(list)('$from → $to: $kind', ({ from, to, kind, verb, limits }) => {
    const changes = compareSentences(from, to);
    expect(changes.map((change) => change.kind)).toEqual(kind === 'unchanged' ? [] : [kind]);
    const [change] = changes;
    expect(change?.verb?.direction).toBe(verb);
    const found = change?.limits.map(({ direction }) => direction);
    expect(limits === undefined ? limits : found).toEqual(limits);
  });
});

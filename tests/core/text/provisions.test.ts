import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifySentence, findModals } from '#core/text/meaning/modals.ts';

interface Row {
  readonly expected: string;
  readonly hard: boolean;
  readonly sentence: string;
}

const rows: readonly Row[] = readFileSync(
  new URL('../../lists/modals.tsv', import.meta.url),
  'utf8',
)
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [expected = '', hard = '', sentence = ''] = line.split('\t');
    return { expected, hard: hard === 'trap', sentence };
  });

function label(sentence: string): string {
  const found = classifySentence(sentence, 'gbt1.1')[0] ?? null;
  return found === null ? 'none' : `${found.negative ? '-' : '+'}${found.type}`;
}

function misses(of: readonly Row[]): readonly string[] {
  return of
    .filter((row) => label(row.sentence) !== row.expected)
    .map((row) => `${row.sentence} → ${label(row.sentence)}, not ${row.expected}`);
}

describe('types of provision by modal verb', () => {
  it('has a list worth measuring', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(rows.filter((row) => row.hard).length).toBeGreaterThanOrEqual(90);
    expect(new Set(rows.map((row) => row.sentence)).size).toBe(rows.length);
  });

  it('is right for at least 95 of 100 sentences', () => {
    const wrong = misses(rows);
    expect(1 - wrong.length / rows.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('never falls into a known trap', () => {
    expect(misses(rows.filter((row) => row.hard))).toEqual([]);
  });

  it('gives place, verb and sign of each modal verb in order', () => {
    expect(findModals('供应商应提供应急预案，不宜口头约定。')).toEqual([
      { index: 3, verb: '应', type: 'requirement', negative: false },
      { index: 11, verb: '不宜', type: 'recommendation', negative: true },
    ]);
  });

  it('keeps every type of a sentence, the strongest first', () => {
    expect(classifySentence('不能满足时，可降级使用，但应标明。', 'gbt1.1')).toEqual([
      { type: 'requirement', negative: false, verb: '应' },
      { type: 'permission', negative: false, verb: '可' },
    ]);
  });

  it('knows no 能 and 可能 in the wording of engineering construction', () => {
    expect(classifySentence('该装置能连续工作。', 'gbt1.1').map(({ type }) => type)).toEqual([
      'capability',
    ]);
    expect(classifySentence('该装置能连续工作。', 'construction')).toEqual([]);
    expect(classifySentence('严禁明火作业。', 'construction')).toEqual([
      { type: 'requirement', negative: true, verb: '严禁' },
    ]);
  });
});

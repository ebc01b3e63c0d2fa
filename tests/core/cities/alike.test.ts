import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSubjects, groupSubjects } from '#core/cities/index.ts';
import type { CityStandard } from '#core/cities/index.ts';

const split = (cell = ''): readonly string[] => cell.split(';').filter(Boolean);

const labelled = readFileSync('tests/lists/cities.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line, at) => {
    const [label = '', ...cells] = line.split('\t');
    const read = (from: number, city: string): CityStandard => ({
      key: `${city} ${at}`,
      city,
      title: cells[from] ?? '',
      ics: split(cells[from + 1]),
      chains: [],
      terms: split(cells[from + 2]),
    });
    return { label, a: read(0, 'own'), b: read(3, '9903') };
  });

/** Of what was found, how much is right; of what is right, how much was found. */
function score(isFound: (found: string) => boolean, isRight: (label: string) => boolean) {
  const told = labelled.map(({ label, a, b }) => ({
    found: isFound(compareSubjects(a, b)?.likeness ?? 'other'),
    right: isRight(label),
  }));
  const count = (test: (each: (typeof told)[number]) => boolean) => told.filter(test).length;
  const both = count(({ found, right }) => found && right);
  return {
    precision: both / count(({ found }) => found),
    recall: both / count(({ right }) => right),
  };
}

describe('standards of two cities on one subject', () => {
  it('are told from others', () => {
    const { precision, recall } = score(
      (found) => found !== 'other',
      (label) => label !== 'other',
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it('are told from those whose subjects only overlap', () => {
    const { precision, recall } = score(
      (found) => found === 'same',
      (label) => label === 'same',
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it('are alike whichever way they are compared', () => {
    for (const { a, b } of labelled) {
      expect(compareSubjects(b, a)?.likeness).toBe(compareSubjects(a, b)?.likeness);
    }
  });
});

describe('subjects', () => {
  const standards = labelled.flatMap(({ a, b }) => [a, b]);

  it('hold each standard once, whatever is given', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(standards), (some) => {
        const subjects = groupSubjects(some);
        const keys = subjects.flatMap((subject) => subject.standards.map(({ key }) => key));
        expect(keys.toSorted()).toEqual(some.map(({ key }) => key).toSorted());
        for (const { standards: own, likeness, pairs } of subjects) {
          expect(new Set(own.map(({ city }) => city)).size > 1).toBe(likeness !== undefined);
          for (const { a, b } of pairs) {
            expect(a.city).not.toBe(b.city);
            expect(own).toEqual(expect.arrayContaining([a, b]));
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

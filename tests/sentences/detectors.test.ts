import { describe, expect, it } from 'vitest';
import { measureReferences } from './measure-references.ts';
import { measureLimits, measureProvisions } from './measure.ts';

/** Kinds of sentences in which a part has no verb of its own. */
const followOn = ['parts:semicolon', 'parts:colon-list', 'parts:stop-list'];

describe('types of provisions of sentences nobody here has tuned to', () => {
  const { tallies, exact } = measureProvisions('kept');

  it('finds requirements', () => {
    expect(tallies.precision('requirement')).toBeGreaterThanOrEqual(0.99);
    expect(tallies.recall('requirement')).toBeGreaterThanOrEqual(0.99);
  });

  it('keeps every type of a sentence', () => {
    expect(exact('two-types')).toBeGreaterThanOrEqual(0.9);
  });

  it('lets parts without a verb belong to what carries them', () => {
    expect(exact(...followOn)).toBeGreaterThanOrEqual(0.9);
  });
});

describe('types of provisions of the sentences that show what is meant', () => {
  const { tallies } = measureProvisions('open');

  it('finds nearly all and little else', () => {
    expect(tallies.precision('all')).toBeGreaterThanOrEqual(0.99);
    expect(tallies.recall('all')).toBeGreaterThanOrEqual(0.99);
  });
});

describe.each([
  ['open', 0.98, 0.98],
  ['kept', 0.95, 0.93],
] as const)('limits of the %s sentences', (half, precision, recall) => {
  const { tallies, told } = measureLimits(half);

  it('are found with comparator, value and unit', () => {
    expect(tallies.precision('all')).toBeGreaterThanOrEqual(precision);
    expect(tallies.recall('all')).toBeGreaterThanOrEqual(recall);
  });

  it('are told from conditions', () => {
    expect(told).toBeGreaterThanOrEqual(0.98);
  });
});

describe.each([
  ['open', 0.99, 0.99],
  ['kept', 0.98, 0.95],
] as const)('references of the %s sentences', (half, precision, recall) => {
  const { documents, clauses } = measureReferences(half);

  it('are found with year and edition; runs, shortened and double numbers one by one', () => {
    expect(documents.precision('all')).toBeGreaterThanOrEqual(precision);
    expect(documents.recall('all')).toBeGreaterThanOrEqual(recall);
  });

  it('name each clause', () => {
    expect(clauses.precision('all')).toBeGreaterThanOrEqual(precision);
    expect(clauses.recall('all')).toBeGreaterThanOrEqual(recall);
  });
});

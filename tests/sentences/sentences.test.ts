import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { provisionTerms } from '#core/terms/index.ts';

/**
 * The labelled sentences are well formed: a slip in them would be taken for a fault of the detectors they measure.
 * What the labels mean: README.md beside.
 */
type Fields = Record<string, unknown>;
interface Item extends Fields {
  readonly id: string;
  readonly set: string;
  readonly field: string;
  readonly class: string;
  readonly text: string;
}

const read = (name: string): Item[] =>
  parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Item[];
const readBoth = (name: string): Item[] => [...read(`${name}.yaml`), ...read(`kept/${name}.yaml`)];
const listOf = (item: Fields, key: string): Fields[] => (item[key] ?? []) as Fields[];

const sets = {
  provisions: readBoth('provisions'),
  limits: readBoth('limits'),
  references: readBoth('references'),
};

/** The kinds of difficulty that must be there, at least this often, in both halves. */
const hardClasses = {
  provisions:
    'ying-dui ying-yong ying-verb xu ke yi neng-clause must-condition quoted neng-word forbid two-types semicolon colon-list stop-list',
  limits:
    'not-compare bare-compare shall-not-more at-least above-below under-over range tolerance size ratio grade relative ph unit full-width table condition',
  references: 'short-code abbreviated range double clauses edition self negative',
};
const leastOfClass = 15;

const fields =
  'services food construction software agriculture marine appliances test-methods management chemistry health logistics'.split(
    ' ',
  );

/** How many times each text stands in the list, where that is more than once. */
function listTwins(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}

/** The words that cannot be found in the text one behind the other. */
function listMissing(text: string, words: readonly string[]): string[] {
  let from = 0;
  return words.filter((word) => {
    const at = text.indexOf(word, from);
    if (at < 0) return true;
    from = at + word.length;
    return false;
  });
}

describe.each(['provisions', 'limits', 'references'] as const)('%s', (name) => {
  const items = sets[name];

  it('has an id and a text of its own for each item', () => {
    expect(listTwins(items.map(({ id }) => id))).toEqual([]);
    expect(listTwins(items.map(({ text }) => text))).toEqual([]);
  });

  it('keeps the open items and the kept ones in their own files', () => {
    expect(read(`${name}.yaml`).filter(({ set }) => set !== 'open')).toEqual([]);
    expect(read(`kept/${name}.yaml`).filter(({ set }) => set !== 'kept')).toEqual([]);
  });

  it('has every field of work, and no other', () => {
    expect([...new Set(items.map(({ field }) => field))].toSorted()).toEqual(fields.toSorted());
  });

  it('has enough of each kind of difficulty, in both files', () => {
    const thin = hardClasses[name].split(' ').filter((wanted) => {
      const those = items.filter((item) => item.class === wanted);
      const kept = those.filter(({ set }) => set === 'kept').length;
      return those.length < leastOfClass || kept === 0 || kept === those.length;
    });
    expect(thin).toEqual([]);
  });
});

describe('provisions', () => {
  const types = provisionTerms.map(({ value }) => value as string);

  it('labels with types of the product, strongest first, and statement alone', () => {
    const wrong = sets.provisions
      .flatMap((item) => [item as Fields, ...listOf(item, 'parts')])
      .map(({ text, types: given }) => ({ text, given: given as string[] }))
      .filter(({ given }) => {
        const known = types.filter((type) => given.includes(type));
        const isMixed = given.length > 1 && given.includes('statement');
        return given.length === 0 || known.join() !== given.join() || isMixed;
      });
    expect(wrong).toEqual([]);
  });

  it('names modal words at the place where they stand in the text', () => {
    const wrong = sets.provisions.filter((item) => {
      const verbs = item['verbs'] as string[];
      const places = item['at'] as number[];
      const isThere = verbs.every((verb, index) => item.text.startsWith(verb, places[index]));
      const isRising = places.every((place, index) => index === 0 || place > places[index - 1]!);
      return places.length !== verbs.length || !isThere || !isRising;
    });
    expect(wrong).toEqual([]);
  });

  it('cuts into parts that stand in the text in order and together say what the whole does', () => {
    const wrong = sets.provisions.filter((item) => {
      const parts = listOf(item, 'parts');
      if (parts.length === 0) return false;
      const texts = parts.map(({ text }) => text as string);
      const own = new Set(parts.flatMap((part) => part['types'] as string[]));
      if (own.size > 1) own.delete('statement');
      const verbs = parts.flatMap((part) => part['verbs'] as string[]);
      const isWhole = own.size === (item['types'] as string[]).length;
      return (
        parts.length < 2 ||
        listMissing(item.text, texts).length > 0 ||
        !isWhole ||
        verbs.join() !== (item['verbs'] as string[]).join()
      );
    });
    expect(wrong).toEqual([]);
  });

  it('gives a modal word to what is not carried, a statement or an instruction', () => {
    const wrong = sets.provisions.filter((item) => {
      const isPlain = /^(?:statement|instruction)$/.test((item['types'] as string[]).join());
      return isPlain !== ((item['verbs'] as string[]).length === 0);
    });
    expect(wrong).toEqual([]);
  });
});

describe('limits', () => {
  const keys: Record<string, string[]> = {
    '<=': ['value'],
    '<': ['value'],
    '>=': ['value'],
    '>': ['value'],
    '=': ['value'],
    range: ['max', 'min'],
    tolerance: ['minus', 'plus'],
    grade: ['bound', 'value'],
    ratio: ['bound', 'value'],
  };
  const all = sets.limits.flatMap((item) =>
    listOf(item, 'limits').map((limit) => ({ text: item.text, limit })),
  );

  it('gives each comparator its values and no others', () => {
    const common = ['object', 'condition', 'comparator', 'unit', 'asWritten'];
    const wrong = all.filter(({ limit }) => {
      const own = Object.keys(limit).filter((key) => !common.includes(key));
      const wanted = keys[limit['comparator'] as string] ?? [];
      const optional = limit['comparator'] === 'tolerance' ? ['nominal', 'toleranceUnit'] : [];
      const isText = ['grade', 'ratio'].includes(limit['comparator'] as string);
      const numbers = own.filter((key) => !['bound', 'toleranceUnit'].includes(key));
      return (
        wanted.length === 0 ||
        wanted.some((key) => !own.includes(key)) ||
        own.some((key) => !wanted.includes(key) && !optional.includes(key)) ||
        numbers.some((key) => typeof limit[key] !== (isText ? 'string' : 'number')) ||
        typeof limit['unit'] !== 'string' ||
        !limit['object']
      );
    });
    expect(wrong).toEqual([]);
  });

  it('quotes what stands in the text, and ranges that rise', () => {
    expect(all.filter(({ text, limit }) => !text.includes(limit['asWritten'] as string))).toEqual(
      [],
    );
    const ranges = all.filter(({ limit }) => limit['comparator'] === 'range');
    expect(ranges.filter(({ limit }) => Number(limit['min']) >= Number(limit['max']))).toEqual([]);
  });

  it('has texts without a limit, and limits told apart from conditions', () => {
    expect(
      sets.limits.filter((item) => listOf(item, 'limits').length === 0).length,
    ).toBeGreaterThan(30);
    expect(all.filter(({ limit }) => limit['condition'] === true).length).toBeGreaterThan(30);
  });
});

describe('references', () => {
  const all = sets.references.flatMap((item) =>
    listOf(item, 'references').map((reference) => ({ text: item.text, reference })),
  );

  it('names either a document or clauses of this one', () => {
    const wrong = all.filter(({ reference }) => {
      const { number, self, clauses, year } = reference;
      const isOne = (typeof number === 'string') !== (self === true);
      const isDated = year === undefined || /^(?:19|20)\d{2}$/.test(year as string);
      return !isOne || !isDated || (self === true && !Array.isArray(clauses));
    });
    expect(wrong).toEqual([]);
  });

  it('has texts that cite nothing', () => {
    const none = sets.references.filter((item) => listOf(item, 'references').length === 0);
    expect(none.length).toBeGreaterThan(30);
  });
});

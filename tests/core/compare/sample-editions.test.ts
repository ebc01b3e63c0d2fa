import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compareTexts } from '#core/compare/index.ts';
import type { Change, ComparableText, Comparison } from '#core/compare/index.ts';
import { compileStandard } from '#library/compile-standard.ts';

type Sentence = readonly [string, string, string, string, string | string[]];

/** What a person wrote down about two editions, from reading both. */
interface Expected {
  readonly from: string;
  readonly to: string;
  readonly clauses: readonly (readonly [string, string])[];
  readonly inserted: readonly string[];
  readonly deleted: readonly string[];
  readonly sentences: readonly Sentence[];
  readonly missed: readonly Sentence[];
  readonly removed: readonly (readonly [string, string])[];
  readonly added: readonly (readonly [string, string])[];
  readonly tables: readonly {
    readonly from: string;
    readonly to: string;
    readonly cells: readonly (readonly [string, string, string, string, string | string[]])[];
    readonly addedRows: readonly string[];
    readonly removedRows: readonly string[];
    readonly addedColumns: readonly string[];
  }[];
}

const here = import.meta.dirname;
const standards = join(here, '../../../content/standards');

/** A sample standard as it is compiled. */
function readSample(slug: string): ComparableText {
  const kind = ['local', 'group', 'enterprise'].find((each) =>
    existsSync(join(standards, each, slug)),
  );
  const folder = join(standards, kind ?? '', slug);
  const { standard } = compileStandard({
    path: `standards/${kind}/${slug}`,
    index: readFileSync(join(folder, 'index.md')),
    english: null,
    ledger: readFileSync(join(folder, 'anchors.tsv'), 'utf8'),
    figures: [],
    digest: slug,
  });
  if (!standard) throw new Error(`${slug} does not compile`);
  return standard.text;
}

const place = (text: ComparableText, index: number | undefined): string => {
  const clause = index === undefined ? undefined : text.clauses[index];
  return clause === undefined ? '' : clause.address || clause.title;
};

const isOne = (kind: string, accepted: string | string[]): boolean =>
  [accepted].flat().includes(kind);

describe.each(['db9902-t-12', 't-sfjd-005'])('the editions of %s', (name) => {
  const expected = parse(readFileSync(join(here, `expected/${name}.yaml`), 'utf8')) as Expected;
  const [from, to] = [readSample(expected.from), readSample(expected.to)];
  const comparison: Comparison = compareTexts(from, to);
  const find = (words: string, side: 'from' | 'to', at: string): readonly Change[] =>
    comparison.changes.filter(
      (change) =>
        change[side]?.text.includes(words) &&
        place(side === 'from' ? from : to, change[side].clause) === at,
    );

  it('have the clauses that answer each other', () => {
    const pairs = comparison.sections.map((section) => [
      place(from, section.from),
      place(to, section.to),
    ]);
    expect(pairs).toEqual(expect.arrayContaining(expected.clauses.map((pair) => [...pair])));
  });

  it('have the clauses that only one of them has', () => {
    const alone = (side: 'from' | 'to', other: 'from' | 'to', text: ComparableText) =>
      comparison.sections
        .filter((section) => section[other] === undefined)
        .map((section) => place(text, section[side]));
    expect(alone('to', 'from', to)).toEqual(expect.arrayContaining([...expected.inserted]));
    expect(alone('from', 'to', from)).toEqual(expect.arrayContaining([...expected.deleted]));
  });

  /** Results of one pair of sentences that are among those a person gave. */
  const judge = ([before, words, after, others, kind]: Sentence): readonly string[] => {
    const changes = find(others, 'to', after).filter(
      (change) => change.from?.text.includes(words) && place(from, change.from.clause) === before,
    );
    const inMoved = comparison.sections.some(
      (section) =>
        section.move !== 'none' &&
        place(from, section.from) === before &&
        place(to, section.to) === after &&
        section.rows.some(
          (row) =>
            row.from?.includes(words) && row.to?.includes(others) && row.change === undefined,
        ),
    );
    const kinds = inMoved ? ['moved'] : changes.map((change) => change.kind);
    return kinds.filter((each) => isOne(each, kind));
  };

  it.each(expected.sentences.map((sentence) => ({ sentence, name: sentence.join(' ') })))(
    '$name',
    ({ sentence }) => {
      expect(judge(sentence)).toHaveLength(1);
    },
  );

  it('miss what they are known to miss', () => {
    expect(expected.missed.flatMap(judge)).toEqual([]);
  });

  it.each(expected.removed)('%s 「%s」 is gone', (at, words) => {
    expect(find(words, 'from', at).map((change) => change.kind)).toEqual(['removed']);
  });

  it.each(expected.added)('%s 「%s」 is new', (at, words) => {
    expect(find(words, 'to', at).map((change) => change.kind)).toEqual(['added']);
  });

  it.each(expected.tables)('$from → $to, cell by cell', (table) => {
    const found = comparison.sections
      .flatMap((section) => section.tables)
      .find(
        (each) => each.from?.startsWith(`${table.from}　`) && each.to?.startsWith(`${table.to}　`),
      );
    const cells = comparison.changes.filter(
      (change) => change.subject === 'cell' && change.at?.startsWith(`${table.to}　`),
    );
    for (const [row, head, before, after, kind] of table.cells) {
      const own = cells.filter(
        (change) =>
          change.from?.text === before &&
          change.to?.text === after &&
          change.at?.includes(row) &&
          change.at.endsWith(head),
      );
      expect(
        own.map((change) => isOne(change.kind, kind)),
        `${row} ${head}`,
      ).toEqual([true]);
    }
    const names = (state: string) =>
      (found?.rows ?? [])
        .filter((row) => row.state === state)
        .map((row) => row.cells[0]?.to ?? row.cells[0]?.from);
    expect(names('removed')).toEqual(table.removedRows);
    expect(names('added')).toEqual(expect.arrayContaining([...table.addedRows]));
    const heads = comparison.changes.filter(
      (change) =>
        change.subject === 'column' &&
        change.kind === 'added' &&
        change.at?.startsWith(`${table.to}　`),
    );
    expect(heads.map((change) => change.to?.text.split(' ').at(-1))).toEqual(
      expect.arrayContaining([...table.addedColumns]),
    );
  });
});

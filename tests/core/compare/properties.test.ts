import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeKinds, compareTexts } from '#core/compare/index.ts';
import type {
  Change,
  ChangeKind,
  ComparableClause,
  ComparableText,
  Comparison,
  Section,
  Summary,
} from '#core/compare/index.ts';
import { Similarity } from '../../../src/core/compare/similarity.ts';

const words = [
  '冷库',
  '温度',
  '货物',
  '企业',
  '记录',
  '设备',
  '应',
  '宜',
  '不应大于',
  '建立',
  '保存',
  '校准',
  '5 ℃',
  '30 min',
  'GB/T 191—2008',
  '表1',
  '5.2',
  '检查',
  '台账',
  '车厢',
  '、',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 9 })
  .map((list) => `${list.join('')}。`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(''));
const body = fc.array(paragraph, { minLength: 0, maxLength: 3 }).map((list) => list.join('\n'));

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const draft = fc.record({
  id: fc.constantFrom(...Array.from({ length: 12 }, (_, at) => `id${at}`)),
  title: fc.constantFrom('设施', '人员', '温度', '记录', '检查', ''),
  text: body,
});

/** Clauses of one chapter, numbered in their order. */
function toText(drafts: readonly Draft[], language: 'zh' | 'en' = 'zh'): ComparableText {
  const clauses = drafts.map((each, at): ComparableClause => ({
    ...each,
    kind: 'clause',
    address: `1.${at + 1}`,
    label: `1.${at + 1}`,
    level: 2,
    normative: true,
    parent: 0,
  }));
  const chapter = {
    id: 'chapter',
    title: '要求',
    text: '',
    kind: 'chapter',
    address: '1',
    label: '第1章',
    level: 1,
    normative: true,
    parent: null,
  } as const;
  return { language, clauses: [chapter, ...clauses], provisions: [], exhibits: [] };
}

const text = fc
  .uniqueArray(draft, { selector: ({ id }) => id, maxLength: 8 })
  .map((drafts) => toText(drafts));

const compact = (value: string): string => value.replace(/\s+/g, '');

/** All words of one side of a section, those of other clauses left out. */
const wordsOf = (section: Section, side: 'from' | 'to'): string =>
  compact(
    [section.title, ...section.rows]
      .filter((row) => !(side === 'from' && row.elsewhere !== undefined && row.to !== undefined))
      .map((row) => row[side] ?? '')
      .join(''),
  );

/** Characters of a text, in any order. */
const characters = (value: string): string => [...value].sort().join('');

const mirrored: Readonly<Record<ChangeKind | 'unchanged', ChangeKind | 'unchanged'>> = {
  added: 'removed',
  removed: 'added',
  tightened: 'loosened',
  loosened: 'tightened',
  changed: 'changed',
  moved: 'moved',
  editorial: 'editorial',
  unchanged: 'unchanged',
};

const groups = [
  'requirement',
  'instruction',
  'recommendation',
  'permission',
  'other',
  'table',
] as const satisfies readonly (keyof Summary)[];

const turn = ({ summary }: Comparison) =>
  Object.fromEntries(
    groups.map((group) => [
      group,
      Object.fromEntries(
        [...changeKinds, 'unchanged' as const].map((kind) => [
          kind,
          summary[group][mirrored[kind]],
        ]),
      ),
    ]),
  );

describe('a comparison', () => {
  it('of a text with itself has no change', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(compareTexts(one, one).changes).toEqual([]);
      }),
    );
  });

  it('holds all of both texts and nothing else', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('from' as const, 'to' as const), (from, to, side) => {
        const { sections } = compareTexts(from, to);
        const { clauses } = { from, to }[side];
        const held = new Map(
          sections.map((section) => [section[side], characters(wordsOf(section, side))]),
        );
        const written = clauses.map((clause) => characters(compact(clause.title + clause.text)));
        expect(clauses.map((_, index) => held.get(index))).toEqual(written);
        expect(sections.filter((section) => section[side] !== undefined)).toHaveLength(
          clauses.length,
        );
      }),
    );
  });

  it('shows pieces that put together are both texts', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const changes = compareTexts(from, to).changes.filter(
          ({ isPart, subject }) => !isPart && subject !== 'clause',
        );
        const join = ({ pieces }: Change, kind: string) =>
          pieces
            .filter((piece) => piece.kind === 'same' || piece.kind === kind)
            .map((piece) => piece.text)
            .join('')
            .trim();
        expect(changes.map((change) => [join(change, 'removed'), join(change, 'added')])).toEqual(
          changes.map((change) => [change.from?.text ?? '', change.to?.text ?? '']),
        );
      }),
    );
  });

  it('mirrored is that of the texts the other way round', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const [there, back] = [compareTexts(from, to), compareTexts(to, from)];
        expect(turn(back)).toEqual(there.summary);
        const pairs = (comparison: Comparison, a: 'from' | 'to', b: 'from' | 'to') =>
          comparison.sections.map((section) => `${section[a] ?? ''} ${section[b] ?? ''}`).sort();
        expect(pairs(back, 'to', 'from')).toEqual(pairs(there, 'from', 'to'));
      }),
    );
  });

  it('of clauses in another order says that they moved, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(draft, { selector: ({ id }) => id, minLength: 2, maxLength: 10 }),
        fc.infiniteStream(fc.nat()),
        (drafts, numbers) => {
          const shuffled = drafts
            .map((each) => ({ each, at: numbers.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
          const { changes, summary } = compareTexts(toText(drafts), toText(shuffled));
          expect(
            [...new Set(changes.map(({ kind }) => kind))].filter((kind) => kind !== 'moved'),
          ).toEqual([]);
          const others = changeKinds.filter((kind) => kind !== 'moved');
          const counts = groups.flatMap((group) => others.map((kind) => summary[group][kind]));
          expect(counts.filter((count) => count > 0)).toEqual([]);
          // Each clause under another number, once.
          const renumbered = shuffled.filter((each, at) => drafts[at] !== each);
          expect(changes.filter(({ subject }) => subject === 'clause')).toHaveLength(
            renumbered.length,
          );
        },
      ),
    );
  });
});

describe('a comparison of long texts', () => {
  /** Two thousand clauses with words of their own, all ids and a third of the words other in the second. */
  const makeDrafts = (edition: number): readonly Draft[] =>
    Array.from({ length: 2000 }, (_, at) => ({
      id: `e${edition}-${at}`,
      title: '',
      text: `第${String.fromCodePoint(0x4e00 + at)}${String.fromCodePoint(0x5e00 + ((at * 7) % 4000))}号设备的${String.fromCodePoint(0x6e00 + ((at * 13) % 4000))}应每${edition === 1 || at % 3 > 0 ? 12 : 6}个月检查一次。`,
    }));

  it('weighs few pairs: those that have rare words in common', () => {
    const [from, to] = [makeDrafts(1), makeDrafts(2)].map((drafts) =>
      drafts.map((each) => each.text),
    ) as [string[], string[]];
    const similarity = new Similarity(from, to);
    const all = [...from.keys()];
    const found = similarity.listNearest(all, all);
    expect(similarity.weighed).toBeLessThan(2000 * 12);
    expect(found.filter((each) => each.from === each.to)).toHaveLength(2000);
  });

  it('finds what answers what, without a common id', () => {
    const { summary, sections } = compareTexts(toText(makeDrafts(1)), toText(makeDrafts(2)));
    expect(sections.every((section) => section.from === section.to)).toBe(true);
    expect(summary.other.changed).toBe(Math.ceil(2000 / 3));
    expect(summary.other.unchanged).toBe(2000 - Math.ceil(2000 / 3));
  });
});

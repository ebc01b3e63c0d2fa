import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentRules } from '#core/check/index.ts';
import type { Diagnostic, Position } from '#core/model/diagnostic.ts';
import { parseDocument } from '#core/text/index.ts';
import { findLineStarts } from '#core/text/syntax/positions.ts';
import { applyFixes, checkSource, wrap } from './wrap.ts';

const root = new URL('../../../', import.meta.url).pathname;

const listed = readFileSync(join(root, 'tests/lists/fix-keeps.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const kept = [...new Set([...listed, ...documentRules.flatMap(({ keeps = [] }) => keeps)])];

/** What `std fix` makes of a text: all fixes, until none is left. */
function fixAll(source: string): string {
  let text = source;
  for (let round = 0; round < 5; round++) {
    const next = applyFixes(text, checkSource(text));
    if (next === text) break;
    text = next;
  }
  return text;
}

describe('words that a fix leaves alone', () => {
  it('are at least two hundred, and every rule with a fix has some', () => {
    expect(kept.length).toBeGreaterThan(200);
    const fixing = documentRules.filter((rule) =>
      checkSource(wrap(rule.examples.bad)).some((found) => found.rule === rule.id && found.fix),
    );
    expect(fixing.filter(({ keeps = [] }) => keeps.length === 0)).toEqual([]);
  });

  const sentences: readonly ((word: string) => string)[] = [
    (word) => `材料应为${word}。`,
    (word) => `${word}的样例应完整，其余同。`,
    (word) => `样例应符合表面质量的规定：${word}、${word}。`,
    (word) => `- 采用${word}；\n- 其他。`,
    (word) => `## ${word}样例\n\n样例应完整。\n\n## 其他样例\n\n样例应完整。`,
  ];

  it('stand after a fix as before it, wherever they stand', () => {
    const changed = sentences.flatMap((write) => {
      const source = wrap(kept.map(write).join('\n\n'));
      const fixed = fixAll(source).split('\n');
      return source.split('\n').flatMap((line, at) => (line === fixed[at] ? [] : [fixed[at]]));
    });
    expect(changed).toEqual([]);
  });
});

describe('ranges', () => {
  it.each([
    ['温度应为2~8℃，湿度应为30~60%。', '温度应为2 ℃～8 ℃，湿度应为30%～60%。'],
    ['温度应为 2～8 ℃。', '温度应为 2 ℃～8 ℃。'],
    ['温度应为 -25~-15℃。', '温度应为 -25 ℃～-15 ℃。'],
    ['时间应为 3~5min，长度应为1.5～2 m。', '时间应为 3 min～5 min，长度应为1.5 m～2 m。'],
    ['水分应为 0.5~1‰。', '水分应为 0.5‰～1‰。'],
    ['温度应为 2 ℃~8 ℃。', '温度应为 2 ℃～8 ℃。'],
    ['预冷应不少于24h，容积应为300 L。', '预冷应不少于24 h，容积应为300 L。'],
    ['温差应不大于10K。', '温差应不大于10 K。'],
  ])('%s', (written, right) => {
    expect(fixAll(wrap(written))).toBe(wrap(right));
  });
});

describe('typed references to tables, figures and formulae', () => {
  const tables = ['甲', '乙', '丙']
    .map(
      (name, at) =>
        `:::table[${name}表]{#t${at + 1}}\n| 项 | 值 |\n| --- | --- |\n| 一 | 二 |\n:::`,
    )
    .join('\n\n');
  const asks = (line: string): readonly Diagnostic[] =>
    checkSource(wrap(`${line}\n\n${tables}`)).filter(({ rule }) => rule === 'typed-reference');

  it.each(['限值见表3。', '限值应符合表 2 的规定。', '见表1和表2。'])('%s is asked', (line) => {
    const found = asks(line);
    expect(found.length).toBeGreaterThan(0);
    for (const { fix, hint } of found) {
      expect(fix).toBeUndefined();
      expect(hint?.zh).toMatch(/核对是不是它.*\[#t\d\]/);
    }
  });

  it('are bound where the title stands beside the number', () => {
    const source = wrap(`限值见表3（丙表）。\n\n${tables}`);
    expect(fixAll(source)).toBe(source.replace('表3（丙表）', '[#t3]（丙表）'));
    expect(asks('限值见表3（乙表）。')[0]?.fix).toBeUndefined();
  });

  it('of clauses are not bound where the draft counts otherwise', () => {
    expect(fixAll(wrap('见第3章和第9章。'))).toContain('见第3章和第9章。');
    expect(fixAll(wrap('见第3章。'))).toContain('见[#terms]。');
  });
});

/** Letters, digits and Chinese characters: what a fix of spelling never touches. */
const essence = (text: string): string => text.replaceAll(/[^\p{L}\p{N}%‰℃°Ω]/gu, '');

/** What `std fix` records of a published text. */
function recordLedger(source: string) {
  const { clauses, exhibits } = parseDocument(source, { file: 'a.md' });
  return [
    ...clauses.map(({ id, address, title }) => ({ id, address, title })),
    ...exhibits.map(({ id, kind, label, title }) => ({
      id,
      address: `${kind} ${label.replaceAll(/[^\dA-Z.]/g, '')}`,
      title,
    })),
  ];
}

const meaning = (source: string, ledger: ReturnType<typeof recordLedger>) => {
  const document = parseDocument(source, { file: 'a.md', ledger });
  const { provisions, references, clauses, exhibits } = document;
  return {
    provisions: provisions.map(({ id, type, negative }) => `${id} ${type} ${negative}`),
    ids: [...clauses, ...exhibits].map(({ id }) => id),
    references: references.map(({ key }) => key),
    clauses: clauses.map(({ address, level }) => `${level} ${address}`),
  };
};

const corpus = ['local', 'group', 'enterprise'].flatMap((kind) =>
  readdirSync(join(root, 'content/standards', kind)).map((slug) =>
    readFileSync(join(root, 'content/standards', kind, slug, 'index.md'), 'utf8'),
  ),
);

const mutate: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll(/(\d) (h|min|mm|℃|kg|L|m)(?![A-Za-z])/g, '$1$2'),
  (text) => text.replaceAll(/(?<=[℃%\d])～(?=\d)/g, '~'),
  (text) => text.replaceAll(/(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/g, ','),
  (text) => text.replaceAll(/(?<=\d)—(?=(?:19|20)\d{2})/g, '-'),
  (text) => text.replaceAll('不应', '不得'),
  (text) => text.replaceAll('应', '应当'),
  (text) => text.replaceAll(/\[#[\w-]+\]/g, '表2'),
  (text) => text.replaceAll(/([\d.]+) ?(℃|%)～([\d.]+) ?(℃|%)/g, '$1~$3$4'),
  (text) => text.replaceAll('本文件', '本标准'),
  (text) => text.replaceAll(/。$/gm, '。。').replaceAll('，', '，，'),
  (text) => text.replaceAll(/（([\d.]+)±([\d.]+)）/g, '$1±$2'),
  (text) => text.replaceAll(/([\d.]+) ?(mm|cm|m)×(?=[\d.]+ ?\2)/g, '$1×'),
];

const respelled =
  /^(?:modal-word|typed-reference|heading-typed-number|range-unit|reference-list-style|self-name|dimension-unit)$/;

/** How a fixed text differs from the text before, in more than its findings named. */
function findDamage(source: string): readonly string[] {
  const found = checkSource(source).filter(({ fix }) => fix);
  const lineStarts = findLineStarts(source);
  const offset = ({ line, column }: Position): number => (lineStarts[line - 1] ?? 0) + column - 1;
  const outside = found.flatMap(({ fix, range, rule }) =>
    fix && (fix.start < offset(range.start) || fix.end > offset(range.end))
      ? [`${rule} replaces more than it points at`]
      : [],
  );
  const fixed = fixAll(source);
  const ledger = recordLedger(source);
  const [before, after] = [meaning(source, ledger), meaning(fixed, ledger)];
  return [
    ...outside,
    ...(fixAll(fixed) === fixed ? [] : ['a second run changes more']),
    ...(Object.keys(before) as (keyof typeof before)[]).filter(
      (part) => before[part].join('\n') !== after[part].join('\n'),
    ),
    ...(found.some(({ rule }) => respelled.test(rule)) || essence(fixed) === essence(source)
      ? []
      : ['letters or digits']),
  ];
}

describe('a fixed text says what it said', () => {
  it('in every sample', () => {
    expect(corpus.length).toBeGreaterThan(20);
    expect(corpus.flatMap(findDamage)).toEqual([]);
  });

  it('in samples that were written carelessly', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...corpus.keys()),
        fc.uniqueArray(fc.constantFrom(...mutate.keys()), { minLength: 1, maxLength: 3 }),
        (which, changes) => {
          const careless = changes.reduce(
            (text, at) => mutate[at]?.(text) ?? text,
            corpus[which] ?? '',
          );
          expect(findDamage(careless)).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

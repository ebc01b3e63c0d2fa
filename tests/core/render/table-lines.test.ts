import { expect, test } from 'vitest';
import { draw } from './draw.ts';

const textOf = (...rows: readonly string[]): string =>
  draw(
    `# 范围\n\n:::table[温度]{#tab-a headRows=2}\n\n${rows.join('\n')}\n\n:::\n`,
  ).text.clauses.at(-1)?.text ?? '';

test('a line of a table has what a merged cell says in each column that it covers', () => {
  const lines = textOf(
    '| 品类 | 空气温度 | << | 到货 |',
    '| --- | --- | --- | --- |',
    '| ^^ | 贮存 | 运输 | ^^ |',
    '| 冷冻畜禽肉 | ≤ -18 | << | ≤ -12 |',
    '| 速冻米面制品 | ^^ | ^^ |  |',
  ).split('\n');
  expect(lines).toContain('品类 | 空气温度 | 空气温度 | 到货');
  expect(lines).toContain('品类 | 贮存 | 运输 | 到货');
  expect(lines).toContain('冷冻畜禽肉 | ≤ -18 | ≤ -18 | ≤ -12');
  expect(lines).toContain('速冻米面制品 | ≤ -18 | ≤ -18 |');
});

test('a long merged cell stands once: a table cannot make a text of any size', () => {
  const long = '长'.repeat(300);
  const lines = textOf(`| ${long} | << | << |`, '| --- | --- | --- |', '| 一 | 二 | 三 |');
  expect(lines.split(long)).toHaveLength(2);
});

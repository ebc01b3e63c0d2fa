import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyPlan, planAmend } from '#acts/index.ts';
import { actsFiles, base, basePath, makeActsLibrary, openActs, today } from './acts-library.ts';

test('a sheet repeats a changed table as a table, under the number it has in the standard', async () => {
  const dir = makeActsLibrary();
  const table = (id: string, size: number): string =>
    `:::table[样例的${id}]{#${id}}\n| 项目 | 值 |\n| --- | --- |\n| 尺寸 | ${size} |\n:::\n`;
  const clauses = (size: number): string =>
    `\n# 尺寸 {#sizes}\n\n## 长度 {#length}\n\n长度应符合[#long]的规定。\n\n${table('long', 8)}\n## 宽度 {#width}\n\n宽度应符合[#wide]的规定，检验见[#length]。\n\n${table('wide', size)}`;
  const own = actsFiles[basePath] ?? '';
  writeFileSync(join(dir, basePath), own + clauses(5));
  const plan = planAmend(await openActs(dir), base, {
    text: own + clauses(6),
    on: today,
    implemented: today,
  });
  applyPlan(dir, plan);
  const library = await openActs(dir);
  const { text } = library.body('db9902-t-701-2024-xg1-2026');
  expect(text.exhibits).toMatchObject([
    {
      label: '表2',
      title: '样例的wide',
      rows: [
        ['项目', '值'],
        ['尺寸', '6'],
      ],
    },
  ]);
  const [changes] = text.clauses.filter(({ id }) => id === 'changes');
  expect(changes?.text).toContain('宽度应符合表2的规定，检验见6.1。');
  expect(text.clauses.map(({ title }) => title)).toEqual(['前言', '修改内容', '实施']);
  expect(
    library.diagnostics.filter(({ file, severity }) => file.includes('xg1') && severity !== 'info'),
  ).toEqual([]);
});

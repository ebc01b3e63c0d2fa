import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acceptProposals, applyFixes } from '#library/fix.ts';
import { openLibrary } from '#library/open.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const body = `
##

按目视检查[#requirements]的要求。

# 试验方法 {#tests}

## 步骤

1. 开启设备，预热 30 min；
2. 按[#requirements]的规定放置样例，测量三次。结果取平均值。
3. 设备的精度为 0.5 级。

## 记录

记录读数。:inst[关闭设备。]样例应复原。
`;

it('steps become instructions when their author accepts them, never by themselves', async () => {
  const dir = makeFolder();
  writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1, body }) });
  const read = (): string => readFileSync(join(dir, standardPath(1)), 'utf8');
  const open = () => openLibrary({ dir, cache: makeFolder(), asOf: '2026-11-29' });
  const before = await open();
  const instructions = (library: typeof before) =>
    library.body('db9902-t-1-2024').text.provisions.filter(({ type }) => type === 'instruction');
  expect(instructions(before).map(({ text }) => text)).toEqual(['关闭设备。']);
  applyFixes(before, false);
  expect(read()).toBe(writeStandard({ serial: 1, body }));

  acceptProposals(before, 'imperative-untagged', false);
  expect(read()).toContain('1. :inst[开启设备，预热 30 min；]');
  expect(read()).toContain(':inst[按[#requirements]的规定放置样例，测量三次。]结果取平均值。');
  expect(read()).toContain('3. 设备的精度为 0.5 级。');
  const after = await open();
  expect(instructions(after).map(({ text }) => text)).toEqual([
    '按目视检查第4章的要求。',
    '开启设备，预热 30 min；',
    '按第4章的规定放置样例，测量三次。',
    '记录读数。',
    '关闭设备。',
  ]);
  expect(after.diagnostics.map(({ rule }) => rule)).toEqual([]);
  expect(acceptProposals(after, 'imperative-untagged', false)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyPlan, checkPlan, planAdvance } from '#acts/index.ts';
import type { Library } from '#library/open.ts';
import { makeFolder, writeFiles, writeStandard } from '#tests/support/temporary-library.ts';
import { actsFiles, openActs } from './acts-library.ts';

const id = 'sf2026-099';
const path = `projects/${id}/project.yaml`;
const text = `projects/${id}/draft/index.md`;

/** A project that is being drafted, as a person has written its file. */
const drafting = `# 冷藏箱
title: 冷藏箱要求
kind: local
plan: SF2026-099
stages:
  - { stage: 立项建议, began: 2026-01-12, ended: 2026-02-27 }
  - { stage: 立项, began: 2026-03-16 }
  - stage: 起草
    began: 2026-03-17 # 第一次会议
    offices: [示范市标准化研究院]
`;

const comment = "comments:\n  - { id: s1, clause: '4.1', comment: 改为每日一次 }\n";

function makeProject(more: Readonly<Record<string, string>> = {}): string {
  const dir = makeFolder();
  writeFiles(dir, {
    ...actsFiles,
    [path]: drafting,
    [text]: writeStandard({ serial: 799, year: 2026 }).replace(
      /issued: .*\nimplemented: .*\n/,
      'status: draft\ndraftStage: 工作组讨论稿\n',
    ),
    ...more,
  });
  return dir;
}

const read = (dir: string, file: string): string => readFileSync(join(dir, file), 'utf8');

/** What is said where an act is refused. */
function refusal(library: Library, options: Parameters<typeof planAdvance>[2]): string {
  try {
    planAdvance(library, id, options);
  } catch (error) {
    return (error as { readonly what: { readonly zh: string } }).what.zh;
  }
  return '';
}

test('a draft is put out for comments and the round is closed: days, the name of the text, and nothing else', async () => {
  const dir = makeProject();
  const out = {
    ended: '2026-08-31',
    stage: '征求意见',
    began: '2026-09-01',
    until: '2026-10-08',
  } as const;
  const library = await openActs(dir);
  const plan = planAdvance(library, id, out);
  expect(plan.sentence.zh).toBe(
    'SF2026-099：“起草”到 2026-08-31 结束，2026-09-01 起征求意见，2026-10-08 截止',
  );
  expect(
    (await checkPlan(library, plan)).added.filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
  applyPlan(dir, plan);
  expect(read(dir, path)).toBe(
    drafting
      .replace('第一次会议\n', '第一次会议\n    ended: 2026-08-31\n')
      .concat('  - { stage: 征求意见, began: 2026-09-01, until: 2026-10-08 }\n'),
  );
  expect(read(dir, text)).toContain('draftStage: 征求意见稿\n');

  const again = planAdvance(await openActs(dir), id, out);
  expect(again.changes).toEqual([]);

  const close = { ended: '2026-10-09', stage: '技术审查', began: '2026-10-20' } as const;
  applyPlan(dir, planAdvance(await openActs(dir), id, close));
  expect(read(dir, path)).toContain(
    '  - { stage: 征求意见, began: 2026-09-01, ended: 2026-10-09, until: 2026-10-08 }\n  - { stage: 技术审查, began: 2026-10-20 }\n',
  );
  expect(read(dir, text)).toContain('draftStage: 送审稿\n');
});

test('a round is not opened without a last day or a text, and a stage is not left before it ended', async () => {
  const library = await openActs(makeProject());
  const began = '2026-09-01';
  expect(refusal(library, { stage: '征求意见', began, until: '2026-10-08' })).toContain(
    '“起草”还没有结束',
  );
  expect(refusal(library, { ended: '2026-08-31', stage: '征求意见', began })).toContain('截止日期');
  expect(refusal(library, { ended: '2026-08-31', stage: '批准', began })).toContain('之后不是');
  expect(refusal(library, { ended: '2026-02-01' })).toContain('早于开始');
  expect(refusal(library, {})).toContain('没有改动');
});

test('who closes a round early, with comments that nobody decided, is told of both', async () => {
  const open = drafting.concat(
    '    ended: 2026-08-31\n  - { stage: 征求意见, began: 2026-09-01, until: 2026-10-08 }\n',
  );
  const dir = makeProject({ [path]: open, [`projects/${id}/comments.yaml`]: comment });
  const library = await openActs(dir);
  const { warnings } = planAdvance(library, id, { ended: '2026-09-20' });
  expect(warnings.map(({ zh }) => zh)).toEqual([
    expect.stringContaining('还有 1 条意见没有处理'),
    expect.stringContaining('公布的截止日期是 2026-10-08'),
  ]);
});

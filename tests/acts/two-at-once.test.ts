import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlan, planConfirm } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { actsFolder } from '#library/library-lock.ts';
import { makeFolder } from '#tests/support/temporary-library.ts';
import {
  basePath,
  copyOf,
  doAct,
  eightActs,
  makeActsLibrary,
  openActs,
  readAfter,
  readLibraryFiles,
  today,
} from './acts-library.ts';
import { waitWhileApplying } from './apply-elsewhere.ts';

async function planOf(dir: string, name: string): Promise<ActPlan> {
  const plan = eightActs[name]?.(await openActs(dir));
  if (!plan) throw new Error(name);
  return plan;
}

const makeGate = (): string => join(makeFolder(), 'go');

describe('two at once', { timeout: 60_000 }, () => {
  it('the second is told who is at it, then what was changed since, and in the end both are done', async () => {
    const dir = makeActsLibrary();
    const before = readLibraryFiles(dir);
    const afterFirst = await readAfter(dir, 'confirm');
    const second = await planOf(dir, 'amend');
    const first = await waitWhileApplying(dir, await planOf(dir, 'confirm'), 'kept', makeGate());
    const meanwhile = await waitWhileApplying(dir, second, 'start', makeGate());
    const told = await meanwhile.go();
    const who = `${hostname()}，进程 ${first.pid}`;
    expect(told.what?.zh).toBe(`另一个人（${who}）正在改这个标准库，没有改动。`);
    expect(told.what?.en).toContain(`PID ${first.pid}) is changing this library`);
    expect(told.hint?.zh).toContain(join(dir, actsFolder, 'lock'));
    expect(readLibraryFiles(dir)).toEqual(before);

    expect((await first.go()).changed).toContain(basePath);
    expect(readLibraryFiles(dir)).toEqual(afterFirst);
    const late = await (await waitWhileApplying(dir, second, 'start', makeGate())).go();
    expect(late.what?.zh).toMatch(
      /^计划以后有人改过 .*standards\/local\/db9902-t-701-2024\/index\.md/,
    );
    expect(readLibraryFiles(dir)).toEqual(afterFirst);

    await doAct(dir, 'amend');
    const text = readLibraryFiles(dir)[basePath];
    expect(text).toContain(`reviews:\n  - { date: ${today}, result: 继续有效 }\n`);
    expect(text).toContain('amendments:\n');
    expect(existsSync(join(dir, actsFolder))).toBe(false);
  });

  it('that start in the same moment: one is done and the other told, whichever it is', async () => {
    const origin = makeActsLibrary();
    const names = ['confirm', 'correct'] as const;
    const after = await Promise.all(names.map(async (name) => readAfter(origin, name)));
    for (let round = 0; round < 4; round += 1) {
      const dir = copyOf(origin);
      const gate = makeGate();
      const plans = await Promise.all(names.map(async (name) => planOf(dir, name)));
      const both = await Promise.all(
        plans.map(async (plan) => waitWhileApplying(dir, plan, 'start', gate)),
      );
      const said = await Promise.all(both.map(async ({ go }) => go()));
      const won = said.findIndex(({ changed }) => changed !== undefined);
      expect(said.filter(({ what }) => what !== undefined)).toHaveLength(1);
      expect(readLibraryFiles(dir)).toEqual(after[won]);
      expect(existsSync(join(dir, actsFolder))).toBe(false);
    }
  });

  it('about two standards: their notices do not get one number', async () => {
    const dir = makeActsLibrary();
    const library = await openActs(dir);
    const plans = [701, 702].map((serial) =>
      planConfirm(library, `DB9902/T ${serial}—2024`, { on: today }),
    );
    const [one, other] = plans;
    if (!one || !other) throw new Error('two plans');
    applyPlan(dir, one);
    expect(() => applyPlan(dir, other)).toThrow(/somebody has changed notices\//);
    applyPlan(dir, planConfirm(await openActs(dir), 'DB9902/T 702—2024', { on: today }));
    const numbers = (await openActs(dir)).notices.map(({ number }) => number);
    expect(new Set(numbers)).toEqual(new Set(['2026年第1号', '2026年第2号']));
    expect(numbers).toHaveLength(2);
  });
});

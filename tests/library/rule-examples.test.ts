import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '#core/check/index.ts';
import type { ExampleFiles } from '#core/check/rule.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { openLibrary } from '#library/open.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { completeFiles } from './example-files.ts';

const cache = mkdtempSync(join(tmpdir(), 'biaolian-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

async function check(files: ExampleFiles): Promise<readonly Diagnostic[]> {
  const dir = makeFolder();
  writeFiles(dir, completeFiles(files));
  return (await openLibrary({ dir, cache, asOf: '2026-06-01' })).diagnostics;
}

const ofFiles = rules.flatMap((rule) => {
  const { bad, good, besides = [] } = rule.examples;
  return typeof bad === 'string' || typeof good === 'string'
    ? []
    : [[rule.id, { rule, bad, good, besides }] as const];
});

describe.each(ofFiles)('%s', (id, { rule, bad, good, besides }) => {
  it('finds its bad example in both languages, and no other rule does', async () => {
    const all = await check(bad);
    expect([...new Set(all.map((found) => found.rule))].toSorted()).toEqual(
      [id, ...besides].toSorted(),
    );
    for (const { message, severity } of all.filter((found) => found.rule === id)) {
      // A rule may take a case lighter than others; it takes none graver.
      expect(['info', rule.severity]).toContain(severity);
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/[a-z]/);
    }
  });

  it('is silent on its good example, and so is every other rule', async () => {
    expect((await check(good)).map((found) => `${found.rule}: ${found.message.zh}`)).toEqual([]);
  });
});

it('nothing is wrong with what completes an example', async () => {
  expect(await check({})).toEqual([]);
  expect(await check({ 'systems/a.yaml': '' })).toEqual([]);
});

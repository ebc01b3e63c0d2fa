import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyFixes } from '#library/fix.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const body = '\n##\n\n样例应轻便,完整。\n\n##\n\n样例应坚固,清晰。\n';

async function fix(source: string): Promise<{ before: Library; text: string }> {
  const dir = makeFolder();
  writeFiles(dir, { [standardPath(1)]: source });
  const before = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
  applyFixes(before, false);
  return { before, text: readFileSync(join(dir, standardPath(1)), 'utf8') };
}

describe('fixing a file', () => {
  const source = writeStandard({ serial: 1, body });

  it('keeps its byte order mark and its line ends', async () => {
    const { text: plain } = await fix(source);
    expect(plain).not.toBe(source);
    const { text } = await fix(`\uFEFF${source.replaceAll('\n', '\r\n')}`);
    expect(text).toBe(`\uFEFF${plain.replaceAll('\n', '\r\n')}`);
  });

  it('does the same thing once, though two findings ask for it', async () => {
    const { before } = await fix(source);
    const dir = makeFolder();
    writeFiles(dir, { [standardPath(1)]: source });
    const found = before.diagnostics.filter(({ fix: change }) => change);
    expect(found.length).toBeGreaterThan(0);
    const twice = { ...before, dir, diagnostics: found.flatMap((one) => [one, one]) };
    const insert = { ...found[0], fix: { start: 0, end: 0, text: 'x' } };
    const inserts = { ...before, dir, diagnostics: [insert, insert] as typeof found };
    expect(applyFixes(twice, true)).toEqual(applyFixes({ ...twice, diagnostics: found }, true));
    expect(applyFixes(inserts, true)).toMatchObject([{ count: 1 }]);
  });
});

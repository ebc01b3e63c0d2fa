import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompiledText } from '#core/model/standard.ts';
import { renderBody, renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';
import { compileStandard } from '#library/compile-standard.ts';
import { listFolders, readFolder } from '#library/files.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';

/**
 * What the frozen library compiles to is kept in `baselines/`; a change that means to change it says so by
 * `npm test -- tests/corpus -u`, and its review sees every word that moved.
 */
const dir = fileURLToPath(new URL('library', import.meta.url));
const baseline = (name: string) => `baselines/${name}`;
const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The body with a line for each element, so that a difference is a line. */
function toHtml(text: CompiledText): string {
  const html = renderBody(text, { resolve: () => null, figures: 'figures/' });
  return `${html.replaceAll(/(?<=>)(?=<(?:section|h\d|p|table|tr|ol|ul|li|dl|dt|dd|figure|aside|div)[ >])/g, '\n')}\n`;
}

describe.each(listFolders(dir))('%s', (path) => {
  const folder = readFolder(dir, path);
  if (!folder) throw new Error(`no standard in ${path}`);
  const { standard, diagnostics } = compileStandard(folder);
  const name = standard?.slug ?? '';

  it('has nothing wrong with it', () => {
    expect(diagnostics).toEqual([]);
  });

  it('compiles to what it did', async () => {
    await expect(toJson(standard)).toMatchFileSnapshot(baseline(`${name}.json`));
  });

  it('prints as it did', async () => {
    if (!standard) throw new Error('not compiled');
    await expect(toHtml(standard.text)).toMatchFileSnapshot(baseline(`${name}.html`));
  });
});

it('every construct of the dialect compiles and prints as it did', async () => {
  const source = readFileSync(new URL('constructs.md', import.meta.url), 'utf8');
  const { text } = renderDocument(parseDocument(source, { file: 'constructs.md' }));
  await expect(toJson(text)).toMatchFileSnapshot(baseline('constructs.json'));
  await expect(toHtml(text)).toMatchFileSnapshot(baseline('constructs.html'));
});

it('a translation prints as it did', async () => {
  const folder = readFolder(dir, 'standards/group/t-sfcy-911-2025');
  const english = folder && compileStandard(folder).standard?.english;
  if (!english) throw new Error('not compiled');
  await expect(toHtml(english)).toMatchFileSnapshot(baseline('t-sfcy-911-2025.en.html'));
});

describe('the library as a whole', () => {
  const cache = mkdtempSync(join(tmpdir(), 'biaolian-corpus-'));
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary({ dir, cache, asOf: '2026-06-01' });
  });
  afterAll(() => rmSync(cache, { recursive: true, force: true }));

  it('has no error, and its standards and records stand as they did', async () => {
    const { catalog, diagnostics } = library;
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const entries = catalog.entries.map((entry) => ({
      number: entry.number,
      title: entry.title,
      status: catalog.statusOf(entry).status,
    }));
    await expect(toJson({ entries, diagnostics })).toMatchFileSnapshot(baseline('catalog.json'));
  });
});

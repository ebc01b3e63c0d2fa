import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordPublished } from '#library/fix.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { listPages } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const day = '2026-11-29';
const open = (dir: string): Promise<Library> =>
  openLibrary({ dir, cache: makeFolder(), asOf: day });

/** A library of two standards that were published and entered. */
async function publish(): Promise<string> {
  const dir = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({ serial: 2 }),
    [standardPath(3, 2027)]: writeStandard({ serial: 3, year: 2027 }),
    [standardPath(4)]: writeStandard({ serial: 4, meta: 'status: draft\n' }),
  });
  recordPublished(await open(dir), false);
  return dir;
}

const foldersOf = (path: string): string => path.replace('/index.md', '');
const found = ({ diagnostics }: Library) =>
  diagnostics
    .filter(({ rule }) => rule.startsWith('standard-'))
    .map(({ rule, file, range }) => `${rule} ${file}:${range.start.line}`);
const addresses = (library: Library): readonly string[] =>
  [...listPages(library)].flatMap(({ template, path }) => (template === 'moved' ? [path] : []));

describe('what was published', () => {
  it('is entered once it is published, and once', async () => {
    const dir = await publish();
    const text = readFileSync(join(dir, 'published.tsv'), 'utf8');
    expect(text.split('\n').slice(1, -1)).toEqual([
      `db9902-t-1-2024\tDB9902/T 1—2024\t${day}`,
      `db9902-t-2-2024\tDB9902/T 2—2024\t${day}`,
    ]);
    const again = await open(dir);
    expect(recordPublished(again, false)).toEqual([]);
    expect(found(again)).toEqual([]);
    expect(addresses(again)).toEqual([]);
  });

  it('is entered behind what the file holds, which stays byte for byte; what is unreadable is found', async () => {
    const dir = await publish();
    const path = join(dir, 'published.tsv');
    const good = `db9902-t-1-2024\tDB9902/T 1—2024\t${day}`;
    const bad = 'db9902-t-7-2024  DB9902/T 7—2024  2026-01-01';
    for (const [lineEnd, end] of [
      ['\n', '\n'],
      ['\r\n', '\r\n'],
      ['\n', ''],
    ] as const) {
      const before = ['# 手记', good, bad, '', '# 尾注'].join(lineEnd) + end;
      writeFiles(dir, { 'published.tsv': before });
      const library = await open(dir);
      recordPublished(library, false);
      const added = `db9902-t-2-2024\tDB9902/T 2—2024\t${day}${lineEnd}`;
      expect(readFileSync(path, 'utf8')).toBe(`${before}${end === '' ? lineEnd : ''}${added}`);
      expect(
        library.diagnostics.flatMap(({ rule, range }) =>
          rule === 'published-line' ? [range.start.line] : [],
        ),
      ).toEqual([3]);
    }
  });

  it('is not entered while errors keep it from being published', async () => {
    const dir = await publish();
    writeFiles(dir, {
      [standardPath(5)]: writeStandard({ serial: 5, body: '\n##\n\n见[#nope]。\n' }),
    });
    const library = await open(dir);
    expect(library.rows.map(({ slug }) => slug)).toContain('db9902-t-5-2024');
    expect(recordPublished(library, false)).toEqual([]);
  });

  it.each(['..', '.', 'en', 'db9902-t-1-2024', 'db9902-t-8-2024/..'])(
    'has the address of its number; %s is none',
    async (slug) => {
      const dir = await publish();
      writeFiles(dir, { 'published.tsv': `${slug}\tDB9902/T 8—2024\t${day}\n` });
      const library = await open(dir);
      expect(library.moved).toEqual([]);
      expect(library.diagnostics.map(({ rule }) => rule)).toContain('published-line');
    },
  );

  it('is missed when its folder is gone, and its address stays', async () => {
    const dir = await publish();
    rmSync(join(dir, foldersOf(standardPath(2))), { recursive: true });
    const library = await open(dir);
    expect(found(library)).toEqual(['standard-removed published.tsv:3']);
    expect(library.moved).toEqual([{ slug: 'db9902-t-2-2024', number: 'DB9902/T 2—2024' }]);
    expect(addresses(library)).toEqual([
      '/standards/db9902-t-2-2024/',
      '/en/standards/db9902-t-2-2024/',
    ]);
  });

  it('is taken down for a reason that is given', async () => {
    const dir = await publish();
    rmSync(join(dir, foldersOf(standardPath(2))), { recursive: true });
    writeFiles(dir, {
      'removed.yaml': `- { number: DB9902/T 2-2024, day: ${day}, reason: 样例已过时 }\n`,
    });
    const library = await open(dir);
    expect(found(library)).toEqual([]);
    expect(library.moved).toMatchObject([{ removed: { reason: '样例已过时', day } }]);
  });

  it('leads on to its new number', async () => {
    const dir = await publish();
    renameSync(join(dir, foldersOf(standardPath(2))), join(dir, foldersOf(standardPath(9))));
    writeFiles(dir, {
      [standardPath(9)]: writeStandard({ serial: 9, meta: 'formerly: [DB9902/T 2—2024]\n' }),
    });
    const library = await open(dir);
    expect(found(library)).toEqual([]);
    expect(library.moved).toEqual([
      { slug: 'db9902-t-2-2024', number: 'DB9902/T 2—2024', to: 'db9902-t-9-2024' },
    ]);
    expect(viewOf(library, 'moved', { slug: 'db9902-t-2-2024' })).toMatchObject({
      was: 'DB9902/T 2—2024',
      target: { slug: 'db9902-t-9-2024', number: 'DB9902/T 9—2024' },
    });
  });

  it('is not said to be gone while it is there', async () => {
    const dir = await publish();
    writeFiles(dir, {
      'removed.yaml': '- { number: DB9902/T 1-2024, reason: 样例 }\n- { number: 无 }\n',
      [standardPath(2)]: writeStandard({ serial: 2, meta: 'formerly: [DB9902/T 1—2024]\n' }),
    });
    const library = await open(dir);
    expect(found(library)).toEqual([
      'standard-still-there removed.yaml:1',
      `standard-still-there ${standardPath(2)}:1`,
    ]);
    expect(library.diagnostics.map(({ rule, file }) => `${rule} ${file}`)).toContain(
      'removed-value removed.yaml',
    );
    expect(addresses(library)).toEqual([]);
  });

  it('stays where only its front matter cannot be read', async () => {
    const dir = await publish();
    writeFiles(dir, { [standardPath(1)]: 'no front matter' });
    expect(found(await open(dir))).toEqual([]);
  });
});

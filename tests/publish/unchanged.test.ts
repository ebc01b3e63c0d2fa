import { readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PublishOptions } from '#publish/index.ts';
import { markPreview, stampName } from '#publish/output.ts';
import { startPublication } from '#publish/unchanged.ts';
import { standardPath, writeFiles, writeStandard } from '../support/temporary-library.ts';
import { prepare } from './small-library.ts';

afterEach(() => void vi.useRealTimers());

/** As the system says of files that were written a minute ago. */
const travel = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });

async function publishOnce(broken?: string) {
  const { dir, out, cache, build } = prepare();
  if (broken !== undefined) writeFiles(dir, { [standardPath(1)]: broken });
  writeFiles(dir, {
    'catalogue/a.csv': 'number,title,status,as_of\nGB/T 191-2008,样例,现行,2026-01-01\n',
  });
  travel();
  const options: PublishOptions = { library: dir, out, cache, asOf: '2026-11-29' };
  const { last, keep } = startPublication(options);
  expect(last).toBeNull();
  const result = await build();
  keep(result);
  const look = (other: Partial<PublishOptions> = {}) =>
    startPublication({ ...options, ...other }).last;
  /** Take what is there now for what was published. */
  const keepAgain = (): void => {
    travel();
    startPublication(options).keep(result);
  };
  return { dir, out, look, keepAgain, result };
}

describe('a publication', { timeout: 60_000 }, () => {
  it('is not made again as long as nothing is changed, and as soon as anything is', async () => {
    const { out, look, result } = await publishOnce();
    const { library, written, pages } = result;
    const expected = { standards: 3, pages, diagnostics: written.diagnostics };
    expect(library.rows).toHaveLength(3);
    expect(look()).toMatchObject(expected);

    for (const [option, value] of Object.entries({
      asOf: '2026-11-30',
      base: '/portal/',
      site: 'https://standards.example.cn',
      preview: true,
      allOrNothing: true,
      pdf: true,
      out: join(out, '..', 'elsewhere'),
      cache: join(out, '..', 'nowhere'),
    }))
      expect(look({ [option]: value }), option).toBeNull();

    const index = readFileSync(join(out, 'index.html'));
    const stamp = readFileSync(join(out, stampName));
    const changes: Readonly<Record<string, readonly [change: () => void, back: () => void]>> = {
      'a page of the site is gone': [
        () => rmSync(join(out, 'index.html')),
        () => writeFileSync(join(out, 'index.html'), index),
      ],
      'another build was here': [
        () => writeFileSync(join(out, stampName), 'unfinished'),
        () => writeFileSync(join(out, stampName), stamp),
      ],
      'the site is a preview': [() => markPreview(out, true), () => markPreview(out, false)],
    };
    for (const [name, [change, back]] of Object.entries(changes)) {
      change();
      expect(look(), name).toBeNull();
      back();
      expect(look(), `${name}, no more`).toMatchObject(expected);
    }

    writeFileSync(join(out, 'search-index', 'directory.json'), '{}');
    expect(look()).toBeNull();
  });

  it('is made again after any change of the library', async () => {
    const { dir, look, keepAgain } = await publishOnce();
    const changes: Readonly<Record<string, () => void>> = {
      'a standard': () => writeFiles(dir, { [standardPath(2)]: writeStandard({ serial: 2 }) }),
      'a new standard': () => writeFiles(dir, { [standardPath(9)]: writeStandard({ serial: 9 }) }),
      'a figure': () => utimesSync(join(dir, standardPath(3), '..', 'a.svg'), 1, 1),
      'a record': () => utimesSync(join(dir, 'catalogue/a.csv'), 1, 1),
      words: () => writeFiles(dir, { 'vocabulary/bodies.csv': 'code,zh,en\n' }),
      'a system': () => writeFiles(dir, { 'systems/a.yaml': '' }),
      'what was taken down': () => writeFiles(dir, { 'removed.yaml': '' }),
      'a catalogue taken away': () => rmSync(join(dir, 'catalogue'), { recursive: true }),
    };
    for (const [name, change] of Object.entries(changes)) {
      expect(look(), `before ${name}`).not.toBeNull();
      change();
      expect(look(), name).toBeNull();
      keepAgain();
    }
    // Nobody watches what a link leads to.
    symlinkSync('removed.yaml', join(dir, 'published.tsv'));
    keepAgain();
    expect(look()).toBeNull();
  });

  it('with an error, or with a standard that is kept back, is never taken for the last word', async () => {
    const early = writeStandard({ serial: 1, year: 2024 }).replace(
      'issued: 2024-01-10',
      'issued: 2027-01-10',
    );
    for (const text of ['no front matter', early]) {
      const { look, result } = await publishOnce(text);
      expect(result.ok).toBe(true);
      expect(look()).toBeNull();
      vi.useRealTimers();
    }
  });

  it('of files that were written this moment is not trusted', async () => {
    const { dir, out, cache, build } = prepare();
    const options: PublishOptions = { library: dir, out, cache, asOf: '2026-11-29' };
    const { keep } = startPublication(options);
    keep(await build());
    travel();
    expect(startPublication(options).last).toBeNull();
  });
});

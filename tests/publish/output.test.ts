import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PreparedIndex } from '#search/embedded/texts/build.ts';
import { projectRoot } from '#library/code-digest.ts';
import { mergeFolder, restoreFolder } from '#publish/files.ts';
import { install } from '#publish/install.ts';
import type { Plan } from '#publish/plan.ts';
import { openReleases } from '#publish/releases/index.ts';
import { markPreview, refuseOutput, stampName, sweepDrafts, writeStamp } from '#publish/output.ts';
import { mayServeLast } from '#scripts/start.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runBuild } from './run-build.ts';

/** An index of no files. */
const index: PreparedIndex = {
  build: { records: 0, mode: 'light', rebuilt: [] },
  has: () => true,
  isIn: () => true,
  bring: () => undefined,
  install: () => undefined,
};

describe('a folder that is not ours to replace', () => {
  const prepare = () => {
    const home = makeFolder();
    const library = join(home, 'library');
    writeFiles(library, { [standardPath(1)]: writeStandard({ serial: 1 }) });
    return { home, library };
  };

  it('is refused by the command, and keeps its files', async () => {
    const { home, library } = prepare();
    const out = join(home, 'documents');
    writeFiles(out, { 'letter.txt': 'dear' });
    const { status, output } = await runBuild(library, out);
    expect(status).toBe(2);
    expect(output).toMatch(/\p{Script=Han}/u);
    expect(output).toContain('no build of ours');
    expect(readFileSync(join(out, 'letter.txt'), 'utf8')).toBe('dear');
  });

  it.each([
    ['the library', ({ library }: ReturnType<typeof prepare>) => library],
    ['above the library', ({ home }: ReturnType<typeof prepare>) => home],
    ['inside the library', ({ library }: ReturnType<typeof prepare>) => join(library, 'out/new')],
    ['the project', () => projectRoot.replace(/\/$/, '')],
    ['above the project', () => dirname(projectRoot.replace(/\/$/, ''))],
    ['code of the project', () => join(projectRoot, 'src')],
    [
      'the library by another name',
      ({ home, library }: ReturnType<typeof prepare>) => {
        symlinkSync(library, join(home, 'other'));
        return join(home, 'other');
      },
    ],
    [
      'a file',
      ({ home }: ReturnType<typeof prepare>) => {
        writeFileSync(join(home, 'file'), '');
        return join(home, 'file');
      },
    ],
    [
      'beside someone’s own copy',
      ({ home }: ReturnType<typeof prepare>) => {
        writeFiles(home, { 'site.old/letter.txt': 'dear' });
        return join(home, 'site');
      },
    ],
  ])('%s', (_, place) => {
    const prepared = prepare();
    const refusal = refuseOutput(place(prepared), prepared.library);
    expect(refusal?.what.zh).toBeTruthy();
    expect(refusal?.todo.en).toBeTruthy();
  });

  it('absent, empty or stamped folders are built into', () => {
    const { home, library } = prepare();
    const out = join(home, 'site');
    expect(refuseOutput(out, library)).toBeNull();
    mkdirSync(out);
    expect(refuseOutput(out, library)).toBeNull();
    writeFiles(out, { 'index.html': '', [stampName]: '' });
    expect(refuseOutput(out, library)).toBeNull();
    expect(refuseOutput(join(projectRoot, '.cache/nothing-there'), library)).toBeNull();
  });
});

describe('folders of pages', () => {
  it('come back after a crash between two renames', () => {
    const out = join(makeFolder(), 'site');
    writeFiles(`${out}.old`, { 'index.html': 'old' });
    writeStamp(`${out}.old`, 'x');
    restoreFolder(out);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  });

  it('merge file by file', () => {
    const home = makeFolder();
    writeFiles(home, { 'site/a.html': 'old', 'site/b.html': 'old', 'next/a.html': 'new' });
    mergeFolder(join(home, 'next'), join(home, 'site'));
    expect(readFileSync(join(home, 'site/a.html'), 'utf8')).toBe('new');
    expect(existsSync(join(home, 'site/b.html'))).toBe(true);
    expect(existsSync(join(home, 'next'))).toBe(false);
  });

  it('take nothing from a folder that was never made', () => {
    const home = makeFolder();
    writeFiles(home, { 'site/a.html': 'old' });
    mergeFolder(join(home, 'nothing'), join(home, 'site'));
    expect(readFileSync(join(home, 'site/a.html'), 'utf8')).toBe('old');
  });

  const installOver = (out: string, work: string, plan: Partial<Plan>): void => {
    const releases = openReleases(out);
    install({
      releases,
      plan: { full: false, stale: [], removed: [], manifest: { code: '', pages: {} }, ...plan },
      index,
      work,
      facts: { kind: 'publication', stamp: 'new' },
      stage: () => undefined,
    });
    releases.records.close();
  };

  it('lose a page, and never what lies beside them', () => {
    const home = makeFolder();
    const [out, work] = [join(home, 'site'), join(home, 'work')];
    writeFiles(home, {
      'site/a/index.html': '',
      'site/a/index.md': '',
      'site/en/index.html': '',
      'site-other/b': '',
      'site/index.html': '',
      [`site/${stampName}`]: 'x',
    });
    mkdirSync(work);
    const removed = ['/a/', '/../site-other/b', '/', '/en/standards/../'];
    const pages = { '/': '', '/en/': '' };
    installOver(out, work, { removed, manifest: { code: '', pages } });
    expect(existsSync(join(out, 'en/index.html'))).toBe(true);
    expect(existsSync(join(out, 'a'))).toBe(false);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
    expect(existsSync(join(home, 'site-other/b'))).toBe(true);
  });

  it.each(['moved', 'record'] as const)(
    'lose their figures when a %s page comes in their place',
    (template) => {
      const home = makeFolder();
      const [out, work] = [join(home, 'site'), join(home, 'work')];
      const path = '/standards/db9902-t-1-2024/';
      writeFiles(out, {
        [`${path}index.html`]: 'old',
        [`${path}a.svg`]: '',
        'index.html': '',
        [stampName]: 'x',
      });
      writeFiles(work, { [`${path}index.html`]: 'new' });
      const stale = [{ template, path, props: { language: 'zh' } }] as unknown as Plan['stale'];
      installOver(out, work, { stale });
      expect(readdirSync(join(out, path))).toEqual(['index.html']);
      expect(readFileSync(join(out, path, 'index.html'), 'utf8')).toBe('new');
    },
  );

  it('that dead builds left are swept, those of the living are not', () => {
    const home = makeFolder();
    const dead = 2 ** 22 + 7;
    writeFiles(home, {
      [`drawn-${dead}/a`]: '',
      [`drawn-${dead}-3/a`]: '',
      [`drawn-${process.pid}/a`]: '',
      'drawn-by-hand/a': '',
    });
    sweepDrafts(home);
    expect(readdirSync(home).toSorted()).toEqual([`drawn-${process.pid}`, 'drawn-by-hand']);
  });
});

describe('the site of the last build, where a build fails', () => {
  const installAs = (out: string, full: boolean, preview: boolean, stage: () => void): void => {
    const work = join(makeFolder(), 'work');
    writeFiles(work, { 'index.html': preview ? 'early' : 'public' });
    const releases = openReleases(out);
    install({
      releases,
      plan: { full, stale: [], removed: [], manifest: { code: '', pages: {} } },
      index,
      work,
      facts: { kind: 'publication', stamp: 'x', preview },
      stage,
    });
    releases.records.close();
  };
  const prepare = () => {
    const out = join(makeFolder(), 'dist');
    writeFiles(out, { [stampName]: 'x', 'index.html': 'public' });
    return out;
  };

  it.each([true, false])('is not served when it was a preview (built whole: %s)', (full) => {
    const out = prepare();
    expect(mayServeLast(out, false)).toBe(true);
    installAs(out, full, true, () => undefined);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('early');
    expect(mayServeLast(out, false)).toBe(false);
    expect(mayServeLast(out, true)).toBe(true);
    installAs(out, full, false, () => undefined);
    markPreview(out, false);
    expect(mayServeLast(out, false)).toBe(true);
  });

  it.each([true, false])(
    'shows no page of a preview without its mark (built whole: %s)',
    (full) => {
      const out = prepare();
      installAs(out, full, true, () => {
        const page = join(out, 'index.html');
        const early = existsSync(page) && readFileSync(page, 'utf8') === 'early';
        expect(early && mayServeLast(out, false)).toBe(false);
      });
    },
  );

  it('is served to nobody where there is none', () => {
    expect(mayServeLast(join(makeFolder(), 'dist'), true)).toBe(false);
  });
});

import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actStages } from '#acts/index.ts';
import { checkMirror, importMirror, mirrorStages } from '#acts/mirror/index.ts';
import type { MirrorStage } from '#acts/mirror/index.ts';
import { listFolders } from '#library/files.ts';
import { settleChange } from '#library/pending-change.ts';
import { openLibrary } from '#library/open.ts';
import { readLibraryFiles } from '../acts-library.ts';
import { makeFolder } from '../../support/temporary-library.ts';
import { digest, publish, serve, standardOf } from './published-partner.ts';
import type { PartnerPage, PartnerServer } from './published-partner.ts';
import { refuse } from './refuse.ts';

const day = '2026-11-30';
let library = '';
let partner: PartnerServer;

const own = 'standards/local/db9902-t-1-2024/index.md';
const figure: PartnerPage = {
  path: 'standards/db9903-t-1-2024/a.svg',
  source: 'standards/local/db9903-t-1-2024/a.svg',
  content: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${'<path d="M1 1"/>'.repeat(20_000)}</svg>`,
};
const records: PartnerPage = {
  path: 'data/sources/catalogue.csv',
  source: 'catalogue/records.csv',
  content:
    'number,title,title_en,status,issued,implemented,withdrawn,replaces,replaced_by,ccs,ics,issuer,as_of,source\n',
};
const json: PartnerPage = { path: 'standards/db9903-t-1-2024/index.json', content: '{}' };
const first = [standardOf(1), figure, json, standardOf(2), records];
const second = [standardOf(1, '改名的灯笼'), figure, json, standardOf(3), records];

beforeEach(async () => {
  library = makeFolder();
  write(own, 'ours\n');
  partner = await serve(publish(first));
});
afterEach(() => partner.close());

function write(path: string, content: string): void {
  const target = join(library, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

const take = (more: object = {}) => importMirror({ library, from: partner.address, day, ...more });

const refusal = (more: object = {}) => refuse(() => take(more));

/** The library without what the import keeps for the next one. */
const files = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readLibraryFiles(library)).filter(([path]) => !path.startsWith('.')),
  );

const mirrored = (path: string): string =>
  readFileSync(join(library, 'partners/9903', path), 'utf8');

describe('a partner is mirrored over HTTP', () => {
  it('and a file that somebody changes after it was verified replaces nothing', async () => {
    await take();
    const before = files();
    await partner.close();
    partner = await serve(publish(second));
    const folder = join(library, '.exchange/9903');
    const spoil = (stage: MirrorStage): void => {
      if (stage !== 'fetched') return;
      for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'spoilt');
    };
    const { what } = await refusal({ id: '9903', onStage: spoil });
    expect(what.zh).toContain('取来以后变了');
    expect(files()).toEqual(before);
  });

  it('with all that its library is made from, where it is from, and nothing of ones own touched', async () => {
    const outcome = await take();
    expect(outcome).toMatchObject({ id: '9903', before: null, standards: 2, written: true });
    expect(Object.keys(files()).sort()).toEqual([
      'partners/9903/catalogue/records.csv',
      'partners/9903/mirror.json',
      'partners/9903/partner.yaml',
      'partners/9903/standards/local/db9903-t-1-2024/a.svg',
      'partners/9903/standards/local/db9903-t-1-2024/index.md',
      'partners/9903/standards/local/db9903-t-2-2024/index.md',
      own,
    ]);
    expect(readFileSync(join(library, own), 'utf8')).toBe('ours\n');
    expect(mirrored('partner.yaml')).toBe(
      `name:\n  zh: 样板市\n  en: Model City\ncode: "9903"\nlicence: 乙 b\nmirrored: ${day}\nmanifest: ${outcome.manifest}\nsample: true\n`,
    );
    expect(JSON.parse(mirrored('mirror.json'))).toMatchObject({
      from: `${partner.address}data/manifest.json`,
      mirrored: day,
      manifest: digest(partner.site.get('data/manifest.json') ?? ''),
      licence: { en: 'b' },
    });
    const opened = await openLibrary({ dir: library, cache: makeFolder(), asOf: day });
    expect(opened.partners.map(({ id, rows }) => [id, rows.length])).toEqual([['9903', 2]]);
  });

  it('by difference: only what is other is asked for, what is gone goes, what a person wrote stays', async () => {
    const { manifest: before } = await take({ name: { zh: '样板', en: 'Model' } });
    partner.site = publish(second);
    const state = digest(partner.site.get('data/manifest.json') ?? '');
    const line = { day, added: [], changed: [], removed: [] };
    partner.site.set(
      'data/changes.ndjson',
      Buffer.from(
        [
          { ...line, state: '1'.repeat(64), before },
          { ...line, state, before: '1'.repeat(64) },
        ]
          .map((each) => `${JSON.stringify(each)}\n`)
          .join(''),
      ),
    );
    partner.asked.length = 0;
    expect(await take({ isDry: true })).toMatchObject({ written: false, publications: 2 });
    expect(await take()).toMatchObject({
      before,
      added: ['standards/local/db9903-t-3-2024/index.md'],
      changed: ['standards/local/db9903-t-1-2024/index.md'],
      removed: ['standards/local/db9903-t-2-2024/index.md'],
      fetched: { files: 2 },
      publications: 2,
    });
    expect(partner.asked.filter((path) => path.startsWith('standards/')).sort()).toEqual([
      'standards/db9903-t-1-2024/source/index.md',
      'standards/db9903-t-3-2024/source/index.md',
    ]);
    expect(existsSync(join(library, 'partners/9903/standards/local/db9903-t-2-2024'))).toBe(false);
    expect(mirrored('partner.yaml')).toContain('zh: 样板\n');
    const whole = files();
    expect(await take()).toMatchObject({ isSame: true, written: false });
    rmSync(join(library, 'partners'), { recursive: true });
    await take({ name: { zh: '样板', en: 'Model' } });
    expect(files()).toEqual(whole);
  });

  it('from a folder and from a file as well', async () => {
    const folder = makeFolder();
    for (const [path, content] of partner.site) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    expect(await take({ from: folder })).toMatchObject({ written: true });
    expect(await take({ from: join(folder, 'data/manifest.json') })).toMatchObject({
      isSame: true,
    });
    rmSync(join(folder, 'standards/db9903-t-1-2024/source/index.md'));
    symlinkSync('/etc/hostname', join(folder, 'standards/db9903-t-1-2024/source/index.md'));
    rmSync(join(library, 'partners'), { recursive: true });
    const { files: named } = await refusal({ from: folder });
    expect(named).toMatchObject([{ why: { en: expect.stringContaining('link') } }]);
  });
});

describe('what is not as it was said is refused by name, and nothing is replaced', () => {
  const lie: readonly (readonly [string, (site: Map<string, Buffer>) => void, RegExp])[] = [
    [
      'a checksum that lies',
      (site) =>
        site.set(
          standardOf(3).path,
          Buffer.from('x'.repeat(Buffer.byteLength(standardOf(3).content))),
        ),
      /checksum/,
    ],
    [
      'a file that is longer than said',
      (site) => site.set(standardOf(3).path, Buffer.from(`${standardOf(3).content}more`)),
      /longer/,
    ],
    ['a file that is not there', (site) => void site.delete(standardOf(3).path), /answers 404/],
  ];
  it.each(lie)('%s', async (_, change, why) => {
    await take();
    const before = files();
    partner.site = publish(second);
    change(partner.site);
    const { files: named } = await refusal();
    expect(named).toMatchObject([
      { path: standardOf(3).path, why: { en: expect.stringMatching(why), zh: expect.any(String) } },
    ]);
    expect(files()).toEqual(before);
    partner.site = publish(second);
    expect(await take()).toMatchObject({ written: true });
  });

  it('a part of the manifest whose checksum lies', async () => {
    partner.site.set('data/manifest/0.json', Buffer.from('{}'));
    expect((await refusal()).what.en).toMatch(/data\/manifest\/0\.json/);
    expect(Object.keys(files())).toEqual([own]);
  });

  const places: readonly (readonly [string, string])[] = [
    ['a step up', 'standards/local/../../../etc/x.md'],
    ['a root', '/etc/x.md'],
    ['a drive', 'C:/x.md'],
    ['a backslash', 'standards\\local\\x.md'],
    ['another folder of the library', 'vocabulary/chains.yaml'],
    ['a file of partners', 'partner.yaml'],
    ['a hidden file', 'standards/local/db9903-t-1-2024/.git'],
    ['a device of Windows', 'standards/local/db9903-t-1-2024/con.md'],
    ['an end that Windows drops', 'standards/local/db9903-t-1-2024/a.md.'],
    ['capitals alone', 'standards/local/db9903-t-1-2024/INDEX.md'],
    ['a folder below a standard', 'standards/local/db9903-t-1-2024/a/b.md'],
  ];
  it.each(places)('a file that would lie at %s', async (_, source) => {
    partner.site = publish([
      ...first,
      { path: 'standards/db9903-t-2-2024/x', source, content: 'x' },
    ]);
    await refusal();
    expect(Object.keys(files())).toEqual([own]);
    expect(partner.asked.filter((path) => path.startsWith('standards/'))).toEqual([]);
  });

  it('a size beyond all measure', async () => {
    partner.site = publish(first, (manifest) => {
      const [file] = manifest['files'] as { bytes: number }[];
      if (file) file.bytes = 1e12;
    });
    const refused = await refusal();
    expect(`${refused.what.en} ${refused.files.map(({ why }) => why.en).join()}`).toMatch(
      /more than|too much/,
    );
  });

  it('a way to another site, and one without end', async () => {
    partner.answer = (path, _, response) => {
      if (!path.startsWith('standards/')) return false;
      response.writeHead(302, { location: 'http://localhost:9/elsewhere' }).end();
      return true;
    };
    expect((await refusal()).files[0]?.why.en).toMatch(/another site/);
    partner.answer = (path, _, response) => {
      if (!path.endsWith('.md')) return false;
      response.writeHead(302, { location: `/city/${path}` }).end();
      return true;
    };
    expect((await refusal()).files[0]?.why.en).toMatch(/redirects/);
    expect(Object.keys(files())).toEqual([own]);
  });

  it('what is no manifest, and a side that is silent', async () => {
    partner.site.set('data/manifest.json', Buffer.from('<html>'));
    expect((await refusal()).what.en).toMatch(/no manifest/);
    partner.answer = () => true;
    expect((await refusal({ seconds: 0.2 })).what.en).toMatch(/silent/);
    expect((await refusal({ from: 'ftp://example.org/' })).what.en).toMatch(/http/);
  });

  it('a folder of a partner that no import made', async () => {
    write('partners/9903/partner.yaml', 'by hand\n');
    expect((await refusal()).what.en).toMatch(/no mirror/);
    expect(readFileSync(join(library, 'partners/9903/partner.yaml'), 'utf8')).toBe('by hand\n');
    expect(await take({ id: 'model' })).toMatchObject({ id: 'model', written: true });
  });
});

describe('an import that is cut short', () => {
  it('goes on within a file: at once, and in the next import', async () => {
    let cuts = 0;
    partner.answer = (path, request, response) => {
      if (!path.endsWith('a.svg') || cuts >= 4) return false;
      cuts += 1;
      const from = Number(/\d+/.exec(request.headers.range ?? '')?.[0] ?? 0);
      response.writeHead(from > 0 ? 206 : 200, {
        'content-length': Buffer.byteLength(figure.content) - from,
        ...(from > 0 && {
          'content-range': `bytes ${from}-${Buffer.byteLength(figure.content) - 1}/${Buffer.byteLength(figure.content)}`,
        }),
      });
      response.write(Buffer.from(figure.content).subarray(from, from + 50_000), () =>
        setTimeout(() => response.destroy(), 50),
      );
      return true;
    };
    const refused = await refusal();
    expect(refused.files).toMatchObject([
      { path: figure.path, why: { en: expect.stringMatching(/cut|came of/) } },
    ]);
    expect(Object.keys(files())).toEqual([own]);
    partner.asked.length = 0;
    expect(await take()).toMatchObject({ written: true });
    const again = partner.asked.filter((path) => path.startsWith('standards/'));
    expect(again.every((path) => /a\.svg@\d+$/.test(path))).toBe(true);
    expect(mirrored('standards/local/db9903-t-1-2024/a.svg')).toBe(figure.content);
    expect(existsSync(join(library, '.exchange'))).toBe(false);
  });

  const script = fileURLToPath(new URL('import-elsewhere.ts', import.meta.url));
  const dieAt = (stage: MirrorStage): Promise<NodeJS.Signals | null> =>
    new Promise((done) => {
      const child = spawn(process.execPath, [script, library, partner.address, stage], {
        stdio: 'ignore',
      });
      child.once('exit', (_, signal) => done(signal));
    });

  it(
    'by kill -9 at any stage leaves the old mirror or the new one, and done again ends in the new one',
    { timeout: 120_000 },
    async () => {
      await take();
      const before = files();
      partner.site = publish(second);
      await take();
      const after = files();
      expect(after).not.toEqual(before);
      const recorded = actStages.indexOf('recorded');
      for (const stage of [...mirrorStages, ...actStages]) {
        partner.site = publish(first);
        await take();
        expect(files(), stage).toEqual(before);
        partner.site = publish(second);
        expect(await dieAt(stage), stage).toBe('SIGKILL');
        settleChange(library);
        const at = actStages.findIndex((each) => each === stage);
        expect(files(), stage).toEqual(at < recorded ? before : after);
        await take();
        expect(files(), stage).toEqual(after);
      }
    },
  );
});

it('the whole sample library, mirrored, compiles to the same facts', async () => {
  const samples = await openLibrary({ dir: 'content', asOf: day });
  const pages = listFolders('content').flatMap((folder) =>
    readdirSync(join('content', folder)).map((name): PartnerPage => {
      const slug = folder.split('/').at(-1) ?? '';
      const source = `${folder}/${name}`;
      const content = readFileSync(join('content', source), 'utf8');
      return { path: `standards/${slug}/source/${name}`, source, content };
    }),
  );
  partner.site = publish(pages);
  expect(await take({ code: '9902' })).toMatchObject({ standards: samples.rows.length });
  const folder = join(library, 'partners/9902');
  const { missing, changed, extra } = checkMirror(library, '9902');
  expect([missing, changed, extra]).toEqual([[], [], []]);
  const again = await openLibrary({ dir: folder, cache: makeFolder(), asOf: day });
  expect(again.rows.map(({ slug }) => slug)).toEqual(samples.rows.map(({ slug }) => slug));
  for (const { slug } of samples.rows) {
    const [before, after] = [samples.body(slug), again.body(slug)];
    expect(after.text, slug).toEqual(before.text);
    expect(after.english, slug).toEqual(before.english);
    expect(after.meta, slug).toEqual(before.meta);
  }
}, 60_000);

it('a check names every missing, changed and extra file, and an import mends them', async () => {
  await take();
  const state = () => {
    const { missing, changed, extra, isNamed } = checkMirror(library, '9903');
    return { missing, changed, extra, isNamed };
  };
  expect(state()).toEqual({ missing: [], changed: [], extra: [], isNamed: true });
  rmSync(join(library, 'partners/9903/standards/local/db9903-t-2-2024/index.md'));
  write('partners/9903/catalogue/records.csv', 'other\n');
  write('partners/9903/standards/local/db9903-t-1-2024/own.md', 'mine\n');
  write(
    'partners/9903/partner.yaml',
    mirrored('partner.yaml').replace(/manifest: ./, 'manifest: 0'),
  );
  expect(state()).toMatchObject({
    missing: ['standards/local/db9903-t-2-2024/index.md'],
    changed: ['catalogue/records.csv'],
    extra: ['standards/local/db9903-t-1-2024/own.md'],
  });
  expect(await take()).toMatchObject({ written: true });
  expect(state()).toEqual({
    missing: [],
    changed: [],
    extra: ['standards/local/db9903-t-1-2024/own.md'],
    isNamed: true,
  });
});

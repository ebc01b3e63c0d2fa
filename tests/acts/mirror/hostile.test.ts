import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importMirror } from '#acts/mirror/index.ts';
import { makeFolder, writeFiles } from '../../support/temporary-library.ts';
import { readLibraryFiles } from '../acts-library.ts';
import { publish, serve, standardOf } from './published-partner.ts';
import type { PartnerPage, PartnerServer } from './published-partner.ts';
import { refuse } from './refuse.ts';

const day = '2026-11-30';
const pages = [standardOf(1), standardOf(2)];
let library = '';
let partner: PartnerServer;

beforeEach(async () => {
  library = makeFolder();
  partner = await serve(publish(pages));
});
afterEach(() => partner.close());

const take = (more: object = {}) => importMirror({ library, from: partner.address, day, ...more });

/** Why an import is refused; the library is as it was before. */
async function refusal(more: object = {}): Promise<string> {
  const files = () =>
    Object.entries(readLibraryFiles(library)).filter(([path]) => !path.startsWith('.'));
  const before = files();
  const refused = await refuse(() => take(more));
  const said = [refused.what, ...refused.files.map(({ why }) => why)];
  expect(files()).toEqual(before);
  expect(said.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  return said.map(({ en }) => en).join('\n');
}

/** The site of a partner as a folder of this machine. */
function writeSite(site: Map<string, Buffer>): string {
  const folder = makeFolder();
  for (const [path, content] of site) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const ofCity = (code: string): readonly PartnerPage[] =>
  pages.map(({ path, source = '', content }) => ({
    path: path.replace('9903', code),
    source: source.replace('9903', code),
    content: content.replace('9903', code),
  }));

/** A part that speaks of numbers of another city, as the site of that city does. */
const siteOf = (code: string, name: string): Map<string, Buffer> =>
  publish(ofCity(code), (manifest, part) => {
    manifest['library'] = { zh: name, en: `City ${code}` };
    for (const each of part['standards'] as { key: string }[])
      each.key = each.key.replace('9903', code);
  });

describe('a manifest that leads astray is refused before a file is asked for', () => {
  it.each(['/', '../../', '../elsewhere/', './'])('in a folder, with the root %s', async (root) => {
    const from = writeSite(publish(pages, (manifest) => (manifest['root'] = root)));
    expect(await refusal({ from })).toMatch(/root of the site/);
  });

  it.each(['file:///etc/', 'http://[', '//127.0.0.1:1/', 'http://localhost/city/'])(
    'over HTTP, with the root %s',
    async (root) => {
      partner.site = publish(pages, (manifest) => (manifest['root'] = root));
      expect(await refusal()).toMatch(/another site/);
    },
  );

  it.each(['file:///etc/hostname', 'http://[', 'http://127.0.0.1:1/'])(
    'by a redirect to %s',
    async (location) => {
      partner.answer = (path, _, response) => {
        if (!path.endsWith('.md')) return false;
        response.writeHead(302, { location }).end();
        return true;
      };
      expect(await refusal()).toMatch(/another site/);
    },
  );

  it('by parts that together are beyond all measure', async () => {
    partner.site = publish(pages, (manifest) => {
      const part = (at: number) => ({
        path: `data/manifest/${at}.json`,
        bytes: 30 * 1024 * 1024,
        sha256: 'a'.repeat(64),
        standards: 1,
      });
      manifest['parts'] = Array.from({ length: 50 }, (_, at) => part(at));
    });
    expect(await refusal()).toMatch(/50 parts of 1500 MB/);
    expect(partner.asked).toEqual(['data/manifest.json']);
  });

  it.each([
    ['a name that no disk takes', `${'图'.repeat(90)}.svg`, /more than 240 bytes/],
    ['a device by a raised digit', 'com\u00b9.svg', /Windows/],
    ['width alone', 'ｉndex.md', /capitals/],
  ])('with %s', async (_, name, why) => {
    const source = `standards/local/db9903-t-1-2024/${name}`;
    partner.site = publish([
      ...pages,
      { path: 'standards/db9903-t-1-2024/x', source, content: 'x' },
    ]);
    expect(await refusal()).toMatch(why);
    expect(partner.asked.filter((path) => path.startsWith('standards/'))).toEqual([]);
  });
});

it('a side that sends a byte now and then is silent', async () => {
  partner.answer = (path, _, response) => {
    if (path !== 'data/manifest.json') return false;
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
    return true;
  };
  expect(await refusal({ seconds: 0.3 })).toMatch(/too slow/);
});

it('what says on the way that it is packed gives no more than the manifest says', async () => {
  partner.answer = (path, _, response) => {
    if (!path.endsWith('.md')) return false;
    // 10 MB of zeros.
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    return true;
  };
  expect(await refusal()).toMatch(/longer than/);
});

it('a partner whose site is emptied keeps its mirror', async () => {
  await take();
  partner.site = publish([]);
  expect(await refusal()).toMatch(/no file to mirror/);
});

describe('who a partner is', () => {
  it('is not another mirror: neither by the code that its numbers have nor by one that is given', async () => {
    await take();
    const from = writeSite(siteOf('9903', '冒名市'));
    expect(await refusal({ from })).toMatch(/mirrored from http.* add --id 9903/);
    expect(await refusal({ from, code: '9903' })).toMatch(/mirrored from http/);
    const other = writeSite(siteOf('9907', '别市'));
    expect(await refusal({ from: other, id: '9903' })).toMatch(/DB9907.*9903/);
    expect(await take({ from, id: '9903' })).toMatchObject({
      movedFrom: `${partner.address}data/manifest.json`,
    });
  });

  it('is not this city, and not another partner by its name', async () => {
    writeFiles(library, {
      'site.yaml': "city: { name: { zh: 某市, en: Some City }, standards: '9999' }\n",
    });
    expect(await refusal({ from: writeSite(siteOf('9999', '别市')) })).toMatch(/of this city/);
    expect(await refusal({ from: writeSite(siteOf('9903', '某\u200B市')) })).toMatch(
      /of this city/,
    );
    await take();
    const namesake = writeSite(siteOf('9908', '样板市'));
    expect(await refusal({ from: namesake })).toMatch(/name of partners\/9903/);
    expect(await take({ from: namesake, name: { zh: '另一样板市', en: 'Another' } })).toMatchObject(
      { id: '9908', written: true },
    );
  });

  it('is what a person wrote: comments, spelling and the mark of a sample stay, and what cannot be read is not lost', async () => {
    await take();
    const path = join(library, 'partners/9903/partner.yaml');
    const written = `# ours\n${readFileSync(path, 'utf8').replace('licence: 乙 b', "licence: 'CC0' # agreed")}`;
    writeFileSync(path, written);
    partner.site = publish([standardOf(1)], (manifest) => delete manifest['sample']);
    const { manifest } = await take();
    expect(readFileSync(path, 'utf8')).toBe(
      written.replace(/manifest: \w+/, `manifest: ${manifest}`),
    );
    writeFileSync(path, `${written}licens: mine\n`);
    partner.site = publish(pages);
    expect(await refusal()).toMatch(/cannot be read/);
  });
});

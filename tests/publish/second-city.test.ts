import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { expect, it } from 'vitest';
import { publish } from '#publish/index.ts';
import { beginLibrary } from '#acts/begin/begin.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { readSite } from './read-site.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 32"><path d="M0 0h80v32z"/></svg>';

/** What the sample library is known by. */
const trace = /示范市|Shifan|9902/;

/** A small library of another city, with another colour, at another path. */
function makeHaizhou(): string {
  const dir = join(makeFolder(), '海州 标准');
  beginLibrary(dir, { zh: '海州市', en: 'Haizhou', standards: '9988', year: 2025 });
  writeFiles(dir, {
    'site.yaml': `names:
  full: { zh: 海州市标准文献库, en: Haizhou Library of Standards }
  short: { zh: 海州标准, en: Haizhou Standards }
city: { name: { zh: 海州市, en: Haizhou }, standards: '9988' }
accent: '#8a1c1c'
logo: { light: site/logo.svg }
home: { title: { zh: 查海州标准, en: Standards of Haizhou }, examples: [海盐] }
navigation: [browse, systems, { name: { zh: 市政府, en: City government }, url: 'https://www.haizhou.example/' }]
footer:
  icp: 海ICP备00000000号
  contacts: [{ name: 标准化科, telephone: 0000-0000000, email: bz@haizhou.example }]
address: https://bz.example.cn
base: /portal/
`,
    'site/logo.svg': svg,
    'site/home.md': '海州的标准在这里。<script>alert(1)</script>\n',
    'site/footer.md': '海州市市场监督管理局主办。\n',
  });
  return dir;
}

/** What a file says: the parts of a Word file, the text of a PDF with what is said of it. */
async function readTexts(path: string, bytes: Buffer): Promise<readonly string[]> {
  if (path.endsWith('.docx')) return Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
  if (!path.endsWith('.pdf')) return [bytes.toString('utf8')];
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  return [(await extractText(pdf, { mergePages: true })).text, JSON.stringify(await getMeta(pdf))];
}

it('a second city has its own names, colours and addresses, and nothing of the first', async () => {
  const out = join(makeFolder(), 'site');
  const library = makeHaizhou();
  const options = { base: '/portal/', site: 'https://bz.example.cn' };
  await publish({
    library,
    out,
    cache: makeFolder(),
    ...options,
    pdf: true,
    word: true,
    data: true,
  });

  for (const [path, latin] of readSite(out)) {
    const bytes = Buffer.from(latin, 'latin1');
    const texts = await readTexts(path, bytes);
    for (const text of texts) expect(trace.exec(`${path}\n${text}`)?.[0], path).toBeUndefined();
    if (!path.endsWith('.html')) continue;
    // Each link within the site lies below its path.
    const links = [...(texts[0] ?? '').matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)];
    expect(
      links.map(([, link = '']) => link).filter((link) => !link.startsWith('/portal/')),
    ).toEqual([]);
  }

  const home = readFileSync(join(out, 'index.html'), 'utf8');
  for (const words of [
    '<title>海州市标准文献库</title>',
    '查海州标准',
    '市政府',
    '海ICP备00000000号',
  ])
    expect(home).toContain(words);
  expect(home).toContain('海州市市场监督管理局主办。');
  expect(home).not.toContain('<script>alert');
  const styles = /href="(\/portal\/brand\/[0-9a-f]{8}\/)site\.css"/.exec(home)?.[1] ?? '';
  const brand = join(out, styles.replace('/portal/', ''));
  expect(readFileSync(join(brand, 'site.css'), 'utf8')).toContain('--accent:#8a1c1c');
  expect(readFileSync(join(brand, 'logo.svg'), 'utf8')).toBe(svg);
  expect(readFileSync(join(out, 'feeds/all.atom'), 'utf8')).toContain('<name>海州标准</name>');
  expect(readFileSync(join(out, 'llms.txt'), 'utf8')).toContain('# 海州标准 Haizhou Standards');
  expect(readFileSync(join(out, 'sitemap.xml'), 'utf8')).toContain('https://bz.example.cn/portal/');
});

it('a city that wants Chinese alone has no English page, and none is linked to', async () => {
  const out = join(makeFolder(), 'site');
  const dir = makeHaizhou();
  const file = readFileSync(join(dir, 'site.yaml'), 'utf8');
  writeFiles(dir, {
    'site.yaml': `${file}languages: [zh]
licences: { texts: { name: 海州标准文本许可 } }
platforms: [{ name: 海州标准馆, url: 'https://lib.haizhou.example/', families: [national] }]
search: { servers: [{ url: 'https://s.haizhou.example', key: search-only }] }
`,
  });
  const place = { base: '/portal/', site: 'https://bz.example.cn' };
  await publish({ library: dir, out, cache: makeFolder(), ...place });
  const pages = [...readSite(out)].filter(([path]) => /\.(?:html|xml|atom)$/.test(path));
  expect(pages.map(([path]) => path).filter((path) => path.startsWith('en/'))).toEqual([]);
  for (const [path, text] of pages) expect(/portal\/en\//.exec(text)?.[0], path).toBeUndefined();
  const read = (path: string) => readFileSync(join(out, path), 'utf8');
  expect(read('about/index.html')).toContain('海州标准文本许可');
  expect(read('search/index.html')).toContain('海州标准馆');
  expect(JSON.parse(read('search.json'))).toEqual({
    version: 1,
    index: 'biaolian',
    servers: [{ url: 'https://s.haizhou.example', key: 'search-only' }],
  });
  expect(JSON.parse(read('data/manifest.json'))).toMatchObject({
    library: { zh: '海州市标准文献库' },
    licence: { texts: { zh: '海州标准文本许可' } },
  });
});

it('the code knows no city', () => {
  const files = ['src', 'search', 'scripts'].flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(1000);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      // Comments may name a standard of the sample.
      .filter((line) => trace.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

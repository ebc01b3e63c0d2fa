import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import { openPublished } from '#library/published.ts';
import { preparePalette, readSettings } from '#library/settings.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const cache = mkdtempSync(join(tmpdir(), 'biaolian-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 32"><path d="M0 0h80v32z"/></svg>';

async function read(files: Readonly<Record<string, string>>) {
  const dir = makeFolder();
  writeFiles(dir, files);
  await preparePalette(dir);
  return readSettings(dir);
}

describe('the portal of a library', () => {
  it('names no city where it says nothing', async () => {
    const { settings, diagnostics } = await read({});
    expect(diagnostics).toEqual([]);
    expect(settings).toMatchObject({
      names: { short: { zh: '标链', en: 'Biaolian' } },
      languages: ['zh', 'en'],
      blocks: {},
    });
    expect(settings.city).toBeUndefined();
    expect(JSON.stringify(settings)).not.toMatch(/示范市|Shifan|9902/);
  });

  it('has what it says; Chinese stands for English that it leaves out', async () => {
    const { settings, diagnostics } = await read({
      'site.yaml': `names: { full: 海州市标准文献库, short: { zh: 海州标准, en: Haizhou standards } }
accent: '#8a1c1c'
logo: { light: site/logo.svg }
footer: { icp: 示ICP备00000000号, contacts: [{ name: 标准化科, telephone: 0000-0000000 }] }
base: /portal/
`,
      'site/logo.svg': svg,
      'site/home.md': '欢迎。',
    });
    expect(diagnostics).toEqual([]);
    expect(settings.names).toEqual({
      full: { zh: '海州市标准文献库', en: '海州市标准文献库' },
      short: { zh: '海州标准', en: 'Haizhou standards' },
      tagline: undefined,
    });
    expect(settings.palette?.light.accent).toBe('#8a1c1c');
    expect(settings.logo?.dark).toMatchObject({ width: 80, height: 32 });
    expect(settings.blocks).toEqual({ home: { zh: '欢迎。', en: '欢迎。' } });
  });

  it.each([
    ['navigaton: [systems]', 'site-file', 2],
    ['navigation: [nowhere]', 'site-file', 2],
    ['base: portal', 'site-file', 2],
    ['address: https://standards.example/portal/', 'site-file', 2],
    ['languages: [en]', 'site-file', 2],
    ['timeZone: Mars/Olympus', 'site-file', 2],
    ['footer:\n  police: { number: 一, url: "javascript:alert(1)" }', 'site-file', 3],
    ['accent: red', 'site-file', 2],
    ["accent: '#e8c547'", 'site-accent', 2],
    ['logo:\n  light: site/none.svg', 'site-logo', 3],
    ['logo:\n  light: ../logo.svg', 'site-file', 3],
    ['logo:\n  light: site/evil.svg', 'site-logo', 3],
    ['logo:\n  light: site/link.svg', 'site-logo', 3],
  ])('%s is a finding at its line that says what to do', async (text, rule, line) => {
    const dir = makeFolder();
    writeFiles(dir, {
      'site.yaml': `names: { full: 海州市标准文献库 }\n${text}\n`,
      'site/evil.svg': svg.replace('<path', '<script>alert(1)</script><path'),
      'elsewhere.svg': svg,
    });
    symlinkSync(join(dir, 'elsewhere.svg'), join(dir, 'site/link.svg'));
    await preparePalette(dir);
    const { settings, diagnostics } = readSettings(dir);
    expect(diagnostics).toMatchObject([{ rule, file: 'site.yaml', range: { start: { line } } }]);
    expect(settings.palette).toBeUndefined();
    expect(settings.logo).toBeUndefined();
  });

  it.each([
    ['accent: #0b5876', /加引号/, /quote one that begins with #/],
    ['logo: site/logo.svg', /键和值/, /keys with values/],
    ['names:\n  full: [海州市]', /文字.*键和值/, /text.*keys with values/],
    ['navigation: systems', /列表/, /a list/],
    ['recordPages: many', /数字/, /a number/],
  ])('%s is told in words of those who write it', async (text, zh, en) => {
    const [found] = (await read({ 'site.yaml': `${text}\n` })).diagnostics;
    expect(found?.message.zh).toMatch(zh);
    expect(found?.message.en).toMatch(en);
  });

  it('says at its line what a block of a page does not print as it is meant', async () => {
    const { settings, diagnostics } = await read({
      'site/home.md':
        '\n# 欢迎\n\n[标准](standards/) [网站](https://a.example/) [信箱](mailto:a@a.example)\n\n<!-- 记着改 -->\n\n![图](a.svg)\n',
      'site/home.en.md': 'Welcome.\n\n[Run](javascript:alert(1))\n',
      'site/footer.md': '第一行\n<b>粗</b>\n',
    });
    expect(settings.blocks.home?.en).toContain('Welcome.');
    expect(
      diagnostics.map(({ rule, file, range: { start }, severity }) => [
        rule,
        file,
        start.line,
        severity,
      ]),
    ).toEqual([
      ['link-unsafe', 'site/home.md', 4, 'warning'],
      ['image-unsafe', 'site/home.md', 8, 'warning'],
      ['link-unsafe', 'site/home.en.md', 3, 'warning'],
      ['html-neutralised', 'site/footer.md', 2, 'warning'],
      ['html-neutralised', 'site/footer.md', 2, 'warning'],
    ]);
    const [link] = diagnostics;
    expect(link?.message.zh).toContain('“standards/”');
    expect(link?.hint?.zh).toContain('https://');
    expect(link?.hint?.en).toContain('https://');
  });

  it('takes the colour that it names in place of one that cannot be read', async () => {
    const [found] = (await read({ 'site.yaml': "accent: '#e8c547'\n" })).diagnostics;
    const nearest = /"(#[0-9a-f]{6})"/.exec(found?.hint?.en ?? '')?.[1] ?? '';
    const mended = await read({ 'site.yaml': `accent: '${nearest}'\n` });
    expect(mended.diagnostics).toEqual([]);
    expect(mended.settings.palette?.light.accent).toBe(nearest);
  });

  it('stays as it was published where its file is broken', async () => {
    const dir = makeFolder();
    const out = join(makeFolder(), 'site');
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }),
      'site.yaml': 'names: { full: 海州市标准文献库 }\n',
    });
    const options = { dir, out, cache, asOf: '2026-06-01' };
    (await openPublished(options)).keep();
    writeFiles(dir, { 'site.yaml': 'names: [海州市\n' });
    const { library, withheld } = await openPublished(options);
    expect(library?.settings.names.full.zh).toBe('海州市标准文献库');
    expect(withheld).toMatchObject([{ path: 'site.yaml', shown: 'earlier' }]);
    expect((await openLibrary({ dir, cache })).settings.names.short.zh).toBe('标链');
  });
});

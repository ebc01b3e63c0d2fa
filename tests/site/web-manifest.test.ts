import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completeSettings } from '#core/settings/index.ts';
import { writeWebManifest } from '#site/files/web-manifest.ts';

const read = (...asked: Parameters<typeof writeWebManifest>) =>
  JSON.parse(writeWebManifest(...asked)) as Record<string, unknown>;
const { names } = completeSettings({
  names: { full: { zh: '某市标准文献库', en: 'Standards of the City' } },
});

it('is the portal’s name, colours and mark, wherever it lies', () => {
  const zh = read({ names, colour: '#7a1f2b', folder: '/brand/0a1b2c3d/', logo: true }, 'zh');
  expect(zh).toMatchObject({
    name: '某市标准文献库',
    lang: 'zh-CN',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: '#7a1f2b',
    icons: [{ src: './brand/0a1b2c3d/logo.svg', sizes: 'any' }],
  });
  const en = read({ names, colour: undefined, folder: undefined, logo: false }, 'en');
  expect(en).toMatchObject({
    name: 'Standards of the City',
    start_url: './',
    scope: '../',
    icons: [{ src: '../favicon.svg' }],
  });
  // An id would be read from the root of the host: two portals of one host would be one.
  expect(zh).not.toHaveProperty('id');
});

it('has the colours of the pages where a library says none', () => {
  const { theme_color: accent, background_color: ground } = read(
    { names, colour: undefined, folder: undefined, logo: false },
    'zh',
  );
  const tokens = readFileSync('src/site/styles/tokens.css', 'utf8');
  expect(/--accent: (#\w+);/.exec(tokens)?.[1]).toBe(accent);
  expect(/--ground: (#\w+);/.exec(tokens)?.[1]).toBe(ground);
});

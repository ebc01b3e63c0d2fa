import { expect, test } from 'vitest';
import { preloadModules } from '#site/integrations/module-preloads.ts';

const page = (...scripts: string[]) =>
  `<html><head><title>x</title></head><body>${scripts.map((name) => `<script type="module" src="/base/_astro/${name}"></script>`).join('')}</body></html>`;

test('all that the scripts of a page import is named in its head once, whatever imports it', () => {
  const imports = new Map([
    ['page.js', ['engine.js', 'words.js']],
    ['engine.js', ['words.js', 'deep.js']],
    ['deep.js', ['engine.js']],
    ['other.js', ['words.js']],
  ]);
  const html = preloadModules(page('page.js', 'other.js'), imports);
  const [head = ''] = html.split('</head>');
  expect(
    [...head.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href),
  ).toEqual(['/base/_astro/engine.js', '/base/_astro/words.js', '/base/_astro/deep.js']);
});

test('a page whose scripts import nothing, or import each other, stays as it is', () => {
  expect(preloadModules(page('a.js'), new Map([['a.js', []]]))).toBe(page('a.js'));
  expect(preloadModules(page('a.js', 'b.js'), new Map([['a.js', ['b.js']]]))).toBe(
    page('a.js', 'b.js'),
  );
  expect(preloadModules(page(), new Map())).toBe(page());
});

import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('docs/**/*.md', { cwd: root }),
];

/** `a/{b,c}.ts` as the two paths it stands for. */
function expand(path: string): readonly string[] {
  const [whole, list] = /\{([^{}]*)\}/.exec(path) ?? [];
  if (whole === undefined || list === undefined) return [path];
  return list.split(',').flatMap((each) => expand(path.replace(whole, each)));
}

it.each(pages)('%s: what it links to and each path of the code it names is there', (page) => {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/^```[^]*?^```/gm, '');
  const prose = text.replaceAll(/`[^`]*`/g, '');
  const links = Array.from(
    prose.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g),
    ([, path = '']) => join(dirname(page), path),
  );
  const named = Array.from(
    text.matchAll(/`((?:src|search|scripts|tests|docs)\/[\w./{},-]+)`/g),
    ([, path = '']) => path,
  ).flatMap(expand);
  const isThere = (path: string) => existsSync(join(root, path));
  expect([...links, ...named].filter((path) => !isThere(path))).toEqual([]);
});

import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#library/code-digest.ts';
import { digestModules, listModules } from '#library/module-digest.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';
import { linkFiles, listLoads } from '../architecture/walls.ts';

const locked = (version: string) =>
  JSON.stringify({
    packages: {
      'node_modules/used': { version: '1.0.0', dependencies: { deep: '*' } },
      'node_modules/used/node_modules/deep': { version },
      'node_modules/deep': { version: '1.0.0' },
      'node_modules/@scope/other': { version: '1.0.0' },
    },
  });

const files = {
  'package.json': JSON.stringify({ imports: { '#core/*': './src/core/*' } }),
  'package-lock.json': locked('2.0.0'),
  'src/entry.ts': `import { readFileSync } from 'node:fs';
import {
  one,
  two,
} from '#core/one.ts';
import type { Shape } from './shape.ts';
export { three } from './three.ts';
export * from './star.ts';
import './effect.ts';
const late = await import('./late.ts');
const worker = new URL('./worker.ts', import.meta.url);
const place = new URL('../..', import.meta.url);
`,
  'src/core/one.ts':
    "import { used } from 'used/part.js';\nexport type { A } from '../shape.ts';\n",
  'src/three.ts':
    "import { type Shape, four } from './four.ts';\nimport { one } from '#core/one.ts';\n",
  'src/star.ts': '',
  'src/effect.ts': '',
  'src/late.ts': '',
  'src/worker.ts': '',
  'src/four.ts': "import { three } from './three.ts';\n",
  'src/shape.ts': 'export interface Shape {}\n',
  'src/importer.ts': "import { other } from '@scope/other';\nimport './entry.ts';\n",
  'src/style.css': '',
};

const loaded = [
  'src/core/one.ts',
  'src/effect.ts',
  'src/entry.ts',
  'src/four.ts',
  'src/late.ts',
  'src/star.ts',
  'src/three.ts',
  'src/worker.ts',
];

describe('the modules that a module loads', () => {
  const prepare = (): string => {
    const root = makeFolder();
    writeFiles(root, files);
    return root;
  };
  const digest = (root: string) => digestModules(['src/entry.ts'], root);

  it('are found in imports and exports of any form, types apart', () => {
    const found = listModules(['src/entry.ts'], prepare());
    expect(found).toEqual({ files: loaded, packages: ['used'] });
    expect(listModules(['src/importer.ts'], prepare()).packages).toEqual(['@scope/other', 'used']);
  });

  it.each(loaded)('have another digest when %s changes', (path) => {
    const root = prepare();
    const before = digest(root);
    writeFiles(root, { [path]: `${files[path as keyof typeof files]}// changed\n` });
    expect(digest(root)).not.toBe(before);
  });

  it.each(['src/importer.ts', 'src/style.css', 'src/shape.ts', 'src/new.ts'])(
    'have the same digest when %s changes',
    (path) => {
      const root = prepare();
      const before = digest(root);
      writeFiles(root, { [path]: '// changed\n' });
      expect(digest(root)).toBe(before);
    },
  );

  it('have another digest when a package that they need has another version, and no other', () => {
    const root = prepare();
    const before = digest(root);
    writeFiles(root, { 'package-lock.json': locked('2.0.1') });
    expect(digest(root)).not.toBe(before);
    writeFiles(root, {
      'package-lock.json': locked('2.0.0').replace(/(?<="@scope\/other":\{"version":")1/, '9'),
    });
    expect(digest(root)).toBe(before);
  });
});

it('what TypeScript says a module of the project loads is found', () => {
  const sources = globSync('{src,search}/**/*.ts', { cwd: projectRoot }).map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(join(projectRoot, path), 'utf8'),
  }));
  const links = linkFiles(sources, listLoads);
  for (const entry of ['src/library/compile-folder.ts', 'src/publish/index.ts']) {
    const reached = new Set([entry]);
    for (const path of reached) for (const next of links.get(path) ?? []) reached.add(next);
    const { files: found } = listModules([entry]);
    expect([...reached].filter((path) => !found.includes(path))).toEqual([]);
  }
});

it('compiling loads its own modules, and nothing that imports, plans or draws', () => {
  const { files: found } = listModules(['src/library/compile-folder.ts']);
  expect(found.filter((path) => !/^src\/(?:core|library)\//.test(path))).toEqual([]);
  for (const path of ['refresh', 'relate', 'published', 'kept', 'catalogue', 'systems', 'pool'])
    expect(found).not.toContain(`src/library/${path}.ts`);
  const library = readdirSync(join(projectRoot, 'src/library'));
  expect(library.filter((name) => found.includes(`src/library/${name}`)).length).toBeGreaterThan(8);
});

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/lib/tools.ts';
import { INDEX_CODE } from '#search/embedded/texts/build.ts';
import {
  findCycles,
  findForbiddenArrows,
  findHeavyBrowserCode,
  findImpureCode,
  findImpureImports,
  findLongFiles,
  findMachinePaths,
  findUntoldFunctions,
  linkFiles,
  listImports,
  listLoads,
  type Source,
  findLookingTemplates,
} from './walls.ts';

const HERE = 'tests/architecture/';

function read(...patterns: readonly string[]): readonly Source[] {
  return globSync([...patterns], { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('node_modules/'))
    .map((path) => ({ path, text: readFileSync(`${ROOT}/${path}`, 'utf8') }));
}

const code = read('{src,search,scripts}/**/*.{ts,mjs,astro}');
const written = [
  ...code,
  ...read('tests/**/*.{ts,mjs,json}', 'docs/**/*.md', '*.{md,json,ts,mjs}', '.ci/*'),
  ...read('{src,content}/**/*.{css,md,yaml,csv,svg}'),
].filter(({ path }) => !path.startsWith(HERE));

describe('the house', () => {
  it('is read', () => {
    expect(code.length).toBeGreaterThan(10);
    expect([...linkFiles(code).values()].flat().length).toBeGreaterThan(10);
  });

  it('has arrows one way only', () => {
    expect(findForbiddenArrows(code)).toEqual([]);
  });

  it('keeps core, records and browser code free of Node and Astro', () => {
    expect(findImpureImports(code)).toEqual([]);
  });

  it('loads nothing in a browser that is made for the build', () => {
    expect(findHeavyBrowserCode(code)).toEqual([]);
  });

  it('keeps core free of clock, chance, console and host', () => {
    expect(findImpureCode(code)).toEqual([]);
  });

  it('shows templates their views only', () => {
    expect(findLookingTemplates(code)).toEqual([]);
  });

  it('gives browsers the rule of statuses by itself', () => {
    const rule = code.find(({ path }) => path === 'src/core/catalog/status.ts');
    expect(rule && listLoads(rule)).toEqual([]);
  });

  it('makes an index anew when any code that makes it has changed', () => {
    const links = linkFiles(code, listLoads);
    const used = new Set(['search/embedded/texts/build.ts']);
    for (const path of used) {
      for (const next of links.get(path) ?? []) {
        if (/^(?:src\/core|search)\//.test(next)) used.add(next);
      }
    }
    expect(used).toContain('src/core/characters/index.ts');
    const isWatched = (path: string) =>
      INDEX_CODE.some((each) => path === each || path.startsWith(`${each}/`));
    expect([...used].filter((path) => !isWatched(path)).sort()).toEqual([]);
  });

  it('starts with what every Node has', () => {
    const first = code.filter(({ path }) => path.startsWith('scripts/bootstrap/'));
    const start = code.filter(({ path }) => path === 'scripts/run.mjs');
    expect(first.length * start.length).toBeGreaterThan(3);
    const foreign = [...start, ...first].flatMap((source) =>
      listImports(source).filter((name) => !/^(?:node:|\.\.?\/.*\.mjs$)/.test(name)),
    );
    expect(foreign).toEqual([]);
  });

  it('says of each exported function what comes back', () => {
    expect(findUntoldFunctions(code)).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(findCycles(linkFiles(code))).toEqual([]);
  });

  it('has no file above 400 lines', () => {
    expect(findLongFiles(code)).toEqual([]);
  });

  it('names no place on a machine', () => {
    expect(findMachinePaths(written)).toEqual([]);
  });
});

function file(path: string, text: string): Source {
  return { path, text };
}

describe('the checker', () => {
  const text = file('src/core/text/parse.ts', `export const parse = 1;`);
  const number = file('src/core/number/parse.ts', `import type { A } from '../text/parse.ts';`);

  it('sees an import against the arrows inside core, even of a type', () => {
    expect(findForbiddenArrows([number, text])).toEqual([
      'src/core/number/parse.ts imports src/core/text/parse.ts',
    ]);
  });

  it.each([
    ['src/core/catalog/a.ts', 'src/core/systems/build.ts'],
    ['src/core/systems/a.ts', 'src/core/check/index.ts'],
    ['src/core/check/a.ts', 'src/library/open.ts'],
    ['src/library/open.ts', 'src/site/pages/index.astro'],
    ['src/library/open.ts', 'scripts/server/serve.ts'],
    ['src/site/pages/index.astro', 'scripts/server/serve.ts'],
    ['src/site/client/find.ts', 'src/library/open.ts'],
    ['scripts/build.ts', 'src/site/pages/index.astro'],
    ['search/record/make.ts', 'src/library/open.ts'],
    ['search/match/rank.ts', 'src/library/open.ts'],
    ['search/places/place.ts', 'search/match/rank.ts'],
    ['search/contract.ts', 'search/embedded/engine.ts'],
    ['src/core/catalog/a.ts', 'search/record/make.ts'],
    ['search/embedded/texts/write.ts', 'src/site/routes.ts'],
    ['src/site/pages/index.astro', 'src/publish/index.ts'],
    ['src/library/open.ts', 'src/publish/index.ts'],
    ['src/library/open.ts', 'src/import/system/index.ts'],
    ['src/site/views/home.ts', 'src/import/system/index.ts'],
    ['src/publish/index.ts', 'scripts/server/serve.ts'],
    ['src/core/model/a.ts', 'tests/support/browser.ts'],
  ])('refuses %s → %s', (from, to) => {
    const up = '../'.repeat(from.split('/').length - 1);
    const load = `export { x } from '${up}${to}';`;
    const source = file(from, from.endsWith('.astro') ? `---\n${load}\n---\n` : load);
    expect(findForbiddenArrows([source, file(to, '')])).toEqual([`${from} imports ${to}`]);
  });

  it.each([
    ['src/core/check/a.ts', 'src/core/number/parse.ts'],
    ['src/core/check/a.ts', 'src/core/systems/build.ts'],
    ['src/library/open.ts', 'src/core/text/parse.ts'],
    ['search/record/make.ts', 'src/core/model/row.ts'],
    ['src/site/pages/index.astro', 'src/library/open.ts'],
    ['search/embedded/texts/write.ts', 'src/library/open.ts'],
    ['src/publish/index.ts', 'src/site/routes.ts'],
    ['scripts/build.ts', 'src/publish/index.ts'],
    ['src/import/system/index.ts', 'src/library/xml.ts'],
    ['scripts/commands/import-system.ts', 'src/import/system/index.ts'],
    ['scripts/build.ts', 'search/embedded/texts/write.ts'],
    ['src/site/client/find.ts', 'search/contract.ts'],
  ])('allows %s → %s', (from, to) => {
    const up = '../'.repeat(from.split('/').length - 1);
    const load = `const x = await import('${up}${to}');`;
    const source = file(from, from.endsWith('.astro') ? `---\n${load}\n---\n` : load);
    expect(linkFiles([source, file(to, '')]).get(from)).toEqual([to]);
    expect(findForbiddenArrows([source, file(to, '')])).toEqual([]);
  });

  it('sees host modules in core, and in the scripts of browser code', () => {
    const pure = file('src/core/model/a.ts', `import { z } from 'zod';`);
    const node = file('src/core/model/b.ts', `import { join } from 'node:path';`);
    const bare = file('src/core/model/c.ts', `import fs from 'fs';`);
    const astro = file('src/core/model/d.ts', `import { x } from 'astro:content';`);
    const client = file('src/site/client/e.ts', `await import('node:fs');`);
    const found = findImpureImports([pure, node, bare, astro, client]);
    expect(found.map((line) => line.split(' ').at(-1))).toEqual([
      'node:path',
      'fs',
      'astro:content',
      'node:fs',
    ]);
  });

  it('sees what a page loads by way of other rooms, and not what it takes types from', () => {
    const client = file(
      'src/site/client/a.ts',
      `import { ask } from '../../../search/ask.ts'; import type { P } from '../../../search/b.ts';`,
    );
    const asks = file('search/ask.ts', `export const ask = () => import('./later.ts');`);
    const later = file('search/later.ts', `export { d } from 'pinyin-pro'; import 'node:fs';`);
    const types = file('search/b.ts', `import { P } from 'astro'; export type { P };`);
    const small = file('search/c.ts', `import { distance } from 'fastest-levenshtein';`);
    expect(findHeavyBrowserCode([client, asks, later, types, small])).toEqual([
      'search/later.ts imports pinyin-pro',
      'search/later.ts imports node:fs',
    ]);
    const mixed = file('src/site/client/a.ts', `import { type P, q } from '../../../search/b.ts';`);
    expect(findHeavyBrowserCode([mixed, types])).toEqual(['search/b.ts imports astro']);
  });

  it('sees clock, chance, console and host in core, and nothing in comments and names', () => {
    const bad = ['console.log(1)', 'Date.now()', 'new Date()', 'Math.random()', 'process.cwd()'];
    for (const line of bad) {
      const found = findImpureCode([file('src/core/text/a.ts', `\n${line};`)]);
      expect(found, line).toHaveLength(1);
      expect(found[0]).toMatch(/^src\/core\/text\/a\.ts:2 /);
    }
    const good = `// console.log, Date.now()\nconst a = 'new Date()'; new Date(a); const b = { process: 1 }; b.process;`;
    expect(findImpureCode([file('src/core/text/a.ts', good)])).toEqual([]);
    expect(findImpureCode([file('src/library/a.ts', 'console.log(1)')])).toEqual([]);
  });

  it('sees a circle, once', () => {
    const links = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', []],
    ]);
    expect(findCycles(links)).toEqual(['a → b → c → a']);
    expect(findCycles(new Map([['a', ['a']]]))).toEqual(['a → a']);
  });

  it('sees a template that looks into a library by itself', () => {
    const page = (path: string) =>
      file('src/site/components/Some.astro', `---\nimport { some } from '${path}';\n---\n`);
    const others = ['src/site/data/facets.ts', 'src/site/data/facet-words.ts'].map((path) =>
      file(path, ''),
    );
    expect(findLookingTemplates([page('../data/facets.ts'), ...others])).toEqual([
      'src/site/components/Some.astro imports src/site/data/facets.ts',
    ]);
    expect(findLookingTemplates([page('../data/facet-words.ts'), ...others])).toEqual([]);
  });

  it('sees an exported function that nothing is said of', () => {
    const told =
      '/** The sum of two numbers. */\nexport const add = (a: number, b: number) => a + b;\n';
    const untold = '// Adds.\nexport function sum() {}\n/** . */\nexport const low = () => 1;\n';
    expect(findUntoldFunctions([file('src/core/a.ts', `${told}function own() {}\n`)])).toEqual([]);
    expect(findUntoldFunctions([file('scripts/a.ts', untold)])).toHaveLength(2);
    expect(findUntoldFunctions([file('src/site/pages/a.ts', untold)])).toEqual([]);
  });

  it('counts lines', () => {
    expect(findLongFiles([file('src/a.ts', 'x\n'.repeat(400))])).toEqual([]);
    expect(findLongFiles([file('src/a.ts', 'x\n'.repeat(401))])).toEqual([
      'src/a.ts has 401 lines',
    ]);
  });

  it('sees places on a machine and registry hosts, and no ordinary path', () => {
    const bad = ["see '/home/wang/x'", '`/home/li/x`', 'C:\\Users\\li', '(/root/x)'];
    for (const line of [...bad, `https://${['registry', 'npmjs', 'org'].join('.')}/`]) {
      expect(findMachinePaths([file('a.md', `\n${line}`)]), line).toEqual([
        `a.md:2 ${line.slice(0, 120)}`,
      ]);
    }
    const good = ['/usr/bin/chromium', 'src/work/a', 'https://example.org/work/a', '${dir}/tmp/x'];
    expect(findMachinePaths([file('a.md', good.join('\n'))])).toEqual([]);
  });
});

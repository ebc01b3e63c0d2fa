import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runBuild } from './run-build.ts';

/** Every file of a built site with its content; the search index names its files anew each time. */
function readSite(out: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    const path = relative(out, join(entry.parentPath, entry.name));
    if (!entry.isFile() || path.startsWith('pagefind') || path === '.biaolian-build') continue;
    files.set(path, readFileSync(join(out, path), 'latin1'));
  }
  return files;
}

function makeLibrary(): string {
  const dir = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    [standardPath(2)]: writeStandard({
      serial: 2,
      body: '\n##\n\n包装应符合 DB9902/T 1—2024 的规定。\n',
    }),
    [standardPath(3)]: writeStandard({
      serial: 3,
      body: '\n##\n\n外形见[#fig]。\n\n:::figure[外形]{#fig}\n![外形](a.svg)\n:::\n',
    }),
    'standards/local/db9902-t-3-2024/a.svg':
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  });
  return dir;
}

describe('a partial build', () => {
  it('equals a full build of the same library, file by file', async () => {
    const dir = makeLibrary();
    const out = join(makeFolder(), 'site');
    expect((await runBuild(dir, out)).status).toBe(0);
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1, meta: 'abstract: 新的文摘。\n' }).replace(
        '样例标准1',
        '新题样例',
      ),
    });
    rmSync(join(dir, 'standards/local/db9902-t-3-2024'), { recursive: true });
    const partial = await runBuild(dir, out);
    expect(partial.output).toMatch(/3 项标准|2 项标准（编译 1）/);
    const whole = join(makeFolder(), 'site');
    await runBuild(dir, whole);
    const [left, right] = [readSite(out), readSite(whole)];
    expect([...left.keys()].sort()).toEqual([...right.keys()].sort());
    for (const [path, content] of right) expect(left.get(path), path).toBe(content);
  });

  it('draws nothing when nothing changed, and the neighbours when a title did', async () => {
    const dir = makeLibrary();
    const out = join(makeFolder(), 'site');
    await runBuild(dir, out);
    expect((await runBuild(dir, out)).output).toContain('（生成 0）');
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({ serial: 1 }).replace('样例标准1', '改题'),
    });
    await runBuild(dir, out);
    const citing = readFileSync(join(out, 'standards/db9902-t-2-2024/index.html'), 'utf8');
    expect(citing).toContain('改题');
  });

  it('is a full one when someone emptied the output', async () => {
    const dir = makeLibrary();
    const out = join(makeFolder(), 'site');
    await runBuild(dir, out);
    rmSync(out, { recursive: true });
    await runBuild(dir, out);
    expect(existsSync(join(out, 'standards/db9902-t-1-2024/index.html'))).toBe(true);
  });
});

describe('what is drawn again', () => {
  const page = 'standards/db9902-t-3-2024';
  const source = 'standards/local/db9902-t-3-2024';

  it('is a figure that changed or went, and Markdown of which only a comment changed', async () => {
    const dir = makeLibrary();
    const out = join(makeFolder(), 'site');
    await runBuild(dir, out);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1"/></svg>';
    const markdown = readFileSync(join(dir, source, 'index.md'), 'utf8');
    writeFiles(dir, { [`${source}/a.svg`]: svg, [`${source}/b.svg`]: svg });
    await runBuild(dir, out);
    expect(readFileSync(join(out, page, 'a.svg'), 'utf8')).toBe(svg);
    writeFiles(dir, { [`${source}/index.md`]: `${markdown}\n<!-- 附记 -->\n` });
    rmSync(join(dir, source, 'b.svg'));
    await runBuild(dir, out);
    expect(readFileSync(join(out, page, 'index.md'), 'utf8')).toContain('附记');
    expect(readdirSync(join(out, page)).filter((name) => name.endsWith('.svg'))).toEqual(['a.svg']);
  });

  it('is every page when names of the vocabulary changed', async () => {
    const dir = makeLibrary();
    const out = join(makeFolder(), 'site');
    await runBuild(dir, out);
    writeFiles(dir, {
      'vocabulary/bodies.csv': 'code,zh,en\n示范市市场监督管理局,,Bureau of Shifan\n',
    });
    await runBuild(dir, out);
    const english = readFileSync(join(out, 'en', page, 'index.html'), 'utf8');
    expect(english).toContain('Bureau of Shifan');
  });
});

describe('a build that dies between moving pages and noting them', () => {
  it('leaves no page behind of what the author took back', async () => {
    const dir = makeLibrary();
    const out = join(makeFolder(), 'site');
    const cache = makeFolder();
    const page = join(out, 'standards/db9902-t-1-2024/index.html');
    expect((await runBuild(dir, out, { cache })).status).toBe(0);
    const before = readFileSync(join(dir, standardPath(1)), 'utf8');
    writeFiles(dir, { [standardPath(1)]: before.replace('样例标准1', '改题') });
    rmSync(join(cache, 'index'), { recursive: true, force: true });
    writeFileSync(join(cache, 'index'), 'a file where search wants a folder');
    expect((await runBuild(dir, out, { cache })).status).not.toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('改题');
    rmSync(join(cache, 'index'));
    writeFiles(dir, { [standardPath(1)]: before });
    expect((await runBuild(dir, out, { cache })).status).toBe(0);
    expect(readFileSync(page, 'utf8')).not.toContain('改题');
  });
});

describe('what was published', () => {
  it('stays when the library has errors', async () => {
    const dir = makeLibrary();
    const out = join(makeFolder(), 'site');
    await runBuild(dir, out);
    const before = readSite(out);
    writeFiles(dir, { [standardPath(1)]: '---\nnumber: [\n---\n', [standardPath(2)]: 'rubbish' });
    const { status, output } = await runBuild(dir, out);
    expect(status).toBe(1);
    expect(output).toContain('front-matter-yaml');
    expect(output).toContain('front-matter-missing');
    expect(readSite(out)).toEqual(before);
  });

  it('stays whole when the build is killed, and the next build mends all', async () => {
    const dir = makeLibrary();
    const out = join(makeFolder(), 'site');
    await runBuild(dir, out);
    const home = readFileSync(join(out, 'index.html'), 'utf8');
    for (const killAfter of [300, 700, 1100, 1500]) {
      writeFiles(dir, {
        [standardPath(1)]: writeStandard({ serial: 1 }).replace('样例标准1', `改题${killAfter}`),
      });
      await runBuild(dir, out, { killAfter });
      expect(readFileSync(join(out, 'index.html'), 'utf8').length).toBeGreaterThan(home.length / 2);
      expect(existsSync(join(out, 'standards/db9902-t-2-2024/index.html'))).toBe(true);
    }
    await runBuild(dir, out);
    const whole = join(makeFolder(), 'site');
    await runBuild(dir, whole);
    const [left, right] = [readSite(out), readSite(whole)];
    for (const [path, content] of right) expect(left.get(path), path).toBe(content);
  });
});

it('figures lie beside their page in both languages’ eyes', async () => {
  const dir = makeLibrary();
  const out = join(makeFolder(), 'site');
  await runBuild(dir, out);
  expect(existsSync(join(out, 'standards/db9902-t-3-2024/a.svg'))).toBe(true);
  expect(readFileSync(join(out, 'standards/db9902-t-3-2024/index.html'), 'utf8')).toContain(
    'src="/standards/db9902-t-3-2024/a.svg"',
  );
});

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standardPath, writeFiles } from '../support/temporary-library.ts';
import { readSite } from './read-site.ts';
import { command as rollback } from '#scripts/commands/rollback.ts';
import { runCommand } from '../scripts/run-command.ts';
import { buildWhole, expectEqual, prepare, rename } from './small-library.ts';

describe('a partial build', () => {
  const page = 'standards/db9902-t-3-2024';
  const source = 'standards/local/db9902-t-3-2024';

  it('draws what changed and what shows it, and equals a full build file by file', async () => {
    const { dir, out, build } = prepare();
    await build();
    expect((await build()).drawn).toBe(0);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1"/></svg>';
    const markdown = readFileSync(join(dir, source, 'index.md'), 'utf8');
    writeFiles(dir, {
      [standardPath(1)]: rename(1, '新题样例'),
      [`${source}/a.svg`]: svg,
      [`${source}/b.svg`]: svg,
    });
    const renamed = await build();
    expect([renamed.compiled, renamed.drawn < renamed.pages]).toEqual([2, true]);
    expect(readFileSync(join(out, 'standards/db9902-t-2-2024/index.html'), 'utf8')).toContain(
      '新题样例',
    );
    expect(readFileSync(join(out, page, 'index.html'), 'utf8')).toContain(`src="/${page}/a.svg"`);
    expect(readFileSync(join(out, page, 'a.svg'), 'utf8')).toBe(svg);
    writeFiles(dir, { [`${source}/index.md`]: `${markdown}\n<!-- 附记 -->\n` });
    rmSync(join(dir, source, 'b.svg'));
    rmSync(join(dir, standardPath(2), '..'), { recursive: true });
    await build();
    expect(readFileSync(join(out, page, 'index.md'), 'utf8')).toContain('附记');
    expect(readdirSync(join(out, page)).filter((name) => name.endsWith('.svg'))).toEqual(['a.svg']);
    expectEqual(readSite(out), await buildWhole(dir));
  });
});

it('everything is drawn for another address and into an emptied folder, and a new word where it stands', async () => {
  const { dir, out, build } = prepare();
  await build();
  writeFiles(dir, {
    'vocabulary/bodies.csv': 'code,zh,en\n示范市市场监督管理局,,Bureau of Shifan\n',
  });
  await build();
  const page = () => readFileSync(join(out, 'en/standards/db9902-t-1-2024/index.html'), 'utf8');
  expect(page()).toContain('Bureau of Shifan');
  const moved = await build({ site: 'https://standards.example' });
  expect(moved.drawn).toBe(moved.pages);
  expect(page()).toContain('https://standards.example/en/standards/db9902-t-1-2024/');
  rmSync(out, { recursive: true });
  expect((await build({ site: 'https://standards.example' })).drawn).toBe(moved.pages);
});

describe('what was published', () => {
  it('comes back by a rollback, and the next publication brings the newest again without drawing all', async () => {
    const { dir, out, build } = prepare();
    await build();
    const before = readSite(out);
    writeFiles(dir, { [standardPath(1)]: rename(1, '新题样例') });
    const { pages } = await build();
    const after = readSite(out);
    const { status } = await runCommand(rollback, {
      argv: ['--site', out],
      json: false,
      library: dir,
    });
    expect(status).toBe(0);
    expectEqual(readSite(out), before);
    const again = await build();
    expect([again.drawn > 0, again.drawn < pages]).toEqual([true, true]);
    expectEqual(readSite(out), after);
  });

  it('stays where an error is, and is new elsewhere', async () => {
    const { dir, out, build } = prepare();
    await build();
    const page = (serial: number) =>
      readFileSync(join(out, `standards/db9902-t-${serial}-2024/index.html`), 'utf8');
    const list = () => readFileSync(join(out, 'browse/kind/local/index.html'), 'utf8');
    writeFiles(dir, {
      [standardPath(1)]: rename(1, '坏了的题').replace('样例应完整。', '见[#nope]。'),
      [standardPath(2)]: rename(2, '好的新题'),
    });
    const result = await build();
    expect(result).toMatchObject({
      ok: true,
      withheld: [{ path: 'standards/local/db9902-t-1-2024', shown: 'earlier' }],
    });
    expect([page(1).includes('样例应完整。'), page(1).includes('坏了的题')]).toEqual([true, false]);
    expect(page(2)).toContain('好的新题');
    expect(list()).toContain('样例标准1');
    expect(list()).not.toContain('坏了的题');
    // Drawn anew from what was kept, figures and Markdown with it.
    rmSync(out, { recursive: true });
    await build();
    expect(page(1)).toContain('样例应完整。');
    expect(existsSync(join(out, 'standards/db9902-t-1-2024/index.md'))).toBe(true);
  });

  it('stays whole when nothing can be published, or all or nothing was asked for', async () => {
    const { dir, out, build } = prepare();
    await build();
    const before = readSite(out);
    writeFiles(dir, { [standardPath(1)]: '---\nnumber: [\n---\n' });
    expect((await build({ allOrNothing: true })).ok).toBe(false);
    expect(readSite(out)).toEqual(before);
  });
});

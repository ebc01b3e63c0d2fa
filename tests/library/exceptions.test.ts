import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { command as check } from '#scripts/commands/check.ts';
import { command as fix } from '#scripts/commands/fix.ts';
import { command as show } from '#scripts/commands/show.ts';
import { createWorkspace } from '#editor/workspace.ts';
import { locateText, readWritten } from '#editor/written.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runCommand } from '../scripts/run-command.ts';

const folder = standardPath(1).replace('/index.md', '');
const body =
  '\n# 存放 {#storage}\n\n## 时间 {#time}\n\n样例应放置24h。\n\n## 温度\n\n样例应存放于20℃，静置48h。\n\n# 运输\n\n样例应在24h内运到。\n';

/** An item of the file, valid but for what is given. */
const item = (keys: Readonly<Record<string, string>>): string =>
  `- { ${Object.entries({
    rule: 'unit-space',
    file: folder,
    reason: '与铭牌一致',
    by: '王某',
    until: '2026-12-31',
    ...keys,
  })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }\n`;

function makeLibrary(exceptions: string | Uint8Array, text = body): string {
  const dir = makeFolder();
  writeFiles(dir, {
    [standardPath(1)]: writeStandard({ serial: 1, body: text }),
    'exceptions.yaml': exceptions,
  });
  return dir;
}

async function open(exceptions: string | Uint8Array, text = body, asOf = '2026-06-01') {
  const dir = makeLibrary(exceptions, text);
  const library = await openLibrary({ dir, cache: makeFolder(), asOf });
  return library;
}

const shown = ({ diagnostics }: Library, rule = 'unit-space') =>
  diagnostics.filter((found) => found.rule === rule).length;
const stale = ({ diagnostics }: Library) =>
  diagnostics
    .filter(({ rule }) => rule === 'exception-stale')
    .map(({ range, message }) => `${range.start.line} ${message.zh}`);

describe('an exception', () => {
  it.each([
    ['of a standard lets all findings of its rule stand', {}, 4],
    ['of a file', { file: standardPath(1) }, 4],
    ['of a clause by its number', { clause: "'4.1'" }, 0],
    ['of a clause by its id', { clause: 'time' }, 1],
    ['of a chapter, with its sub-clauses', { clause: 'storage' }, 3],
    ['of a chapter by its number, which YAML takes for a number', { clause: '6' }, 3],
    ['of words of the line', { words: '48h' }, 2],
    ['of words in a clause', { clause: 'storage', words: '24h' }, 1],
  ])('%s', async (_, keys, count) => {
    const library = await open(item(keys));
    expect(library.allowed).toHaveLength(count);
    expect(shown(library)).toBe(4 - count);
    expect(stale(library)).toHaveLength(count === 0 ? 1 : 0);
  });

  it('goes with its clause when lines move', async () => {
    const before = await open(item({ clause: 'time' }));
    const after = await open(item({ clause: 'time' }), `\n# 包装\n\n样例应完整。\n${body}`);
    expect([before, after].map(({ allowed }) => allowed.length)).toEqual([1, 1]);
    expect(after.allowed[0]?.found.range).not.toEqual(before.allowed[0]?.found.range);
  });

  it('holds on its last day; on the next the finding is back, and so says the item', async () => {
    const last = await open(item({ until: '2026-06-01' }));
    expect([shown(last), last.allowed.length, stale(last)]).toEqual([0, 4, []]);
    const next = await open(item({ until: '2026-05-31' }));
    expect([shown(next), next.allowed.length]).toEqual([4, 0]);
    expect(stale(next)).toEqual(['1 例外的期限 2026-05-31 已过，不再生效']);
  });

  it('that nothing matches any more is a finding at its line, and fails', async () => {
    const exceptions = `# 逐条复核\n${item({})}${item({ rule: 'range-tilde' })}${item({ file: 'standards/local/none' })}`;
    const library = await open(exceptions);
    expect(stale(library)).toEqual([
      `3 ${folder} 里已经没有这一项所指的“range-tilde”`,
      '4 standards/local/none 里已经没有这一项所指的“unit-space”',
    ]);
    expect(library.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('allows no error', async () => {
    const wrong = '\n##\n\n样例见[#nope]。\n\n##\n\n样例应完整。\n';
    const library = await open(item({ rule: 'xref-unknown' }), wrong);
    expect(shown(library, 'xref-unknown')).toBe(1);
    expect(stale(library)).toEqual([`1 “xref-unknown”在 ${folder} 里是错误，不能列为例外`]);
  });

  it('of a standard whose name only begins alike is not of this one', async () => {
    const library = await open(item({ file: folder.slice(0, -1) }));
    expect([shown(library), library.allowed.length]).toEqual([4, 0]);
  });
});

describe('a file of exceptions that is wrong', () => {
  it.each<[string, string, RegExp, number?]>([
    ['a rule nobody knows', item({ rule: 'unit-spaces' }), /没有这条规则，相近的是 unit-space$/],
    ['no reason', item({ reason: '' }), /reason.*必须填写/],
    ['no last day', item({ until: '' }), /until.*必须填写/],
    ['a day that is none', item({ until: '2026-02-30' }), /until.*YYYY-MM-DD/],
    ['an unknown key', item({ line: '5' }), /没有“0\.line”这个键/],
    ['no list', 'rule: unit-space\n', /列表/, 1],
    ['broken YAML', '- { rule: [\n', /不是合法的 YAML/, 3],
  ])('with %s says so at its line, and allows nothing', async (_, text, message, line = 2) => {
    const library = await open(`# 例外\n${text}`);
    const found = library.diagnostics.filter(({ file }) => file === 'exceptions.yaml');
    expect(found.map(({ rule }) => rule)).toContain('exceptions-file');
    expect(found.map(({ message: said }) => said.zh).join('\n')).toMatch(message);
    expect(found.map(({ range }) => range.start.line)).toContain(line);
    expect([shown(library), library.allowed.length]).toEqual([4, 0]);
  });

  it('as GBK is refused, and one of comments only is empty', async () => {
    const gbk = await open(Uint8Array.of(0xd1, 0xf9));
    expect(gbk.diagnostics.map(({ rule }) => rule)).toContain('encoding');
    expect((await open('# 还没有例外\n', '')).diagnostics).toEqual([]);
  });
});

describe('the commands', () => {
  const everyDay = { until: '2999-12-31' };

  it('check counts what is let stand, and ends with 0', async () => {
    const library = makeLibrary(item(everyDay));
    const { status, out } = await runCommand(check, { argv: [], json: false, library });
    expect(status).toBe(0);
    expect(out).toContain('另有 4 处列为例外');
    expect(out).not.toContain('24h');
  });

  it('check --format sarif has it as suppressed, with the reason', async () => {
    const library = makeLibrary(item({ ...everyDay, words: '48h' }));
    const argv = ['--format', 'sarif'];
    const { out } = await runCommand(check, { argv, json: false, library });
    const { results } = (
      JSON.parse(out) as { runs: { results: { suppressions?: { justification: string }[] }[] }[] }
    ).runs[0] ?? { results: [] };
    expect(results.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
      undefined,
      undefined,
      '与铭牌一致',
      '与铭牌一致',
    ]);
  });

  it('fix leaves it, and so says --dry-run', async () => {
    const library = makeLibrary(item({ ...everyDay, clause: 'time' }));
    const dry = await runCommand(fix, { argv: ['--dry-run'], json: false, library });
    expect(dry.out).toMatch(/^-样例应在24h内运到。$/m);
    expect(dry.out).not.toMatch(/^-样例应放置24h。$/m);
    await runCommand(fix, { argv: [], json: false, library });
    const text = readFileSync(join(library, standardPath(1)), 'utf8');
    expect(text).toContain('样例应放置24h。');
    expect(text).toContain('样例应在24 h内运到。');
  });
});

describe('whoever looks at one text only', () => {
  const until = `${new Date().getUTCFullYear() + 1}-12-31`;

  it('is told by std show what std check says, and no more', async () => {
    const dir = makeLibrary(item({ until }));
    const look = async () =>
      (await runCommand(show, { argv: [folder], json: false, library: dir })).err;
    expect(await look()).not.toContain('unit-space');
    writeFiles(dir, { 'exceptions.yaml': '[]\n' });
    expect(await look()).toContain('unit-space');
  });

  it('is told the same by the editor', () => {
    const dir = makeLibrary(item({ until, clause: 'time' }));
    const file = join(dir, standardPath(1));
    const source = readFileSync(file, 'utf8');
    const at = locateText(pathToFileURL(file).href, source, dir);
    if (!at) throw new Error('no text');
    const found = readWritten(at, source, createWorkspace(dir), () => undefined).findings();
    expect(found.filter(({ rule }) => rule === 'unit-space')).toHaveLength(3);
  });
});

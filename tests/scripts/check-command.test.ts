import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command as check } from '#scripts/commands/check.ts';
import { command as fix } from '#scripts/commands/fix.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';
import { sarifLog } from './sarif-shape.ts';

const wrong = '\n##\n\n样例应放置24h。\n\n##\n\n样例见[#nope]，应放置24h。\n';

function makeLibrary(body = wrong): string {
  const dir = makeFolder();
  writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1, body }) });
  return dir;
}

const run = (library: string, ...argv: readonly string[]) =>
  runCommand(check, { argv, json: false, library });

const readSarif = async (library: string, ...argv: readonly string[]) => {
  const { out, status } = await run(library, '--format', 'sarif', ...argv);
  const [first] = sarifLog.parse(JSON.parse(out)).runs;
  if (!first) throw new Error('no run');
  return { status, run: first };
};

/** What each result points at, by its fingerprint. */
const places = ({ results }: Awaited<ReturnType<typeof readSarif>>['run']) =>
  new Map(
    results.map(({ ruleId, locations, partialFingerprints }) => [
      Object.values(partialFingerprints).join(),
      `${ruleId} ${locations[0]?.physicalLocation.region.startLine}`,
    ]),
  );

describe('std check --format', () => {
  it('sarif is SARIF 2.1.0: each result with its rule, its place, the link and the fix', async () => {
    const { status, run: found } = await readSarif(
      makeLibrary(),
      '--rules-url',
      'https://example.org/docs/rules.md',
    );
    expect(status).toBe(1);
    const { rules } = found.tool.driver;
    for (const { ruleId, ruleIndex, properties } of found.results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(rules[ruleIndex]?.helpUri).toBe(`https://example.org/docs/rules.md#${ruleId}`);
      expect(properties['rule']).toBe(rules[ruleIndex]?.helpUri);
    }
    const spaces = found.results.filter(({ ruleId }) => ruleId === 'unit-space');
    expect(spaces).toHaveLength(2);
    for (const { level, fixes, locations } of spaces) {
      expect(level).toBe('warning');
      const region = locations[0]?.physicalLocation.region;
      expect((region?.endColumn ?? 0) - (region?.startColumn ?? 0)).toBe('24h'.length);
      expect(fixes?.[0]?.artifactChanges[0]?.replacements[0]).toEqual({
        deletedRegion: { ...region, startColumn: (region?.endColumn ?? 0) - 1 },
        insertedContent: { text: ' h' },
      });
    }
    expect(found.results.find(({ ruleId }) => ruleId === 'xref-unknown')?.level).toBe('error');
  });

  it('sarif links to the rules of this copy where no address is given, and is valid without findings', async () => {
    const { run: found } = await readSarif(makeLibrary());
    expect(found.tool.driver.informationUri).toMatch(/^file:\/\/.*\/docs\/rules\.md$/);
    const { status, run: clean } = await readSarif(makeLibrary(''));
    expect(status).toBe(0);
    expect(clean.results).toEqual([]);
  });

  it('sarif keeps the fingerprints when lines move, and tells two findings of one line apart', async () => {
    const before = places((await readSarif(makeLibrary('\n##\n\n应放24h，应放24h。\n'))).run);
    const after = places(
      (await readSarif(makeLibrary('\n##\n\n样例应轻便。\n\n##\n\n应放24h，应放24h。\n'))).run,
    );
    expect(before.size).toBeGreaterThan(1);
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    expect([...after.values()]).not.toEqual([...before.values()]);
    const other = places((await readSarif(makeLibrary('\n##\n\n应放48h。\n'))).run);
    expect([...other.keys()].filter((key) => before.has(key))).toEqual([]);
  });

  it('github writes annotations only, and json a finding a line, as --json does', async () => {
    const library = makeLibrary();
    const { out } = await run(library, '--format', 'github');
    const lines = out.trim().split('\n');
    expect(lines.every((line) => /^::(?:error|warning|notice) file=\S+,line=\d+/.test(line))).toBe(
      true,
    );
    const { out: json } = await run(library, '--format', 'json');
    expect(json).toBe((await runCommand(check, { argv: [], json: true, library })).out);
    expect(json.trim().split('\n')).toHaveLength(lines.length);
  });

  it.each([[['--format', 'xml']], [['--format', 'sarif', '--lang', 'fr']]])(
    'refuses %j',
    async (argv) => {
      await expect(run(makeLibrary(), ...argv)).rejects.toMatchObject({ exitCode: 2 });
    },
  );

  it('refuses --json beside another format', async () => {
    const given = { argv: ['--format', 'sarif'], json: true, library: makeLibrary() };
    await expect(runCommand(check, given)).rejects.toMatchObject({ exitCode: 2 });
  });

  it('text shows the line, a caret under the words, and where the rule is explained', async () => {
    const { out } = await run(makeLibrary(), '--lang', 'zh');
    expect(out).toContain('unit-space  docs/rules.md#unit-space');
    expect(out).toMatch(/\d+ \| 样例应放置24h。\n +\^\^\^\n/);
  });
});

describe('std fix --dry-run', () => {
  const careless = '\n##\n\n样例应轻便,完整，不得破损，温度应为2~8℃。\n\n##\n\n样例应放置24h。\n';

  it('shows the lines as the fix then writes them, and writes nothing', async () => {
    const library = makeLibrary(careless);
    const path = join(library, standardPath(1));
    const before = readFileSync(path, 'utf8');
    const { out } = await runCommand(fix, { argv: ['--dry-run'], json: false, library });
    expect(readFileSync(path, 'utf8')).toBe(before);
    const shown = (sign: string) =>
      out.split('\n').flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []));
    expect(shown('-')).toEqual([
      `-- ${standardPath(1)}`,
      '样例应轻便,完整，不得破损，温度应为2~8℃。',
      '样例应放置24h。',
    ]);
    await runCommand(fix, { argv: [], json: false, library });
    const lines = new Set(readFileSync(path, 'utf8').split('\n'));
    const added = shown('+').slice(1);
    expect(added).toHaveLength(2);
    expect(added.filter((line) => !lines.has(line))).toEqual([]);
  });

  it('shows nothing where there is nothing to fix', async () => {
    const { out } = await runCommand(fix, {
      argv: ['--dry-run'],
      json: false,
      library: makeLibrary(''),
    });
    expect(out).not.toMatch(/^[-+@]/m);
  });
});

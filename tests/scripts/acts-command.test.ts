import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#library/code-digest.ts';
import { actsFolder } from '#library/library-lock.ts';
import { explain } from '#scripts/bootstrap/problem.mjs';
import { command as amend } from '#scripts/commands/amend.ts';
import type { Command } from '#scripts/commands/command.ts';
import { command as confirm } from '#scripts/commands/confirm.ts';
import { command as correct } from '#scripts/commands/correct.ts';
import { command as publish } from '#scripts/commands/publish.ts';
import { command as renumber } from '#scripts/commands/renumber.ts';
import { command as revise } from '#scripts/commands/revise.ts';
import { command as transfer } from '#scripts/commands/transfer.ts';
import { command as withdraw } from '#scripts/commands/withdraw.ts';
import {
  base,
  basePath,
  changedText,
  copyOf,
  makeActsLibrary,
  openActs,
  readLibraryFiles,
  today,
} from '#tests/acts/acts-library.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '#tests/support/temporary-library.ts';
import { runCommand } from './run-command.ts';

function writeText(text: string): string {
  const folder = makeFolder();
  writeFiles(folder, { 'index.md': text });
  return join(folder, 'index.md');
}

const onDay = ['--on', today];

/** The eight commands as a clerk types them. */
const typed: Readonly<Record<string, readonly [Command, () => readonly string[]]>> = {
  publish: [publish, () => ['sf2026-099', '--implemented', '2027-03-01']],
  revise: [revise, () => [base]],
  amend: [amend, () => [base, '--text', writeText(changedText), '--implemented', '2027-01-01']],
  correct: [correct, () => [base, '--text', writeText(changedText), '--note', '4.1 漏印“当场”']],
  confirm: [confirm, () => [base]],
  withdraw: [withdraw, () => [base, '--reason', '内容并入', '--by', 'DB9902/T 702—2024']],
  renumber: [renumber, () => ['DB9902/T 700—2019', 'DB9902/T 790—2019']],
  transfer: [transfer, () => [base, 'T/SFXS 099—2024', '--issuer', '示范市行业协会']],
};

/** What a copy of a library is after a command: its files. */
async function readAfterCommand(
  command: Command,
  argv: readonly string[],
  origin: string,
): Promise<Record<string, string>> {
  const library = copyOf(origin);
  await runCommand(command, { library, json: false, argv });
  return readLibraryFiles(library);
}

interface Answer {
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly dryRun: boolean;
  readonly applied: boolean;
  readonly files: readonly { readonly kind: string; readonly path: string }[];
  readonly errors: readonly unknown[];
  readonly commit?: string;
  readonly diff?: string;
}

describe('the commands of the life of a standard', { timeout: 60_000 }, () => {
  it.each(Object.entries(typed))(
    '%s --dry-run shows the change and writes nothing; without it just that is done, and once',
    async (_, [command, list]) => {
      const library = makeActsLibrary();
      const before = readLibraryFiles(library);
      const argv = [...list(), ...onDay];
      const shown = await runCommand(command, {
        library,
        json: true,
        argv: [...argv, '--dry-run'],
      });
      const dry = JSON.parse(shown.out) as Answer;
      expect(dry).toMatchObject({ dryRun: true, applied: false, errors: [] });
      expect(dry.diff).toContain('+++ b/');
      expect(readLibraryFiles(library)).toEqual(before);
      expect(existsSync(join(library, actsFolder))).toBe(false);

      const done = await runCommand(command, { library, json: true, argv });
      const answer = JSON.parse(done.out) as Answer;
      expect({ ...answer, status: done.status }).toMatchObject({
        sentence: dry.sentence,
        files: dry.files,
        dryRun: false,
        applied: true,
        status: 0,
      });
      const after = readLibraryFiles(library);
      const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
        (path) => before[path] !== after[path],
      );
      const said = answer.files.map(({ path }) => path);
      expect(differing.filter((path) => path in after && !said.includes(path))).toEqual([]);

      const again = await runCommand(command, { library, json: false, argv });
      expect(again.status).toBe(0);
      expect(again.out).toMatch(
        /：已经是这样，没有改动\n.*: it is so already; nothing was changed\n$/,
      );
      expect(readLibraryFiles(library)).toEqual(after);
    },
  );

  it('killed as a process of its own: before it is written down nothing is done, after it all of it', async () => {
    const origin = makeActsLibrary();
    const argv = ['amend', base, '--text', writeText(changedText), ...onDay];
    const before = readLibraryFiles(origin);
    const after = await readAfterCommand(amend, argv.slice(1), origin);
    const preload = new URL('fixtures/die-before-rename.mjs', import.meta.url).href;
    const ends = await Promise.all(
      [0, 2].map(async (at) => {
        const library = copyOf(origin);
        const run = `import('#scripts/std.ts').then(({ main }) => main(${JSON.stringify([...argv, '--library', library])}))`;
        const args = ['--import', preload, '--input-type=module', '--eval', run];
        const env = { ...process.env, DIE_IN: library, DIE_AT: String(at) };
        const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: 'ignore' });
        const [, signal] = (await once(child, 'close')) as [number | null, string | null];
        await openActs(library);
        const files = readLibraryFiles(library);
        const again = await readAfterCommand(amend, argv.slice(1), library);
        return { signal, files, again };
      }),
    );
    expect(ends).toEqual([
      { signal: 'SIGKILL', files: before, again: after },
      { signal: 'SIGKILL', files: after, again: after },
    ]);
  });

  it('--commit makes one commit of these files, whatever else is changed, and git takes it back', async () => {
    const library = makeActsLibrary();
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-C', library, ...args], { encoding: 'utf8' }).stdout;
    git('init', '--quiet');
    git('config', 'user.name', 'A clerk');
    git('config', 'user.email', 'clerk@shifan.example');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Start');
    writeFiles(library, {
      'staged.txt': 'staged\n',
      'loose.txt': 'loose\n',
      'deadlines.yaml': '# changed by somebody\n',
    });
    git('add', 'staged.txt');
    const before = readLibraryFiles(library);
    const others = git('status', '--porcelain');
    const argv = ['DB9902/T 700—2019', 'DB9902/T 790—2019', '--commit', ...onDay];
    const { out, status } = await runCommand(renumber, { library, json: true, argv });
    const { commit, sentence } = JSON.parse(out) as Answer;
    expect(status).toBe(0);
    expect(git('log', '--format=%H %s')).toBe(
      `${commit} ${sentence.zh}\n${git('log', '--format=%H %s', '-1', '--skip=1')}`,
    );
    expect(sentence.zh).toBe('DB9902/T 700—2019 的编号改为 DB9902/T 790—2019');
    const files = git('show', '--format=', '--name-status', '--no-renames').trim().split('\n');
    expect(files).toEqual([
      `A\tnotices/${today}-renumbered-db9902-t-790-2019.md`,
      'A\tpublished.tsv',
      'D\tstandards/local/db9902-t-700-2019/index.md',
      `M\t${basePath}`,
      'A\tstandards/local/db9902-t-790-2019/index.md',
    ]);
    expect(git('status', '--porcelain')).toBe(others);
    git('reset', '--quiet');
    git('revert', '--no-edit', 'HEAD');
    expect(readLibraryFiles(library)).toEqual(before);

    await runCommand(renumber, { library, json: true, argv });
    const last = git('rev-parse', 'HEAD');
    const again = await runCommand(renumber, { library, json: true, argv });
    expect(JSON.parse(again.out)).toMatchObject({ applied: false });
    expect(git('rev-parse', 'HEAD')).toBe(last);
  });

  it('--commit where there is no repository is a sentence, and nothing is changed', async () => {
    const library = makeActsLibrary();
    const before = readLibraryFiles(library);
    const failure: unknown = await runCommand(confirm, {
      library,
      json: false,
      argv: [base, '--commit', ...onDay],
    }).catch((error: unknown) => error);
    expect(explain(failure)).toMatchObject({
      what: {
        zh: `${library} 不在 git 仓库里，没有改动。`,
        en: `${library} is in no git repository; nothing was changed.`,
      },
      todo: { zh: expect.stringContaining('--commit') as string },
    });
    expect(readLibraryFiles(library)).toEqual(before);
  });

  it('a clause that is not there keeps a text from being amended, in both languages', async () => {
    const library = makeActsLibrary();
    const before = readLibraryFiles(library);
    const text = writeText(changedText.replace('[#requirements]', '[#nowhere]'));
    const { status, out, err } = await runCommand(amend, {
      library,
      json: false,
      argv: [base, '--text', text, ...onDay],
    });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('nowhere');
    expect(err).toContain('这样改会有上面的错误，没有改动。');
    expect(err).toContain('The change would have the errors above; nothing was changed.');
    expect(readLibraryFiles(library)).toEqual(before);
  });

  it('a text that refers to a withdrawn standard is published with a warning in both languages', async () => {
    const library = makeActsLibrary();
    writeFiles(library, {
      [standardPath(704, 2020)]: writeStandard({
        serial: 704,
        year: 2020,
        meta: 'status: withdrawn\nwithdrawn: 2025-01-01\nwithdrawnReason: 不再需要\n',
      }),
    });
    const folder = makeFolder();
    writeFiles(folder, {
      'index.md': writeStandard({ serial: 705, year: 2026, meta: 'status: draft\n' })
        .replace('# 规范性引用文件\n', '# 规范性引用文件\n\n- DB9902/T 704—2020　样例标准704\n')
        .replace('样例应清晰。', '样例应符合DB9902/T 704—2020的规定。'),
    });
    const { status, err } = await runCommand(publish, {
      library,
      json: false,
      argv: ['--folder', folder, '--implemented', '2027-03-01', ...onDay],
    });
    expect(status).toBe(0);
    expect(err).toContain('正文引用的 DB9902/T 704—2020 已废止');
    expect(err).toContain('The text refers to DB9902/T 704—2020, which is withdrawn');
    expect(readLibraryFiles(library)[standardPath(705, 2026)]).toContain('issued: 2026-11-30\n');
  });
});

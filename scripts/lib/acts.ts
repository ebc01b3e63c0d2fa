import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan, ActRefused, checkPlan, diffPlan } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { today } from '#library/cache-folder.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { CommandContext, ExitStatus } from '../commands/command.ts';
import { describeDiagnostics } from '../report/diagnostics.ts';

/** Options that all acts have. */
export const actOptions = {
  on: { type: 'string' },
  notice: { type: 'string' },
  'no-notice': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  commit: { type: 'boolean', default: false },
} as const;

interface ActValues {
  readonly on?: string | undefined;
  readonly notice?: string | undefined;
  readonly 'no-notice': boolean;
  readonly 'dry-run': boolean;
  readonly commit: boolean;
}

/** What the usage of each act says of the options that all have. */
export const actUsage = {
  zh: '--on 日期（默认今天）  --notice 公告编号 | --no-notice  --dry-run 只显示改动  --commit 记一次 git 提交  --json',
  en: '--on DAY (today)  --notice NUMBER | --no-notice  --dry-run shows the change only  --commit makes one git commit  --json',
};

/** Plans an act, checks the library as it would be, shows the change or makes it; says what was done. */
export async function runAct(
  { library: dir, json, stdout, stderr }: CommandContext,
  values: ActValues,
  plan: (
    library: Library,
    common: { readonly on: string; readonly notice: string | false | undefined },
  ) => ActPlan,
): Promise<ExitStatus> {
  if (values.commit && !values['dry-run']) requireRepository(dir);
  const library = await openLibrary({ dir });
  const common = {
    on: values.on ?? today(),
    notice: values['no-notice'] ? false : values.notice,
  } as const;
  const planned = refusing(() => plan(library, common));
  const { added } = await checkPlan(library, planned);
  const errors = added.filter(({ severity }) => severity === 'error');
  const dryRun = values['dry-run'];
  const isRefused = errors.length > 0;
  const { changed } =
    dryRun || isRefused ? { changed: [] } : refusing(() => applyPlan(dir, planned));
  const commit =
    values.commit && changed.length > 0 ? commitFiles(dir, changed, planned.sentence) : undefined;
  if (json) {
    const { sentence, warnings, changes } = planned;
    const files = changes.map(({ kind, path, sentence: what }) => ({ kind, path, what }));
    const diff = dryRun ? { diff: diffPlan(dir, planned) } : {};
    stdout.write(
      `${JSON.stringify({ sentence, dryRun, applied: changed.length > 0, files, warnings, errors, commit, ...diff })}\n`,
    );
    return isRefused ? 1 : 0;
  }
  if (isRefused) {
    stderr.write(describeDiagnostics(errors));
    stderr.write(
      '这样改会有上面的错误，没有改动。\nThe change would have the errors above; nothing was changed.\n',
    );
    return 1;
  }
  stdout.write(dryRun ? diffPlan(dir, planned) : describe(planned, changed.length > 0));
  for (const { zh, en } of planned.warnings) stderr.write(`⚠ ${zh}\n  ${en}\n`);
  stderr.write(describeDiagnostics(added.filter(({ severity }) => severity === 'warning')));
  return 0;
}

function describe({ sentence, changes }: ActPlan, isChanged: boolean): string {
  const { zh, en } = sentence;
  if (!isChanged)
    return `${zh}：已经是这样，没有改动\n${en}: it is so already; nothing was changed\n`;
  const lines = changes.map(({ path, sentence: what }) => `  ${path}  ${what.zh} · ${what.en}\n`);
  return `${zh}\n${en}\n${lines.join('')}`;
}

/**
 * What `work` gives.
 *
 * @throws {Problem} with the sentence of an act that was refused
 */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    throw new Problem(error.what, error.hint, { exitCode: 1 });
  }
}

/** @throws {Problem} where a commit was asked for and the library is in no git repository */
function requireRepository(dir: string): void {
  const asked = ['-C', dir, 'rev-parse', '--is-inside-work-tree'];
  if (spawnSync('git', asked, { encoding: 'utf8' }).stdout?.trim() === 'true') return;
  throw new Problem(
    {
      zh: `${dir} 不在 git 仓库里，没有改动。`,
      en: `${dir} is in no git repository; nothing was changed.`,
    },
    {
      zh: '不写 --commit 再做一次；要能撤销，先在那里 git init 并提交一次。',
      en: 'Do it without --commit; to be able to undo it, run git init there and commit once first.',
    },
    { exitCode: 2 },
  );
}

/** One commit of these files and no others, whatever else is changed or staged; its name. */
function commitFiles(dir: string, paths: readonly string[], { zh }: ActPlan['sentence']): string {
  const git = (...args: readonly string[]) => {
    const done = spawnSync('git', ['-C', dir, ...args], { encoding: 'utf8' });
    if (done.status === 0) return done.stdout.trim();
    throw new Problem(
      { zh: '文件已经改好，git 没有提交。', en: 'The files are changed; git made no commit.' },
      {
        zh: `git 说：${(done.stderr || String(done.error ?? '')).trim().slice(0, 300)}`,
        en: 'Commit by hand, or undo the change with git restore.',
      },
      { exitCode: 1 },
    );
  };
  const there = paths.filter((path) => existsSync(join(dir, path)));
  if (there.length > 0) git('add', '--intent-to-add', '--', ...there);
  const known = new Set(git('ls-files', '-z', '--', ...paths).split('\0'));
  git('commit', '--quiet', '--only', '-m', zh, '--', ...paths.filter((path) => known.has(path)));
  return git('rev-parse', 'HEAD');
}

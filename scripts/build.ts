import { resolve } from 'node:path';
import { publish } from '#publish/index.ts';
import type { PublishResult } from '#publish/index.ts';
import { OutputRefused, refuseOutput } from '#publish/output.ts';
import { buildOptions, findLibrary, readArguments } from './lib/arguments.ts';
import { readBase, readSite } from './server/addresses.ts';
import { describeDiagnostics } from './report/diagnostics.ts';
import { lockOutput } from './lib/output-lock.ts';
import { Problem } from './bootstrap/problem.mjs';
import { describeWithheld } from './report/withheld.ts';

/** Check, compile and build, and say on the terminal what was done. */
export async function build(options: {
  readonly library: string;
  readonly out: string;
  readonly base?: string;
  readonly site?: string;
  readonly allOrNothing?: boolean;
  readonly preview?: boolean;
}): Promise<PublishResult> {
  const start = performance.now();
  const stages: string[] = [];
  const refusal = refuseOutput(options.out, options.library);
  if (refusal) throw new Problem(refusal.what, refusal.todo, { exitCode: 2 });
  const result = await lockOutput(options.out, () =>
    publish({
      ...options,
      onStage: (name, ms) => {
        const memory = (process.memoryUsage.rss() / 1e6).toFixed(0);
        stages.push(`${name} ${(ms / 1000).toFixed(1)} (${memory} MB)`);
      },
    }),
  ).catch((error: unknown) => {
    if (!(error instanceof OutputRefused)) throw error;
    const { what, todo } = error.refusal;
    throw new Problem(what, todo, { exitCode: 2 });
  });
  const shown = result.written.diagnostics.filter(({ severity }) => severity !== 'info');
  if (shown.length > 0) process.stderr.write(describeDiagnostics(shown));
  if (!result.ok) {
    process.stderr.write(
      '标准库有错误，网站没有改动；改正后重来。\nThe library has errors; the site was left as it was. Correct them and try again.\n',
    );
    return result;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(
    `${result.library.rows.length} 项标准（编译 ${result.compiled}），${result.pages} 页（生成 ${result.drawn}），${seconds} 秒\n` +
      `${result.library.rows.length} standards (${result.compiled} compiled), ${result.pages} pages (${result.drawn} drawn), ${seconds} s\n`,
  );
  process.stderr.write(describeWithheld(result.withheld));
  if (process.env['BIAOLIAN_VERBOSE']) process.stdout.write(`${stages.join(', ')}\n`);
  return result;
}

/** `npm run build`: the site into `dist/`. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    ...buildOptions,
    out: { type: 'string', default: 'dist' },
    site: { type: 'string' },
  });
  const result = await build({
    library: findLibrary(values.library),
    out: resolve(values.out),
    ...readBase(values.base),
    ...readSite(values.site),
    allOrNothing: values['all-or-nothing'],
    preview: values.preview,
  });
  return result.ok && !result.withheld.some(({ errors }) => errors > 0) ? 0 : 1;
}

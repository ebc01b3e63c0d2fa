import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { Library } from '#library/open.ts';
import type { Withheld } from '#library/published.ts';
import type { PublishResult } from '#publish/index.ts';
import { OutputRefused, refuseOutput } from '#publish/output.ts';
import { siteFoldersOf } from '#publish/releases/site-folders.ts';
import { startPublication } from '#publish/unchanged.ts';
import { buildOptions, findLibrary, readArguments, readExtras } from './lib/arguments.ts';
import { findPlace } from './lib/place.ts';
import { findWho } from './lib/who.ts';
import { describeDiagnostics } from './report/diagnostics.ts';
import { lockOutput } from './lib/output-lock.ts';
import { Problem } from './bootstrap/problem.mjs';
import { describeWithheld } from './report/withheld.ts';

interface BuildOptions {
  readonly library: string;
  readonly out: string;
  readonly base?: string;
  readonly site?: string;
  readonly asOf?: string;
  readonly allOrNothing?: boolean;
  readonly preview?: boolean;
  readonly by?: string;
  readonly why?: string;
  readonly pdf?: boolean | 'few';
  readonly word?: boolean | 'few';
  readonly data?: boolean | 'few';
}

/** What a build did. */
export interface BuildResult {
  /** False when there was nothing that could be published. */
  readonly ok: boolean;
  readonly withheld: readonly Withheld[];
  /** The library as it was published. */
  readonly open: () => Promise<Library | undefined>;
}

/** Check, compile and build, and say on the terminal what was done. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const start = performance.now();
  const stages: string[] = [];
  const refusal = refuseOutput(options.out, options.library);
  if (refusal) throw new Problem(refusal.what, refusal.todo, { exitCode: 2 });
  const onStage = (name: string, ms: number): void => {
    const memory = (process.memoryUsage.rss() / 1e6).toFixed(0);
    stages.push(`${name} ${(ms / 1000).toFixed(1)} (${memory} MB)`);
  };
  const result = await lockOutput(options.out, () =>
    publishUnlessUnchanged({ ...options, onStage }),
  ).catch((error: unknown) => {
    if (!(error instanceof OutputRefused)) throw error;
    const { what, todo } = error.refusal;
    throw new Problem(what, todo, { exitCode: 2 });
  });
  const shown = result.diagnostics.filter(({ severity }) => severity !== 'info');
  if (shown.length > 0) process.stderr.write(describeDiagnostics(shown));
  if (!result.ok) {
    process.stderr.write(
      '标准库有错误，网站没有改动；改正后重来。\nThe library has errors; the site was left as it was. Correct them and try again.\n',
    );
    return result;
  }
  const { standards, compiled, pages, drawn } = result;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(
    `${standards} 项标准（编译 ${compiled}），${pages} 页（生成 ${drawn}），${seconds} 秒\n` +
      `${standards} standards (${compiled} compiled), ${pages} pages (${drawn} drawn), ${seconds} s\n`,
  );
  process.stderr.write(describeWithheld(result.withheld));
  const { withoutPdf } = result;
  if (withoutPdf)
    process.stderr.write(`没有生成 PDF：${withoutPdf.zh}\nNo PDF was made: ${withoutPdf.en}\n`);
  if (process.env['BIAOLIAN_VERBOSE']) process.stdout.write(`${stages.join(', ')}\n`);
  return result;
}

interface Outcome
  extends BuildResult, Pick<PublishResult, 'compiled' | 'drawn' | 'pages' | 'withoutPdf'> {
  readonly standards: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Publish; where nothing has changed since the last time the code that could is not even loaded. */
async function publishUnlessUnchanged(
  options: BuildOptions & { readonly onStage: (name: string, ms: number) => void },
): Promise<Outcome> {
  const start = performance.now();
  const { last, keep } = startPublication(options);
  options.onStage('look', performance.now() - start);
  if (last) {
    const open = async (): Promise<Library | undefined> => {
      const { openPublished } = await import('#library/published.ts');
      return (await openPublished({ ...options, dir: options.library })).library ?? undefined;
    };
    return { ...last, ok: true, withheld: [], compiled: 0, drawn: 0, open };
  }
  const { publish } = await import('#publish/index.ts');
  const result = await publish(options);
  keep(result);
  const { library, written } = result;
  const open = () => Promise.resolve(library);
  return { ...result, standards: library.rows.length, diagnostics: written.diagnostics, open };
}

/** `npm run build`: the site into `dist/`. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    ...buildOptions,
    out: { type: 'string', default: 'dist' },
    site: { type: 'string' },
    why: { type: 'string' },
  });
  const library = findLibrary(values.library);
  const out = resolve(values.out);
  const result = await build({
    library,
    out,
    ...findPlace(library, values),
    allOrNothing: values['all-or-nothing'],
    preview: values.preview,
    by: findWho(),
    ...(values.why && { why: values.why }),
    ...readExtras(values),
  }).catch(async (error: unknown) => {
    await noteFailure(out, sayFailure(error));
    throw error;
  });
  if (!result.ok) await noteFailure(out, hasErrors);
  else if (existsSync(siteFoldersOf(out).failures))
    (await import('#publish/releases/failures.ts')).forgetFailures(out);
  return result.ok && !result.withheld.some(({ errors }) => errors > 0) ? 0 : 1;
}

/** Loaded when it is needed: a build that finds nothing changed loads little. */
const noteFailure = async (out: string, what: Bilingual): Promise<void> =>
  (await import('#publish/releases/failures.ts')).noteFailure(out, what);

const hasErrors: Bilingual = {
  zh: '标准库有错误，网站没有改动',
  en: 'the library has errors; the site was left as it was',
};

const sayFailure = (error: unknown): Bilingual =>
  error instanceof Problem
    ? error.what
    : { zh: `程序出错：${String(error)}`, en: `the program failed: ${String(error)}` };

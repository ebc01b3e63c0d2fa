import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { Problem } from '../bootstrap/problem.mjs';
import { ROOT } from './tools.ts';

/** A run that was asked for wrongly: what is wrong, what to do, and exit status 2. */
export function usage(what: Bilingual, todo: Bilingual): Problem {
  return new Problem(what, todo, { exitCode: 2 });
}

/** The library of a run: the option, else `BIAOLIAN_LIBRARY`, else `content/`; an absolute path. */
export function findLibrary(option: string | undefined): string {
  const chosen = option ?? process.env['BIAOLIAN_LIBRARY'];
  const path = chosen ? resolve(chosen) : join(ROOT, 'content');
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new Problem(
    { zh: `没有这个库目录：${path}`, en: `There is no library folder: ${path}` },
    {
      zh: '用 --library 目录 或环境变量 BIAOLIAN_LIBRARY 指出含 standards/ 的目录。',
      en: 'Name the folder that holds standards/ with --library DIR or BIAOLIAN_LIBRARY.',
    },
    { exitCode: 2 },
  );
}

/**
 * Reads a port number: digits only, 1 to 65535 (0 asks for any free port).
 *
 * @throws {Problem} with exit status 2
 */
export function readPort(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Problem(
    { zh: `“${text}”不是端口号。`, en: `"${text}" is not a port number.` },
    { zh: '给出 0 到 65535 的整数。', en: 'Give a whole number from 0 to 65535.' },
    { exitCode: 2 },
  );
}

/**
 * `parseArgs` of node:util whose complaints are {@link Problem}s with exit status 2.
 */
export function readArguments<const T extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: T,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals, strict: true });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new Problem(
      { zh: `看不懂的参数：${detail}`, en: `Arguments not understood: ${detail}` },
      { zh: `可用的选项：${known.join(' ')}`, en: `Options: ${known.join(' ')}` },
      { cause, exitCode: 2 },
    );
  }
}

/** Options of building, as `npm run build` and `npm start` take them. */
export const buildOptions = {
  library: { type: 'string' },
  base: { type: 'string' },
  'all-or-nothing': { type: 'boolean', default: false },
  preview: { type: 'boolean', default: false },
  'no-pdf': { type: 'boolean', default: false },
  'no-word': { type: 'boolean', default: false },
  'no-data': { type: 'boolean', default: false },
} as const;

/**
 * Whether a build sets texts as PDF, and writes them for Word and in the formats of others: not with `--no-pdf`, `--no-word` and
 * `--no-data`, else as `BIAOLIAN_PDF`, `BIAOLIAN_WORD` and `BIAOLIAN_DATA` say (`1` or `0`), else where they are few.
 */
export function readExtras(values: {
  readonly 'no-pdf': boolean;
  readonly 'no-word': boolean;
  readonly 'no-data': boolean;
}): Readonly<Record<'pdf' | 'word' | 'data', boolean | 'few'>> {
  const read = (isOff: boolean, setting: string | undefined) =>
    isOff || setting === '0' ? false : setting === '1' ? true : 'few';
  return {
    pdf: read(values['no-pdf'], process.env['BIAOLIAN_PDF']),
    word: read(values['no-word'], process.env['BIAOLIAN_WORD']),
    data: read(values['no-data'], process.env['BIAOLIAN_DATA']),
  };
}

import { join } from 'node:path';
import { toChinaDay } from '#core/base/day.ts';
import { projectRoot } from './code-digest.ts';
import { shortDigest } from './digest.ts';
import { digestOwnModules } from './module-digest.ts';

/** `BIAOLIAN_CACHE`, else `.cache` of the project. */
export function defaultCache(): string {
  return process.env['BIAOLIAN_CACHE'] ?? join(projectRoot, '.cache');
}

/** Where a library (an absolute path) is kept between runs, below a cache: apart for each state of the code that compiles. */
export function findCache(root: string, dir: string): string {
  const code = digestOwnModules(compiler);
  return join(root, 'library', `${shortDigest(dir).slice(0, 12)}-${code.slice(0, 12)}`);
}

const compiler = 'src/library/compile-folder.ts';

/** The calendar day in China, where the dates of standards are meant, or in the time zone of a library. */
export function today(timeZone?: string): string {
  if (timeZone === undefined) return toChinaDay(Date.now());
  // The Swedish form is that of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format();
}

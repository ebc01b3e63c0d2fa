import { readFileSync, statSync } from 'node:fs';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { usage } from './arguments.ts';
import { explainUnreadable } from './unreadable.ts';

/** How large a file may be, and what to say of one that is larger. */
interface Bound {
  readonly mebibytes: number;
  /** Behind the name of the file: `超过 50 MiB。` */
  readonly what: Bilingual;
  readonly todo: Bilingual;
}

/**
 * The bytes of a file that a person named; `todo` says what kind of file it has to be.
 *
 * @throws {Problem} with exit status 2 when it cannot be read or is larger than its bound
 */
export function readInput(path: string, todo: Bilingual, bound?: Bound): Uint8Array {
  try {
    if (!bound || statSync(path).size <= bound.mebibytes * 1024 * 1024) return readFileSync(path);
  } catch (cause) {
    const { zh, en } = explainUnreadable(cause);
    throw usage({ zh: `读不到文件 ${path}：${zh}`, en: `Cannot read ${path}: ${en}` }, todo);
  }
  const { zh, en } = bound.what;
  throw usage({ zh: `${path} ${zh}`, en: `${path} ${en}` }, bound.todo);
}

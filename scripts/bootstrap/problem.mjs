// Runs under Node 18: built-ins only.

/** @typedef {import('../../src/core/base/bilingual.ts').Bilingual} Bilingual */

/**
 * A failure that the person at the keyboard can do something about: what happened, apart from
 * what to do.
 */
export class Problem extends Error {
  /**
   * @param {Bilingual} what
   * @param {Bilingual} todo
   * @param {{ cause?: unknown, exitCode?: number }} [options]
   */
  constructor(what, todo, options = {}) {
    super(what.en, { cause: options.cause });
    this.name = 'Problem';
    this.what = what;
    this.todo = todo;
    this.exitCode = options.exitCode ?? 1;
  }
}

/** @type {Record<string, (path: string) => { what: Bilingual, todo: Bilingual }>} */
const SYSTEM_ERRORS = {
  ENOSPC: (path) => ({
    what: { zh: `磁盘已满${path}。`, en: `The disk is full${path}.` },
    todo: {
      zh: '腾出至少 2 GB 空间后重试；dist/ 和 .cache/（除了 .cache/published/）可以放心删除。已公布的网站没有改动。',
      en: 'Free at least 2 GB and try again; dist/ and .cache/ (but for .cache/published/) are safe to delete. A published site was left as it was.',
    },
  }),
  EACCES: (path) => ({
    what: { zh: `没有权限${path}。`, en: `Permission denied${path}.` },
    todo: {
      zh: '检查该位置的属主和权限，或换到一个可写的目录。',
      en: 'Check the owner and mode of that place, or work in a folder you can write to.',
    },
  }),
  EROFS: (path) => ({
    what: { zh: `所在的文件系统是只读的${path}。`, en: `The file system is read-only${path}.` },
    todo: {
      zh: '把仓库克隆到可写的目录再运行。',
      en: 'Clone the repository into a folder you can write to, and run it there.',
    },
  }),
  EMFILE: () => ({
    what: { zh: '打开的文件太多。', en: 'Too many open files.' },
    todo: { zh: '提高上限后重试：ulimit -n 8192', en: 'Raise the limit and retry: ulimit -n 8192' },
  }),
};
SYSTEM_ERRORS.ENOENT = (path) => ({
  what: { zh: `没有这个文件或文件夹${path}。`, en: `There is no such file or folder${path}.` },
  todo: {
    zh: '检查路径写得对不对；要写到的文件夹先建好。路径不是您写的，加上 --verbose 再运行并报告问题。',
    en: 'See whether the path is right; make the folder first that something is to be written into. If the path is none of yours, run again with --verbose and report it.',
  },
});
SYSTEM_ERRORS.ENOTDIR = (path) => ({
  what: {
    zh: `路径中有一段是文件，不是文件夹${path}。`,
    en: `Part of the path is a file and no folder${path}.`,
  },
  todo: { zh: '检查路径写得对不对。', en: 'See whether the path is right.' },
});
SYSTEM_ERRORS.EISDIR = (path) => ({
  what: {
    zh: `这是一个文件夹，应写一个文件${path}。`,
    en: `This is a folder where a file is wanted${path}.`,
  },
  todo: { zh: '写出文件的名字。', en: 'Write the name of the file.' },
});
SYSTEM_ERRORS.EPERM = SYSTEM_ERRORS.EACCES;
SYSTEM_ERRORS.EDQUOT = SYSTEM_ERRORS.ENOSPC;

/**
 * Says in both languages what an error means and what to do about it.
 *
 * @param {unknown} error
 * @returns {{ what: Bilingual, todo: Bilingual }}
 */
export function explain(error) {
  if (error instanceof Problem) return { what: error.what, todo: error.todo };
  const record =
    /** @type {{ code?: unknown, path?: unknown, message?: unknown, needed?: unknown, free?: unknown }} */ (
      error ?? {}
    );
  if (typeof record.needed === 'number')
    return explainRoom(record.needed, Number(record.free), String(record.path));
  const describe = SYSTEM_ERRORS[String(record.code)];
  if (describe) return describe(typeof record.path === 'string' ? ` (${record.path})` : '');
  const line = String(record.message ?? error).split('\n', 1)[0];
  return {
    what: { zh: `意外错误：${line}`, en: `Unexpected error: ${line}` },
    todo: {
      zh: '加上 --verbose 重新运行可看到出错位置；若能重现，请附上它报告问题。',
      en: 'Run again with --verbose to see where it failed; if it happens again, report it with that.',
    },
  };
}

/**
 * A full disk of which it is known what was wanted.
 *
 * @param {number} needed @param {number} free @param {string} path
 * @returns {{ what: Bilingual, todo: Bilingual }}
 */
function explainRoom(needed, free, path) {
  const [wanted, left] = [needed, free].map((bytes) => `${Math.ceil(bytes / 1e6)} MB`);
  return {
    what: {
      zh: `磁盘已满（${path}）：${needed > 0 ? `新的网页要 ${wanted}，` : ''}还剩 ${left}。`,
      en: `The disk is full (${path}): ${needed > 0 ? `the new pages take ${wanted}, ` : ''}${left} are free.`,
    },
    todo: {
      zh: '腾出地方后重试。已公布的网站没有改动。',
      en: 'Make room and try again. The published site was left as it was.',
    },
  };
}

/** Whether traces and the output of called tools are wanted: --verbose or BIAOLIAN_VERBOSE=1. */
export function isVerbose() {
  return Boolean(process.env.BIAOLIAN_VERBOSE);
}

/**
 * Prints a failure without a stack trace (unless verbose).
 *
 * @param {unknown} error
 * @param {(text: string) => unknown} [write]
 */
export function printProblem(error, write = (text) => process.stderr.write(text)) {
  const { what, todo } = explain(error);
  write(`\n✗ ${what.zh}\n  ${what.en}\n→ ${todo.zh}\n  ${todo.en}\n`);
  if (!isVerbose()) return;
  for (let current = error; current instanceof Error; current = current.cause) {
    write(`\n${current.stack ?? current.message}\n`);
  }
}

/**
 * A line of progress. It goes to standard error: standard output belongs to the command.
 *
 * @param {string} zh
 * @param {string} en
 */
export function say(zh, en) {
  process.stderr.write(`${zh} · ${en}\n`);
}

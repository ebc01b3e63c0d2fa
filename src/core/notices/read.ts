import type { Diagnostic } from '../model/diagnostic.ts';
import { fileStart, startReport } from '../text/report.ts';
import { readFrontMatter } from '../text/syntax/front-matter.ts';
import { reportProse } from '../text/syntax/prose.ts';
import { noticeId, noticeMeta } from './schema.ts';
import type { NoticeMeta } from './schema.ts';

/** A notice as its file says it. */
export interface Notice extends NoticeMeta {
  /** The name of its file, which is part of its address. */
  readonly id: string;
  readonly file: string;
  /** Markdown below the front matter. */
  readonly body: string;
}

const longest = 100_000;

/** One file of `notices/`; null, with findings at their lines, where it cannot be used. `source` uses LF line ends. */
export function readNotice(
  source: string,
  file: string,
): { readonly model: Notice | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const id = /([^/]*)\.md$/.exec(file)?.[1] ?? '';
  if (!noticeId.test(id)) {
    report.add({
      rule: 'notice-file-name',
      range: fileStart,
      message: {
        zh: `文件名“${id.slice(0, 60)}”不能作公告的地址，没有读入`,
        en: `The file name "${id.slice(0, 60)}" cannot be the address of a notice; it was not read`,
      },
      hint: {
        zh: '用小写字母、数字和 -，如 2026-10-20-issued-db9999-t-45-2026.md',
        en: 'Use small letters, digits and -: 2026-10-20-issued-db9999-t-45-2026.md',
      },
    });
    return { model: null, diagnostics: report.found };
  }
  const { meta } = readFrontMatter(noticeMeta, report);
  reportProse(source, report);
  const body = source.replace(/^---[ \t]*\n[^]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/, '');
  return {
    model: meta && { ...meta, id, file, body: body.slice(0, longest).trim() },
    diagnostics: report.found,
  };
}

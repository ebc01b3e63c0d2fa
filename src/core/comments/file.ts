import { stringify } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import { startReport } from '../text/report.ts';
import { readYamlAs } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { commentsFile } from './schema.ts';
import type { KeptComment } from './schema.ts';

const rule = { rule: 'comments-file' } as const;

const words: YamlWords = {
  broken: rule,
  unknownKey: rule,
  value: rule,
  name: { zh: '意见文件', en: 'file of comments' },
  guide: {
    zh: '用 std comments 汇总和读回；写法见 docs/comments.md',
    en: 'Gather and read back with std comments; see docs/comments.md',
  },
  deepest: 4,
};

/** The comments of `comments.yaml`; none, with findings at their lines, where it cannot be used. `source` uses LF line ends. */
export function readKeptComments(
  source: string,
  file: string,
): {
  readonly comments: readonly KeptComment[] | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const report = startReport(file, source);
  const { value } = readYamlAs(source, commentsFile, words, report);
  return { comments: value?.comments ?? null, diagnostics: report.found };
}

/** Returns `comments.yaml` with comments; what is not said has no key. */
export function writeKeptComments(comments: readonly KeptComment[]): string {
  const head =
    '# 征求意见收到的意见和处理。由 std comments 汇总和读回，见 docs/comments.md。不记姓名和联系方式。\n';
  const list = comments.map((comment) =>
    Object.fromEntries(
      Object.entries(comment).filter(
        ([, value]) => value !== undefined && value !== '' && value !== false,
      ),
    ),
  );
  return head + stringify({ comments: list }, { lineWidth: 0 });
}

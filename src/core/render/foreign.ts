import type { HtmlRun, Wrap } from './html-runs.ts';

const chinese =
  /[《（]?\p{Script=Han}(?:[\p{Script=Han}\d，、；：（）《》]*[\p{Script=Han}）》])?/gu;

/** Chinese words of an English text, so that they are drawn and read aloud as such. */
export function markChinese(runs: readonly HtmlRun[]): readonly (readonly [HtmlRun, Wrap])[] {
  return runs.flatMap((run) =>
    Array.from(
      run.text.matchAll(chinese),
      ({ 0: found, index }) =>
        [
          run,
          {
            start: index,
            end: index + found.length,
            open: '<span lang="zh-CN">',
            close: '</span>',
          },
        ] as const,
    ),
  );
}

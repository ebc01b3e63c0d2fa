import { html } from '../base/html.ts';
import { findChinese } from '../characters/index.ts';
import type { HtmlRun, Wrap } from './html-runs.ts';

const open = html`<span lang="zh-CN">`;
const close = html`</span>`;

/** Chinese words of an English text, so that they are drawn and read aloud as such. */
export function markChinese(runs: readonly HtmlRun[]): readonly (readonly [HtmlRun, Wrap])[] {
  return runs.flatMap((run) =>
    findChinese(run.text).map((found) => [run, { ...found, open, close }] as const),
  );
}

/** Names of bodies in a generated English foreword: in English where that is known, else marked as Chinese. `marked` is marked HTML. */
export function nameBodies(marked: string, names: ReadonlyMap<string, string>): string {
  return marked.replaceAll(
    /(<span lang="zh-CN">([^<]*)<\/span>)(\.?)/g,
    (_, whole: string, chinese: string, end: string) => {
      const name = names.get(chinese);
      // 'Co., Ltd.' ends a sentence as it is.
      return name?.endsWith('.') ? name : (name ?? whole) + end;
    },
  );
}

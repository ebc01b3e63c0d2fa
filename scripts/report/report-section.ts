import type { Bilingual } from '../commands/command.ts';

/** Findings of one kind that are printed; `--json` has all. */
const SHOWN = 20;

/** Findings of one kind under a title, none where there are none; the first line of each stands out. */
export function drawSection<T>(
  title: Bilingual,
  items: readonly T[],
  describe: (item: T) => readonly string[],
): readonly string[] {
  if (items.length === 0) return [];
  const lines = items.slice(0, SHOWN).flatMap((item) => {
    const [head = '', ...rest] = describe(item);
    return [`  ${head}`, ...rest.map((line) => `    ${line}`)];
  });
  const more = items.length - SHOWN;
  if (more > 0)
    lines.push(`  …… 另有 ${more} 条，--json 列出全部 · ${more} more; --json lists all`);
  return ['', `${title.zh} ${title.en} (${items.length})`, ...lines];
}

/** Lines for a terminal, which control characters of untrusted input must not reach. */
export function joinLines(lines: readonly string[]): string {
  return `${lines.map((line) => line.replaceAll(/\p{Cc}/gu, '\ufffd')).join('\n')}\n`;
}

import type { Withheld } from '#library/published.ts';

const shownAs = {
  earlier: { zh: '公布的仍是上一次的', en: 'the form published last stays' },
  nothing: { zh: '没有公布', en: 'left out' },
  rows: {
    zh: '有错的行用上一次的，没有的略去',
    en: 'rows with errors are as they were, or left out',
  },
} as const;

/** For a terminal: what is not published as it is written, and when to build again for what waits for its day; empty where nothing is. */
export function describeWithheld(withheld: readonly Withheld[]): string {
  const broken = withheld.filter(({ errors }) => errors > 0);
  const early = withheld.flatMap((each) =>
    each.until === undefined ? [] : [{ ...each, until: each.until }],
  );
  const lines: string[] = [];
  if (broken.length > 0) {
    lines.push(
      '',
      `✗ ${broken.length} 处有错误，没有照现在的样子公布；其余都已公布。改正后再生成一次：`,
      `  ${broken.length} with errors, not published as written; all else is published. Correct them and build again:`,
      ...broken.map(({ path, name, errors, shown }) => {
        const { zh, en } = shownAs[shown];
        return `  ${name ? `${name}  ` : ''}${path}\n      ${errors} 个错误，${zh} · ${errors} error(s), ${en}`;
      }),
    );
  }
  if (early.length > 0) {
    const next = early.map(({ until }) => until).sort()[0] ?? '';
    lines.push(
      '',
      `${early.length} 项标准还没到发布日期，没有公布。${next}（北京时间）起再生成一次，就会公布：`,
      `${early.length} standard(s) before their day of issue, not published. Build again on ${next} (China) or later to publish:`,
      ...early.map(({ path, name, until }) => `  ${until}  ${name ?? path}`),
    );
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

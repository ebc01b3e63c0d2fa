import { fileStart } from '../report.ts';
import type { Report } from '../report.ts';
import type { ParsedClause, ParsedDocument } from '../document.ts';
import { hasMistypedHeading } from '../structure/words.ts';
import type { LedgerEntry } from './ids.ts';

/** More lost anchors than these have one cause. */
const mostLost = 10;

/**
 * Reports the anchors of a ledger that a text no longer has, each with what to write; more than ten as one finding, since
 * they have one cause. A heading that was mistyped loses none: that is a finding of its own.
 */
export function reportLost(
  clauses: readonly ParsedClause[],
  exhibits: ParsedDocument['exhibits'],
  ledger: readonly LedgerEntry[],
  report: Report,
): void {
  if (ledger.length === 0) return;
  const kept = new Set(exhibits.map(({ id }) => id));
  for (const clause of clauses) for (const id of [clause.id, ...clause.aliases]) kept.add(id);
  const lost = ledger.filter(
    ({ id, title }) => !kept.has(id) && !hasMistypedHeading(report.source, title),
  );
  const range = fileStart;
  if (lost.length > mostLost) {
    const named = lost.slice(0, 3).map(({ id }) => `#${id}`);
    report.add({
      rule: 'anchor-lost',
      range,
      message: {
        zh: `已公布的 ${lost.length} 个锚点不见了（${named.join('、')} 等），外面的链接会失效`,
        en: `${lost.length} published anchors are gone (${named.join(', ')} …); links to them would break`,
      },
      hint: {
        zh: '多半是丢了一大段正文，或标题的 # 写坏了：与上次的文件对照；确是改写的，在接替的条的标题后逐个写 was="原标识"',
        en: 'Probably a large part of the text is lost, or the # of headings is damaged: compare with the last file; where it was rewritten, write was="old-id" after each heading that takes the place of one',
      },
    });
    return;
  }
  for (const { id, address, title } of lost) {
    report.add({
      rule: 'anchor-lost',
      range,
      message: {
        zh: `已公布的锚点 #${id}（${address} ${title}）不见了，外面的链接会失效`,
        en: `The published anchor #${id} (${address} ${title}) is gone; links to it would break`,
      },
      hint: {
        zh: `在接替它的条的标题后写 {#新标识 was="${id}"}`,
        en: `Write {#new-id was="${id}"} after the heading that takes its place`,
      },
    });
  }
}

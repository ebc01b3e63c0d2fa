import { findNumbers } from '#core/number/find.ts';

/** What must stand before a name is its first group: browsers that are still used know no look back. */
const clock = /(^|[^\d:：])(?:(?:[01]\d|2[0-4])[:：][0-5]\d|\d[:：]00)(?![\d:：])/g;
const clockAfter = /((?:[间至～~午日到]|时间为) ?)\d[:：][0-5]\d(?![\d:：])/g;
const days = /(^|\D)(?:19|20)\d{2}(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?|[-/.]\d{1,2}[-/.]\d{1,2})/g;
const anchors = /\[#[^\]]*\]|\{#[^}]*\}|`[^`]*`/g;
const clauses =
  /(?:见|按照?|符合|依据|执行|满足|本文件|本标准|遵守|根据|[和、及或]) ?(?:第 ?)?[A-Z]?\d{1,2}(?:\.\d{1,2}){1,4}(?: ?[~～和、及或] ?\d{1,2}(?:\.\d{1,2}){1,4})*(?=$|[^\d%‰A-Za-zμΩ℃°± ~]|的| (?![%‰A-Za-zμΩ℃°±]))/g;
const phones = /(^|\D)(?:1\d{10}|0\d{2,3}-\d{7,8}|\d{3,4}-\d{3,4}-\d{3,4})(?!\d)/g;
/** Names by what each of them holds: to look for that costs less than to look for the name. */
const names: readonly (readonly [has: RegExp, pattern: RegExp])[] = [
  [/[`#]/, anchors],
  [/(?:19|20)\d/, days],
  [/\d{3}/, phones],
  [/\d\.\d/, clauses],
  [/[:：]/, clock],
  [/[:：]/, clockAfter],
];

/** A text in which names made of digits (standard numbers, days, clauses, anchors, telephones) are blank (U+FFFC); of the same length. The text is folded (`foldSigns`). */
export function blankNames(text: string): string {
  let blanked = text;
  const blank = (start: number, end: number): void => {
    blanked = blanked.slice(0, start) + '\ufffc'.repeat(end - start) + blanked.slice(end);
  };
  for (const { start, end } of findNumbers(text)) blank(start, end);
  for (const [has, pattern] of names) {
    if (!has.test(text)) continue;
    for (const { index, 0: found, 1: before = '' } of blanked.matchAll(pattern))
      blank(index + before.length, index + found.length);
  }
  return blanked;
}

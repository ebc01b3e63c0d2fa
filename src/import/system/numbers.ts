import type { Bilingual } from '#core/model/diagnostic.ts';
import { formatNumber, parseNumber, readNumberLine, writeKey } from '#core/number/index.ts';
import type { LevelWord, PlanStage } from '#core/systems/index.ts';
import { noNumber, readStage } from './words.ts';

/** What a cell of the column of numbers says of a standard. */
export type NumberCell =
  | {
      readonly kind: 'number';
      readonly number: string;
      readonly title: string;
      readonly note?: Bilingual;
    }
  /** One that does not exist yet; `level` where the cell itself says it. */
  | {
      readonly kind: 'planned';
      readonly stage?: PlanStage;
      readonly plan: string;
      readonly level?: LevelWord;
    }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

/** Plan numbers of national standards (`20230390-T-339`) and of industry standards (`2021-0765T-HG`). */
const nationalPlan = /\d{8}-[TQZ]-\d{3,4}/i;
const industryPlan = /\d{4}-\d{4}[TQZ]?-[A-Z]{2,3}/i;
const planHead = /(?:立项)?(?:计划|项目|立项)(?:编?号)?\s*[:：]?\s*/;
const planOnly = new RegExp(
  `^(?:${planHead.source})?(${nationalPlan.source}|${industryPlan.source})$`,
  'i',
);
const planNamed = /^(?:立项)?(?:计划|项目|立项)编?号\s*[:：]?\s*([\p{L}\d][\p{L}\d ./-]{2,39})$/u;
const planInside = new RegExp(
  `^(.*?)[\\s(（【[]*(?:${planHead.source})?(${nationalPlan.source}|${industryPlan.source})[\\s)）】\\]]*$`,
  'i',
);

/** A number with marks where its digits will stand: `GB/T ×××××—××××`, `DB37/T XXXX`. */
const placeholder =
  /^([A-Z]{1,4}\d{0,6}(?:\/[A-Z]{1,6})?)[\s-]*[×✕xX*□○_?]{2,}[\s×✕xX*□○_?.—–-]*(?:\d{2,4}[×✕xX]{0,2})?$/;

/** Words beside a number that say what is looked up: its status. */
const statusBeside =
  /^[\s(（【[]*(?:现行(?:有效)?|有效|即将实施|已?被?(?:代替|替代|取代)|已?(?:废止|作废)|修订中|正在修订|待修订)[\s)）】\]]*$/;

/**
 * Reads a cell of the column of numbers: one number, a plan number, a word for "not yet", or nothing. Refused is a cell
 * with several numbers, and one that is none of these: a list of two numbers is never one standard.
 */
export function readNumberCell(cell: string): NumberCell {
  const text = cell.normalize('NFKC').trim();
  if (text === '' || noNumber.test(text)) return planned(text);
  const plan = planOnly.exec(text)?.[1] ?? planNamed.exec(text)?.[1];
  if (plan !== undefined) return { ...planned('在研'), plan, ...levelOfPlan(plan) };
  const inside = planInside.exec(text);
  if (inside && (inside[1] === '' || noNumber.test(inside[1] ?? ''))) {
    const [, word = '', number = ''] = inside;
    return { ...planned(word || '在研'), plan: number, ...levelOfPlan(number) };
  }
  const parsed = parseNumber(cell);
  if (parsed.ok) return { kind: 'number', number: writeKey(parsed.number), title: '' };
  const [, code] = placeholder.exec(text) ?? [];
  if (code !== undefined) return { ...planned(''), ...levelOfCode(code) };
  return readAround(cell, parsed.reason);
}

const planned = (word: string): Extract<NumberCell, { readonly kind: 'planned' }> => ({
  kind: 'planned',
  ...(word !== '' && { stage: readStage(word) }),
  plan: '',
});

const levelOfPlan = (plan: string): { readonly level?: LevelWord } =>
  new RegExp(`^${nationalPlan.source}$`, 'i').test(plan)
    ? { level: '国家' }
    : new RegExp(`^${industryPlan.source}$`, 'i').test(plan)
      ? { level: '行业' }
      : {};

function levelOfCode(code: string): { readonly level?: LevelWord } {
  if (/^GB/i.test(code)) return { level: '国家' };
  if (/^DB\d/i.test(code)) return { level: '地方' };
  if (/^T\//i.test(code)) return { level: '团体' };
  if (/^Q\//i.test(code)) return { level: '企业' };
  return /^(?:ISO|IEC)/i.test(code) ? { level: '国际' } : {};
}

/** One number with something around it: its status is left, a title is a title. */
function readAround(cell: string, reason: Bilingual): NumberCell {
  const { numbers } = readNumberLine(cell);
  const [first, second] = numbers;
  if (first === undefined) return { kind: 'refused', reason };
  if (second !== undefined) {
    const list = numbers.map(({ number }) => formatNumber(number)).join('、');
    return {
      kind: 'refused',
      reason: {
        zh: `一格里有 ${numbers.length} 个编号（${list}）：一行一项标准，请分成几行`,
        en: `a cell with ${numbers.length} numbers (${list}): a row is one standard, part it`,
      },
    };
  }
  const { before, after, number } = first;
  const isMark = /^[\s\d.、)）[\](（【】]*$/.test(before);
  const key = writeKey(number);
  if (isMark && after === '') return { kind: 'number', number: key, title: '' };
  if (isMark && statusBeside.test(after))
    return { kind: 'number', number: key, title: '', note: notUsed(after) };
  // A title in Chinese behind the number, in marks or not.
  const [, title] = /^[\s《“"]*(\p{Script=Han}[^《》]{1,198}?)[\s》”"]*$/u.exec(after) ?? [];
  return isMark && title !== undefined
    ? { kind: 'number', number: key, title }
    : { kind: 'refused', reason };
}

const notUsed = (text: string): Bilingual => ({
  zh: `编号旁边的“${text.slice(0, 40)}”没有采用：状态由编号查得`,
  en: `"${text.slice(0, 40)}" beside the number was not used: the status is looked up`,
});

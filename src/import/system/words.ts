import type { PlanStage } from '#core/systems/index.ts';
import { levelTerms, roleSynonyms, roleTerms } from '#core/terms/index.ts';
import type { LevelWord, Role } from '#core/terms/index.ts';

const levels = levelTerms.map(({ value, written }) => ({
  value,
  written: new RegExp(`^(?:${written})`),
}));

/** 宜定级别 from 国家标准, 推荐性国家标准, 国标, 强标, GB, National; undefined where it is none. */
export function readLevel(cell: string): LevelWord | undefined {
  const text = cell
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    // Mandatory standards are national ones (Standardization Law, article 10).
    .replace(/^强标$|^强制性?标准$/, '国家')
    .replace(/^(?:强制性?|推荐性?|指导性?)(?=[国行地团企])/, '');
  return levels.find(({ written }) => written.test(text))?.value;
}

const roles: ReadonlyMap<string, Role> = new Map(
  roleTerms.flatMap(({ value }) =>
    [value, ...roleSynonyms[value].split(' ')].map((word) => [word, value] as const),
  ),
);

/** Kind of standard from 基础, 基础标准 or Basis; undefined where it is none. */
export function readRole(cell: string): Role | undefined {
  const text = cell
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/(?:类)?(?:标准)?$/, '');
  return roles.get(text);
}

/** The stage of a planned standard: 在研 where the cell says it is being written, else 待制定. */
export function readStage(cell: string): PlanStage {
  return /在研|[制修]订中|制定中|编制中|编写中|起草|在编|已立项|征求意见|送审|报批|待发布|草案|being written|draft/i.test(
    cell,
  )
    ? '在研'
    : '待制定';
}

/** What lists write in the column of numbers for a standard that does not exist yet. */
export const noNumber =
  /^[(（【]?(?:[-—–/*.×✕]*|x{2,}|无|暂无|尚无|空|拟?待?[制修][定订]|拟编|待编(?:制|写)?|待定|待?拟[制修][定订]|待?(?:拟|申请)?立项|已立项|在研|在编|[制修][定订]中|编制中|编写中|起草中?|计划|新制[定订]|(?:标准)?(?:工作组讨论|征求意见|送审讨论|送审|报批)稿?|已报批|报批中|待?未?发布|待批|草案|tbd|none|n\/a|planned|draft)[)）】]?$/i;

/** Stands in a cell for the value of a formula that was saved without one. */
export const noValue = '#=?';

/** The error values of spreadsheet programs, as values of formulas or pasted as text. */
export const isError = (cell: string): boolean =>
  /^#(?:N\/A|GETTING_DATA|[A-Z]+(?:\/0)?[!?])$/i.test(cell);

/** Whether a cell holds no value because a formula has none or failed. */
export const isBroken = (cell: string): boolean => cell === noValue || isError(cell);

/** `row` of one, `rows` of another number. */
export const plural = (of: number, noun: string): string => `${noun}${of === 1 ? '' : 's'}`;

/** `1 row`, `2 rows` */
export const count = (of: number, noun: string): string => `${of} ${plural(of, noun)}`;

/** A system code from what people type: full-width characters, other dashes, spaces. Empty where it cannot be one. */
export function readCode(cell: string): string {
  const text = cell
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
    .replaceAll(/[。．]/g, '.')
    .replaceAll(/\s+/g, '')
    .replace(/[.-]+$/, '');
  return /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/.test(text) ? text : '';
}

/** The part of a code that names the sub-system: `2.1` of `2.1-03`, else `2.1` of `2.1.3`; empty for a code of one part. */
export function prefixOf(code: string): string {
  const at = Math.max(code.lastIndexOf('-'), code.includes('-') ? -1 : code.lastIndexOf('.'));
  return at > 0 ? code.slice(0, at) : '';
}

/** A day where a code should stand: Excel makes one of `1-02` when it is typed, and gives it with or without its year. */
export const isDayLike = (cell: string): boolean =>
  /^(?:(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日|(?:19|20)\d{2}年\d{1,2}月|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{1,2})$/i.test(
    cell.normalize('NFKC').trim(),
  );

/** Text of a cell on one line, the wide space of titles kept; the apostrophe our CSV puts before what looks like a formula is taken off. */
export function readCell(cell: string): string {
  const text = cell.replaceAll(/[\p{Cc}\u0020\u00a0\u200b\ufeff]+/gu, ' ').trim();
  return /^'[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}

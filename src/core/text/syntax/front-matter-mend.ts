import { lookUp } from '#core/base/look-up.ts';
import { distance } from 'fastest-levenshtein';
import { isDay } from '#core/base/day.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';

/** What to write instead, where what was meant is plain; and what to say of it. */
export interface Mend {
  readonly hint: Bilingual;
  /** YAML for the place of the value. */
  readonly replacement?: string;
}

/** Keys of the front matter by the names of GB/T 22373—2021 and of covers. */
const keyNames: Readonly<Record<string, string>> = {
  标准号: 'number',
  标准编号: 'number',
  编号: 'number',
  标准名称: 'title',
  中文名称: 'title',
  名称: 'title',
  英文名称: 'titleEn',
  状态: 'status',
  标准状态: 'status',
  发布日期: 'issued',
  实施日期: 'implemented',
  废止日期: 'withdrawn',
  发布机构: 'issuers',
  发布单位: 'issuers',
  提出单位: 'proposedBy',
  归口单位: 'administeredBy',
  起草单位: 'draftedBy',
  起草人: 'drafters',
  主要起草人: 'drafters',
  被代替标准: 'replaces',
  备案号: 'recordNumber',
  备案日期: 'recorded',
  计划号: 'planNumber',
  文摘: 'abstract',
  摘要: 'abstract',
  关键词: 'keywords',
  主题词: 'keywords',
};

/** Chinese names that can stand for a key, for patterns. */
export const chineseKeys: readonly string[] = Object.keys(keyNames);

/** Keys below the first level. */
export const innerKeys: readonly string[] =
  'number partial degree note date result name nameEn clause kind min max value unit method basis part changes patent history'.split(
    ' ',
  );

/** The key meant by one that is not known: its Chinese name, other letter case, a slip of a letter or two. */
export function mendKey(written: string, known: readonly string[]): string | undefined {
  const named = lookUp(keyNames, written.replaceAll(/[\s　]/g, ''));
  if (named !== undefined) return known.includes(named) ? named : undefined;
  const squeezed = written.replaceAll(/[-_\s]/g, '').toLowerCase();
  const same = known.find((key) => key.toLowerCase() === squeezed);
  if (same !== undefined) return same;
  const near = known
    .map((key) => ({ key, edits: distance(key.toLowerCase(), squeezed) }))
    .toSorted((a, b) => a.edits - b.edits);
  const [best, second] = near;
  const most = squeezed.length > 5 ? 2 : 1;
  return best && best.edits <= most && best.edits < (second?.edits ?? 99) ? best.key : undefined;
}

const statuses: Readonly<Record<string, string>> = {
  现行: 'published',
  已发布: 'published',
  发布: 'published',
  有效: 'published',
  即将实施: 'published',
  publish: 'published',
  草案: 'draft',
  草稿: 'draft',
  征求意见稿: 'draft',
  送审稿: 'draft',
  报批稿: 'draft',
  废止: 'withdrawn',
  已废止: 'withdrawn',
  作废: 'withdrawn',
};

const booleans: Readonly<Record<string, string>> = {
  是: 'true',
  有: 'true',
  yes: 'true',
  y: 'true',
  否: 'false',
  无: 'false',
  no: 'false',
  n: 'false',
};

/** `2026-06-30` from 2026年6月30日, 2026/6/30, 2026.6.30, 2026-6-30, 20260630; undefined for anything else. */
function readWrittenDay(written: string): string | undefined {
  const text = written.normalize('NFKC').replaceAll(/[\s'"“”]/g, '');
  const match =
    /^(\d{4})[年/.\-–—−](\d{1,2})[月/.\-–—−](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = '', month = '', day = ''] = match ?? [];
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return match && isDay(found) ? found : undefined;
}

const isDayKey = (path: readonly string[]): boolean =>
  ['issued', 'implemented', 'withdrawn', 'recorded', 'date'].includes(path.at(-1) ?? '');

const write = (text: string): Mend => ({
  hint: { zh: `写 ${text}`, en: `Write ${text}` },
  replacement: text,
});

/** What a wrong value was meant to be; `wanted` is the type or the words its key takes. */
export function mendValue(
  path: readonly string[],
  written: string,
  wanted: { readonly type?: string; readonly values?: readonly string[] },
): Mend | undefined {
  const plain = written.trim().replaceAll(/^['"“”‘’]|['"“”‘’]$/g, '');
  if (plain === '') return undefined;
  if (isDayKey(path)) {
    const day = readWrittenDay(plain);
    return day === undefined
      ? {
          hint: {
            zh: '写作 YYYY-MM-DD，如 2026-06-30；日子还没有定的，删去这一行',
            en: 'Write YYYY-MM-DD, e.g. 2026-06-30; leave the line out while the day is not known',
          },
        }
      : write(day);
  }
  if (wanted.values) {
    const { values } = wanted;
    const value =
      (path.at(-1) === 'status' ? lookUp(statuses, plain) : undefined) ??
      values.find((each) => each.toLowerCase() === plain.toLowerCase()) ??
      only(values.filter((each) => each.startsWith(plain)));
    return value === undefined ? undefined : write(value);
  }
  if (wanted.type === 'boolean') {
    const value = lookUp(booleans, plain.toLowerCase());
    return value === undefined ? undefined : write(value);
  }
  if (wanted.type === 'array') {
    if (/^[[{|>&*-]/.test(plain)) return undefined;
    return write(`[${splitList(plain).map(quoteItem).join(', ')}]`);
  }
  if (wanted.type === 'string' && /^[-+\d.eE_]+$|^(?:true|false|null|~)$/.test(plain)) {
    return write(`'${plain}'`);
  }
  if (path[0] === 'ccs' && /^[a-hj-np-z] ?\d{2}$/i.test(plain)) return write(plain.toUpperCase());
  if (path[0] === 'ics' || path[0] === 'ccs') {
    const pieces = splitList(plain);
    if (pieces.length > 1) return write(pieces.map((piece) => `'${piece}'`).join(', '));
  }
  return undefined;
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** Items that were typed in one: 甲局、乙局. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[、，,；;]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

function quoteItem(text: string): string {
  return /^[\d.]+$|[:#[\]{}&*!|>'"%@`]/.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

/** Endings of the names of bodies: where every piece has one, the pieces are names. */
const bodyEnd =
  /(?:局|委|委员会|办公室|厅|部|院|所|中心|站|公司|集团|协会|学会|商会|联盟|联合会|大学|学院|学校|厂|社|会|医院|政府|机构|馆|店|银行|分会|基地|实验室)(?:[（(].{1,20}[)）])?$/;
const personName = /^[\u4e00-\u9fff·]{2,8}$/;

/** Lists of names, with what an item has to look like for two in one to be told apart beyond doubt. */
export const nameLists: Readonly<Record<string, RegExp>> = {
  issuers: bodyEnd,
  proposedBy: bodyEnd,
  administeredBy: bodyEnd,
  draftedBy: bodyEnd,
  drafters: personName,
  keywords: /^\S{1,12}$/,
};

/** YAML for several items in the place of one; undefined where a name may hold the comma itself. */
export function writeItems(name: string, pieces: readonly string[]): string | undefined {
  const pattern = nameLists[name];
  return pattern && pieces.every((piece) => pattern.test(piece))
    ? pieces.map(quoteItem).join(', ')
    : undefined;
}

import { prefixOf, readCode } from './words.ts';

/** A row that names a sub-system and no standard. */
export interface Heading {
  /** Empty where nothing says which it is. */
  readonly code: string;
  readonly name: string;
}

/** A heading without a code, and what stands below it up to the next. */
export interface OpenGroup {
  readonly name: string;
  /** 1 for `一、`, 2 for `（一）`. */
  readonly depth: number;
  readonly prefixes: Set<string>;
  hasBranches: boolean;
}

/** `通用基础` of `通用基础（12项）`. */
const trimCount = (name: string): string =>
  name.replace(/[\s(（]*共?\s*\d+\s*项[)）]?$/, '').trim();

/** `2.1 仓储` and `一、通用基础`; null for a text that is no heading. */
export function readGroupName(text: string): (Heading & { readonly depth: number }) | null {
  const [, code = '', name = ''] =
    /^([A-Za-z]{0,4}\d+(?:[.-]\d+)*)[\s、.:：]+(\S.*)$/.exec(text) ?? [];
  if (name !== '') return { code: readCode(code), name: trimCount(name), depth: 0 };
  const [, open = '', title = ''] =
    /^([（(]?)第?[一二三四五六七八九十]+(?:[）)、.．]|部分|类|[\s:：])\s*(\S.*)$/.exec(text) ?? [];
  return title === '' ? null : { code: '', name: trimCount(title), depth: open === '' ? 1 : 2 };
}

/**
 * The sub-system that a heading without a code names, by the codes of the rows below it: their own where they have one,
 * the one above where they have several or are named in a column. Undefined where the codes do not say.
 */
export function settleGroup({ name, prefixes, hasBranches }: OpenGroup): Heading | undefined {
  const [first, ...rest] = prefixes;
  if (first === undefined) return undefined;
  let code = hasBranches ? parentOf(first) : first;
  for (const each of rest) while (code !== '' && !isWithin(each, code)) code = parentOf(code);
  return code === '' ? undefined : { code, name };
}

const parentOf = (code: string): string => prefixOf(code);

const isWithin = (code: string, above: string): boolean =>
  code === above || code.startsWith(`${above}.`) || code.startsWith(`${above}-`);

/** Rows of a list that are no standards and no fault: sums, notes, lines of signature, the numbers of the columns. */
export function isAside(written: readonly string[]): boolean {
  const [first = ''] = written;
  const text = first.replaceAll(/\s+/g, '');
  if (/^(?:小计|合计|总计|共计|累计)(?:[(（:：\d].*)?$/.test(text)) return true;
  if (/^(?:注|备注|说明|填表说明|附注|附)\d*[:：.、]/.test(text)) return true;
  if (/^(?:编制|填报|填表|制表|审核|审批|批准|联系)(?:单位|部门|人|日期)?[:：]/.test(text))
    return true;
  if (/^第\d+页/.test(text)) return true;
  return written.length >= 3 && written.every((cell, index) => cell === String(index + 1));
}

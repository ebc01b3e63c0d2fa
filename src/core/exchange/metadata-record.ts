import type { CompiledStandard } from '../model/standard.ts';
import { keyOf } from './keys.ts';
import type { StandingFacts } from './standing.ts';

/** An element of a record after GB/T 22373—2021: its code, its name, and its values. */
export interface RecordElement {
  readonly code: string;
  readonly name: string;
  readonly values: readonly string[];
}

/** Codes and names of the elements of GB/T 22373—2021 that we write and read, in the order of their codes. */
export const recordElements = [
  { code: '000', name: '记录状态' },
  { code: '001', name: '记录识别符' },
  { code: '100', name: '标准号' },
  { code: '101', name: '发布日期' },
  { code: '102', name: '发布机构' },
  { code: '200', name: '标准状态' },
  { code: '205', name: '实施日期' },
  { code: '206', name: '废止日期' },
  { code: '207', name: '确认日期' },
  { code: '209', name: '起草单位' },
  { code: '298', name: '中文名称' },
  { code: '302', name: '英文名称' },
  { code: '330', name: '文摘' },
  { code: '390', name: '英文主题词' },
  { code: '461', name: '代替标准' },
  { code: '462', name: '被代替标准' },
  { code: '502', name: '引用文件' },
  { code: '800', name: '一致性程度' },
  { code: '825', name: 'CCS' },
  { code: '826', name: 'ICS' },
  { code: '835', name: '中文主题词' },
  { code: '870', name: '提出单位' },
  { code: '871', name: '归口单位' },
] as const;
export type RecordCode = (typeof recordElements)[number]['code'];

/**
 * The record of a standard after GB/T 22373—2021, elements without a value left out. 462 is what it replaces, 461 what
 * replaces it; days are `YYYY-MM-DD`.
 */
export function describeRecord(
  { key, slug, meta, text }: CompiledStandard,
  { status, successors }: StandingFacts,
): readonly RecordElement[] {
  const values: Readonly<Record<RecordCode, readonly (string | undefined)[]>> = {
    '000': ['n'],
    '001': [slug],
    '100': [key],
    '101': [meta.issued],
    '102': meta.issuers,
    '200': [status],
    '205': [meta.implemented],
    '206': [meta.withdrawn],
    '207': meta.reviews.filter(({ result }) => result === '继续有效').map(({ date }) => date),
    '209': meta.draftedBy,
    '298': [meta.title],
    '302': [meta.titleEn],
    '330': [meta.abstract],
    '390': meta.keywordsEn,
    '461': successors.map(keyOf),
    '462': meta.replaces.map(({ number }) => keyOf(number)),
    '502': [
      ...new Set(
        text.references.filter(({ role }) => role === 'normative-list').map((each) => each.key),
      ),
    ],
    '800': meta.adopts.map(({ number, degree }) => `${keyOf(number)},${degree}`),
    '825': meta.ccs,
    '826': meta.ics,
    '835': meta.keywords,
    '870': meta.proposedBy,
    '871': meta.administeredBy,
  };
  return recordElements.flatMap(({ code, name }) => {
    const said = values[code].flatMap((value) => (value ? [value] : []));
    return said.length > 0 ? [{ code, name, values: said }] : [];
  });
}

/** A record as text: a line for each element, code, name and values with tabs between them, values joined by `;`. */
export function writeRecord(elements: readonly RecordElement[]): string {
  const clean = (value: string): string =>
    value.replaceAll(/\s+/g, ' ').replaceAll(';', '；').trim();
  return elements
    .map(({ code, name, values }) => `${code}\t${name}\t${values.map(clean).join(';')}\n`)
    .join('');
}

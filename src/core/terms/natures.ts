import type { Bilingual } from '../base/bilingual.ts';
import type { Term } from './table.ts';

/** What the number says of a standard's force (《标准化法》第二条); see `classifyNature`. */
export const natureTerms = [
  { value: 'mandatory', zh: '强制性', en: 'Mandatory' },
  { value: 'recommended', zh: '推荐性', en: 'Recommended' },
  { value: 'guidance', zh: '指导性技术文件', en: 'Guidance document' },
  { value: 'unknown', zh: '编号未标明', en: 'Not said by the number' },
] as const satisfies readonly Term[];
export type StatedNature = (typeof natureTerms)[number]['value'];

/** The same in a column of a file. */
export const shortNatures: Readonly<Record<StatedNature, Bilingual>> = {
  mandatory: { zh: '强制', en: 'mandatory' },
  recommended: { zh: '推荐', en: 'recommended' },
  guidance: { zh: '指导', en: 'guidance' },
  unknown: { zh: '未写明', en: 'not stated' },
};

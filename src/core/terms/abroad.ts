import type { Term } from './table.ts';

/** At what somebody looked who checked a market-access card. */
export const checkedByTerms = [
  { value: 'issuer', zh: '发布机构的网页', en: 'a page of its issuer' },
  { value: 'stored-copy', zh: '发布机构网页的存档', en: "a stored copy of its issuer's page" },
  { value: 'official-copy', zh: '官方法规库的文本', en: 'the text in an official register' },
  { value: 'secondary', zh: '别人的转述', en: "somebody else's account" },
] as const satisfies readonly Term[];

/** What a body of the city does in an international project. */
export const degreesOfPart = [
  { value: 'lead', zh: '牵头', en: 'project leader' },
  { value: 'co-lead', zh: '联合牵头', en: 'co-leader' },
  { value: 'expert', zh: '注册专家', en: 'registered expert' },
  { value: 'comment', zh: '提意见', en: 'comments through the mirror committee' },
] as const satisfies readonly Term[];

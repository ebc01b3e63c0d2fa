import type { RowState } from './systems.ts';
import type { Term } from './table.ts';

/** Statuses of a standard on a day (标准状态). */
export const statusTerms = [
  { value: '现行', zh: '现行', en: 'In force' },
  { value: '即将实施', zh: '即将实施', en: 'Not yet in force' },
  { value: '被代替', zh: '被代替', en: 'Superseded' },
  { value: '废止', zh: '废止', en: 'Withdrawn' },
  { value: '草案', zh: '草案', en: 'Draft' },
  { value: '未知', zh: '状态未知', en: 'Status unknown' },
] as const satisfies readonly Term[];
export type Status = (typeof statusTerms)[number]['value'];

/** What a standard is on a day that someone asks for: before its issue it has no status. */
export const dayStatusTerms = [
  ...statusTerms,
  { value: '尚未发布', zh: '尚未发布', en: 'Not yet issued' },
] as const satisfies readonly Term[];
export type DayStatus = (typeof dayStatusTerms)[number]['value'];
/** What a source can say about a standard, on the day it says it: drafts are in no catalogue. */
export type RecordedStatus = Exclude<Status, '草案'>;

/** Names of statuses in addresses. */
export const statusIds: Readonly<Record<Status, string>> = {
  现行: 'current',
  即将实施: 'upcoming',
  被代替: 'superseded',
  废止: 'withdrawn',
  草案: 'draft',
  未知: 'unknown',
};

/** The state of a row of a system that a standard of each status stands in. */
export const statusRowStates: Readonly<Record<Status, RowState>> = {
  现行: 'in-force',
  即将实施: 'coming',
  被代替: 'replaced',
  废止: 'withdrawn',
  草案: 'preparing',
  未知: 'unverified',
};

/** What a status means to a reader, in a sentence. */
export const statusMeanings: Readonly<Record<Status, Pick<Term, 'zh' | 'en'>>> = {
  现行: {
    zh: '已经实施，没有被代替或废止。',
    en: 'In use: neither superseded nor withdrawn.',
  },
  即将实施: {
    zh: '已经发布，实施日期还没有到。在此之前，旧版仍然有效。',
    en: 'Issued, but its day has not come. Until then the older edition holds.',
  },
  被代替: {
    zh: '新的标准已经实施，页首给出代替它的标准。',
    en: 'A newer standard is in force; the top of the page names it.',
  },
  废止: { zh: '发布机构已宣布停止使用。', en: 'The issuing body has ended its use.' },
  草案: {
    zh: '还没有发布的文稿，不能作为依据。',
    en: 'A text that has not been issued; it is not to be relied on.',
  },
  未知: {
    zh: '没有可靠的状态信息，请向发布机构核实。',
    en: 'No reliable information; ask the issuing body.',
  },
};

/** What lists call a recorded status, in small letters and without spaces. */
export const statusSynonyms: Readonly<Record<RecordedStatus, string>> = {
  现行: '现行 现行有效 有效 正在执行 确认有效 继续有效 现行标准 current valid active inforce effective published confirmed',
  即将实施:
    '即将实施 未生效 尚未生效 未实施 尚未实施 待实施 已发布未实施 即将生效 upcoming notyetinforce pending',
  被代替:
    '被代替 被替代 已被代替 已被替代 已代替 已替代 被取代 被全部代替 superseded replaced revised',
  废止: '废止 作废 已废止 已作废 失效 已失效 废除 撤销 已撤销 withdrawn abolished cancelled canceled obsolete void',
  未知: '未知 不详 unknown',
};

/** The recorded statuses, as text that is read from a file may be one of them. */
export const recordedStatuses: ReadonlySet<unknown> = new Set(
  statusTerms.map(({ value }) => value).filter((value) => value !== '草案'),
);

/** What a page says of a standard beside its status. `withdrawal-undated`: 废止, and no source gives the day. */
export const flagTerms = [
  { value: 'newer-edition-issued', zh: '有更新版', en: 'Newer edition issued' },
  { value: 'under-review', zh: '复审中', en: 'Under review' },
  { value: 'review-overdue', zh: '复审超期', en: 'Review overdue' },
  { value: 'confirmed', zh: '继续有效', en: 'Reaffirmed' },
  { value: 'partly-replaced', zh: '部分被代替', en: 'Replaced in part' },
  { value: 'withdrawal-undated', zh: '废止日期不详', en: 'Day of withdrawal not known' },
] as const satisfies readonly Term[];
export type StatusFlag = (typeof flagTerms)[number]['value'];

/** What the publisher of a text declares it to be; its status on a day follows from dates and relations. */
export const declaredStatuses = ['published', 'draft', 'withdrawn'] as const;
export type DeclaredStatus = (typeof declaredStatuses)[number];

import type { NoticeKind } from '../terms/index.ts';
import type { Bilingual } from '../base/bilingual.ts';

/** What a notice is made from. */
export interface NewNotice {
  readonly kind: NoticeKind;
  readonly number?: string | undefined;
  readonly day: string;
  readonly issuer: string;
  readonly standards: readonly { readonly number: string; readonly slug: string }[];
  /** Families of the standards, as they are called: 地方标准. */
  readonly family: Bilingual;
  /** Why; what is to be done. */
  readonly reason?: string | undefined;
  /** The day from which it holds, where that is another than that of the notice. */
  readonly from?: string | undefined;
  /** Whether a review has come to it. */
  readonly reviewed?: boolean | undefined;
  readonly sample?: boolean;
}

/** The name of the file of a notice without its ending: its day, kind and first standard. */
export function nameNotice({ day, kind, standards }: NewNotice): string {
  const first = standards[0]?.slug.replaceAll(/[^a-z0-9-]/g, '') ?? 'none';
  return `${day}-${kind}-${first}`.slice(0, 120);
}

type Sentence = (notice: NewNotice) => string;

const sayDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const sentences: Readonly<Record<NoticeKind, Sentence>> = {
  issued: ({ issuer, family, standards, from }) =>
    `${issuer}批准发布下列${standards.length}项${family.zh}${from ? `，自${sayDay(from)}起实施` : ''}，现予公告。`,
  replaced: ({ issuer, family, standards, from }) =>
    `${issuer}批准发布下列${standards.length}项${family.zh}${from ? `，自${sayDay(from)}起实施` : ''}；被代替的标准自新标准实施之日起不再执行，现予公告。`,
  withdrawn: ({ issuer, family, standards, from, day, reviewed }) =>
    `${reviewed ? '经复审，' : ''}${issuer}决定自${sayDay(from ?? day)}起废止下列${standards.length}项${family.zh}，现予公告。`,
  confirmed: ({ issuer, family, standards }) =>
    `${issuer}组织了复审，下列${standards.length}项${family.zh}继续有效，现予公告。`,
  amended: ({ issuer, family, from }) =>
    `${issuer}批准下列${family.zh}修改单${from ? `，自${sayDay(from)}起实施` : ''}，现予公告。`,
  corrected: ({ issuer, family }) => `${issuer}对下列${family.zh}的印刷错误予以更正，现予公告。`,
  renumbered: ({ issuer, family }) =>
    `${issuer}变更下列${family.zh}的编号，文本内容不变，现予公告。`,
  promotion: ({ issuer, family }) =>
    `${issuer}将组织下列${family.zh}的宣贯，请有关单位学习、执行，现予公告。`,
};

/** The file of a notice, to be edited by hand afterwards: facts in its front matter, what it says below. */
export function writeNotice(notice: NewNotice): string {
  const { kind, number, day, issuer, standards, reason, sample } = notice;
  const lines = [
    '---',
    `kind: ${kind}`,
    ...(number ? [`number: ${quote(number)}`] : []),
    `day: ${day}`,
    `issuer: ${quote(issuer)}`,
    'standards:',
    ...standards.map((each) => `  - ${quote(each.number)}`),
    ...(sample ? ['sample: true'] : []),
    '---',
    '',
    sentences[kind](notice),
    ...(reason ? ['', reason] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** A text as YAML; plain where nothing in it means anything. */
const quote = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} /—.()（）-]*$/u.test(text) && !/^[\d.e+-]+$/i.test(text)
    ? text
    : JSON.stringify(text);

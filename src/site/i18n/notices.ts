import type { Language } from '#core/model/standard.ts';
import { noticeTerms, pick } from '#core/terms/index.ts';
import type { NoticeKind } from '#core/terms/index.ts';

interface NoticeWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly feed: string;
  readonly notice: string;
  readonly serial: string;
  readonly number: string;
  readonly name: string;
  readonly replaced: string;
  readonly implemented: string;
  readonly withdrawn: string;
  readonly sample: string;
  readonly kind: Readonly<Record<NoticeKind, string>>;
  /** What a notice is about where it has no title of its own. */
  readonly about: (kind: NoticeKind, family: string) => string;
  readonly day: (day: string) => string;
}

const zhDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const enKind = pick(noticeTerms, 'en');

const zhAbout: Readonly<Record<NoticeKind, (family: string) => string>> = {
  issued: (family) => `发布${family}`,
  replaced: (family) => `发布${family}`,
  withdrawn: (family) => `废止${family}`,
  confirmed: (family) => `${family}复审继续有效`,
  amended: (family) => `发布${family}修改单`,
  corrected: (family) => `${family}勘误`,
  renumbered: (family) => `变更${family}编号`,
  promotion: (family) => `宣贯${family}`,
};

export const NOTICE_WORDS: Readonly<Record<Language, NoticeWords>> = {
  zh: {
    title: '公告',
    lead: '标准的发布、代替、废止、复审、修改和勘误。',
    none: '还没有公告。',
    feed: '订阅公告（Atom）',
    notice: '公　告',
    serial: '序号',
    number: '标准编号',
    name: '标准名称',
    replaced: '代替标准号',
    implemented: '实施日期',
    withdrawn: '废止日期',
    sample: '样例',
    kind: pick(noticeTerms, 'zh'),
    about: (kind, family) => `关于${zhAbout[kind](family)}的公告`,
    day: zhDay,
  },
  en: {
    title: 'Notices',
    lead: 'Issue, replacement, withdrawal, review, amendment and correction of standards.',
    none: 'There are no notices yet.',
    feed: 'Subscribe to notices (Atom)',
    notice: 'Notice',
    serial: 'No.',
    number: 'Standard',
    name: 'Title',
    replaced: 'Replaces',
    implemented: 'Implemented',
    withdrawn: 'Withdrawn',
    sample: 'Sample',
    kind: enKind,
    about: (kind, family) => `${enKind[kind]}: ${family}`,
    day: (day) => day,
  },
};

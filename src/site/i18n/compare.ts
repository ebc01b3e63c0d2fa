import type { Language } from '#core/model/standard.ts';

interface ComparePageWords {
  readonly title: string;
  readonly lead: string;
  /** Title of the page of two editions. */
  readonly editions: (earlier: string, later: string) => string;
  readonly editionsLead: (title: string) => string;
  readonly earlier: string;
  readonly later: string;
  readonly summary: string;
  readonly summaryNote: string;
  readonly text: string;
  readonly numbers: string;
  readonly view: string;
  readonly side: string;
  readonly inline: string;
  readonly all: string;
  readonly implemented: string;
  readonly sample: string;
  /** On the page of a standard: to the comparison with the edition before or after it. */
  readonly withEdition: (year: string) => string;
}

/** What the pages of comparisons say without their script. */
export const COMPARE_PAGE: Readonly<Record<Language, ComparePageWords>> = {
  zh: {
    title: '文本比较',
    lead: '选两份标准，逐条逐句看改了什么：要求加了、删了、严了、宽了，限值和条款类型变了没有。',
    editions: (earlier, later) => `${earlier} 与 ${later} 比较`,
    editionsLead: (title) => `《${title}》前后两版逐条逐句的比较。`,
    earlier: '前一版',
    later: '后一版',
    summary: '变化概览',
    summaryNote:
      '按句计数，表格按单元、行、列计数。加严、放宽依据条款类型和限值判断，拿不准的一律算“改变”；以正式文本为准。',
    text: '逐条比较',
    numbers: '条号对照',
    view: '显示方式',
    side: '左右对照',
    inline: '合在一起',
    all: '也显示未变的文字',
    implemented: '实施',
    sample: '样例标准，内容为虚构。',
    withEdition: (year) => `与 ${year} 年版比较`,
  },
  en: {
    title: 'Compare texts',
    lead: 'Choose two standards and see clause by clause what changed: requirements added, removed, tightened or loosened, other limits, other types of provision.',
    editions: (earlier, later) => `${earlier} compared with ${later}`,
    editionsLead: (title) =>
      `Two editions of "${title}", clause by clause and sentence by sentence.`,
    earlier: 'Earlier edition',
    later: 'Later edition',
    summary: 'Changes at a glance',
    summaryNote:
      'Sentences are counted; of tables, cells, rows and columns. Whether a provision is tightened or loosened follows from its type and its limits; what is not certain counts as changed. The official texts prevail.',
    text: 'Clause by clause',
    numbers: 'Numbers of clauses, old and new',
    view: 'View',
    side: 'Side by side',
    inline: 'In one text',
    all: 'Show unchanged text, too',
    implemented: 'in force from',
    sample: 'Sample standards: their contents are invented.',
    withEdition: (year) => `Compare with the edition of ${year}`,
  },
};

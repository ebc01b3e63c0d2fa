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
  readonly highlights: string;
  readonly text: string;
  readonly numbers: string;
  readonly view: string;
  readonly side: string;
  readonly inline: string;
  readonly all: string;
  readonly implemented: (day: string) => string;
  readonly sample: string;
  readonly first: string;
  readonly second: string;
  readonly example: string;
  readonly chooseHint: string;
  readonly compare: string;
  readonly swap: string;
  readonly stop: string;
  readonly local: string;
  readonly noScript: string;
  readonly pairs: string;
  readonly filters: string;
  readonly previous: string;
  readonly next: string;
  readonly keys: string;
  readonly take: string;
  readonly print: string;
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
    highlights: '加严、放宽和待核对',
    text: '逐条比较',
    numbers: '条号对照',
    view: '显示方式',
    side: '左右对照',
    inline: '合在一起',
    all: '也显示未变的文字',
    implemented: (day) => `${day} 实施`,
    sample: '样例标准，内容为虚构。',
    first: '原来的标准',
    second: '后来的标准',
    example: '例如 GB/T 1.1—2009',
    chooseHint: '填编号或名称；标准篮里的排在前面。两份可以是任何两项有正文的标准。',
    compare: '比较',
    swap: '交换',
    stop: '停止',
    local: '比较在你的浏览器里进行，不上传任何内容。',
    noScript: '任选两份比较需要开启脚本（JavaScript）；下面前后两版的比较不需要。',
    pairs: '前后两版',
    filters: '只看这些变化',
    previous: '上一处',
    next: '下一处',
    keys: '键盘：J 下一处，K 上一处',
    take: '下载变化清单',
    print: '打印',
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
    highlights: 'Tightened, loosened and to be checked',
    text: 'Clause by clause',
    numbers: 'Numbers of clauses, old and new',
    view: 'View',
    side: 'Side by side',
    inline: 'In one text',
    all: 'Show unchanged text, too',
    implemented: (day) => `in force from ${day}`,
    sample: 'Sample standards: their contents are invented.',
    first: 'Earlier text',
    second: 'Later text',
    example: 'for example GB/T 1.1—2009',
    chooseHint:
      'A number or a title; standards of your basket come first. Any two standards whose texts are here can be compared.',
    compare: 'Compare',
    swap: 'Swap',
    stop: 'Stop',
    local: 'The texts are compared in your browser; nothing is uploaded.',
    noScript: 'To compare any two texts needs scripts (JavaScript); the editions below do not.',
    pairs: 'Consecutive editions',
    filters: 'Show only these changes',
    previous: 'Previous',
    next: 'Next',
    keys: 'Keys: J for the next change, K for the one before',
    take: 'Download the list of changes',
    print: 'Print',
    withEdition: (year) => `Compare with the edition of ${year}`,
  },
};

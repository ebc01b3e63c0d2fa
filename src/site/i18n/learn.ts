import type { Language } from '#core/model/standard.ts';
import type { Question } from '#core/learning/index.ts';

interface LearnWords {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly minutes: (minutes: number) => string;
  readonly lessons: (count: number) => string;
  readonly lessonAt: (at: number, of: number) => string;
  readonly forWhom: string;
  readonly aims: string;
  readonly lessonList: string;
  readonly sources: string;
  readonly asOf: (day: string) => string;
  readonly start: string;
  readonly previous: string;
  readonly next: string;
  readonly toCourse: string;
  /** Said plainly where a course is not in the language of the page. */
  readonly otherLanguage: Readonly<Record<Language, string>>;
  readonly inLanguage: Readonly<Record<Language, string>>;
  readonly liveClause: string;
  readonly openClause: string;
  readonly goneClause: (what: string) => string;
  readonly term: string;
  readonly kind: Readonly<Record<Question['kind'], string>>;
  readonly level: readonly [string, string, string];
  readonly showAnswer: string;
  readonly answer: string;
  readonly ground: string;
  readonly from: string;
  readonly invented: string;
}

export const LEARN_WORDS: Readonly<Record<Language, LearnWords>> = {
  zh: {
    title: '学习',
    lead: '从查一个编号到写一项标准。每课十来分钟，课文里的条文都是库里现在的正文，题目做完就知道对在哪里。不用注册，进度留在你的浏览器里。',
    none: '这座标准库还没有课程。',
    minutes: (minutes) => `约 ${minutes} 分钟`,
    lessons: (count) => `${count} 课`,
    lessonAt: (at, of) => `第 ${at} 课，共 ${of} 课`,
    forWhom: '给谁',
    aims: '学完能做到',
    lessonList: '课程',
    sources: '依据',
    asOf: (day) => `截至 ${day}`,
    start: '开始第 1 课',
    previous: '上一课',
    next: '下一课',
    toCourse: '课程目录',
    otherLanguage: {
      zh: '',
      en: '这门课用英文讲，给来自国外的学员。',
    },
    inLanguage: { zh: '中文', en: '英文' },
    liveClause: '现行正文',
    openClause: '在原文中打开',
    goneClause: (what) => `这里本来有 ${what}，现在的正文里没有了。`,
    term: '术语',
    kind: {
      single: '单选',
      several: '多选',
      order: '排序',
      match: '配对',
      number: '填数',
      find: '找条文',
    },
    level: ['基础', '进阶', '综合'],
    showAnswer: '看答案',
    answer: '答案',
    ground: '依据',
    from: '来源',
    invented: '样例中的城市和标准都是虚构的。',
  },
  en: {
    title: 'Learn',
    lead: 'From looking up one number to writing a standard of your own. Lessons take about ten minutes; the clauses in them are the texts as they stand in this library now, and each question tells you why. No account: your progress stays in your browser.',
    none: 'This library has no courses yet.',
    minutes: (minutes) => `about ${minutes} min`,
    lessons: (count) => (count === 1 ? '1 lesson' : `${count} lessons`),
    lessonAt: (at, of) => `Lesson ${at} of ${of}`,
    forWhom: 'For whom',
    aims: 'What you will be able to do',
    lessonList: 'Lessons',
    sources: 'Sources',
    asOf: (day) => `as of ${day}`,
    start: 'Begin with lesson 1',
    previous: 'Previous lesson',
    next: 'Next lesson',
    toCourse: 'All lessons',
    otherLanguage: {
      zh: 'This course is taught in Chinese. There is no English edition of it; the buttons and signs around it are in English.',
      en: '',
    },
    inLanguage: { zh: 'in Chinese', en: 'in English' },
    liveClause: 'Text as it stands',
    openClause: 'Open in the standard',
    goneClause: (what) => `${what} stood here; the text has it no more.`,
    term: 'Term',
    kind: {
      single: 'One answer',
      several: 'Several answers',
      order: 'Put in order',
      match: 'Match',
      number: 'Fill in a number',
      find: 'Find the clause',
    },
    level: ['Basic', 'Further', 'Combined'],
    showAnswer: 'Show the answer',
    answer: 'Answer',
    ground: 'Grounds',
    from: 'Source',
    invented: 'The city and the standards of the samples are invented.',
  },
};

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
  readonly stale: string;
  readonly readText: (number: string) => string;
  readonly test: string;
  readonly testLead: (count: number, right: number) => string;
  readonly testLeft: (count: number) => string;
  readonly testNoScript: string;
  readonly practice: string;
  readonly practiceLead: string;
  readonly practiceNoScript: string;
  readonly toPractice: string;
  readonly banks: string;
  readonly byCourse: string;
  readonly byStandard: string;
  readonly questions: (count: number) => string;
  readonly chooseTopics: string;
  readonly allTopics: string;
  readonly startRound: string;
  readonly made: string;
  readonly madeLead: string;
  readonly madeMark: string;
  readonly standardNumber: string;
  readonly makeQuestions: string;
  readonly moreFromText: string;
  readonly bankLead: string;
  readonly progress: string;
  readonly progressLead: string;
  readonly save: string;
  readonly load: string;
  readonly clear: string;
  readonly certificate: string;
  readonly certificateLead: string;
  readonly yourName: string;
  readonly print: string;
  readonly certifies: string;
  readonly certificateBody: string;
  readonly selfStudy: string;
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
    stale: '条文已变，待核对',
    readText: (number) => `到 ${number} 的正文里找`,
    test: '结业测验',
    testLead: (count, right) =>
      `共 ${count} 题，对 ${right} 题通过。每题答完就看到对错和依据，只算第一次的回答。`,
    testLeft: (count) => `${count} 题所据的条文刚改过，核对以前不考。`,
    testNoScript: '这里的题可以看、可以对答案；计分要打开浏览器的脚本。',
    practice: '练习',
    practiceLead:
      '做过的题按遗忘的快慢再出现：答得稳的隔得久，答错的很快回来。记录只在你的浏览器里。',
    practiceNoScript: '按间隔复习要打开浏览器的脚本。下面的题库不用脚本也能看题、对答案。',
    toPractice: '题库与练习',
    banks: '题库',
    byCourse: '按课程',
    byStandard: '按标准',
    questions: (count) => `${count} 题`,
    chooseTopics: '练哪些',
    allTopics: '全部题库',
    startRound: '开始一轮',
    made: '拿任意一项标准出题',
    madeLead:
      '题目由程序按正文生成：哪一种条款、哪一个限值、哪一个术语。没有人逐题看过，以条文为准。',
    madeMark: '程序生成',
    standardNumber: '标准编号',
    makeQuestions: '出题',
    moreFromText: '再按正文自动出几题',
    bankLead: '每题答完就看到对错、理由和依据的条。',
    progress: '学习进度',
    progressLead: '学完的课、测验和复习的安排都存在这个浏览器里，不上传。换设备时存成文件带走。',
    save: '存成文件',
    load: '读入文件',
    clear: '清除',
    certificate: '自学证明',
    certificateLead: '姓名只印在纸上，不保存、不发送。',
    yourName: '姓名',
    print: '打印',
    certifies: '自学证明',
    certificateBody: '自学完成以下课程，并通过结业测验',
    selfStudy:
      '本证明由学习者自己打印，记录自学情况，不是学历、职业资格或培训合格证书，未经任何机构考核。',
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
    stale: 'The clause has changed; to be checked',
    readText: (number) => `Look in the text of ${number}`,
    test: 'Closing test',
    testLead: (count, right) =>
      `${count} questions, ${right} right answers pass. After each you see whether it is right and why; your first answer counts.`,
    testLeft: (count) =>
      `${count} of the questions rest on a clause that has just changed; they are left out until somebody has checked them.`,
    testNoScript:
      'You can read these questions and their answers; for a result, scripts must be on in your browser.',
    practice: 'Practice',
    practiceLead:
      'Questions come back as you forget: what you know well after a long time, what you got wrong soon. The record stays in your browser.',
    practiceNoScript:
      'Repetition needs scripts in your browser. The question banks below can be read, with their answers, without.',
    toPractice: 'Question banks and practice',
    banks: 'Question banks',
    byCourse: 'By course',
    byStandard: 'By standard',
    questions: (count) => (count === 1 ? '1 question' : `${count} questions`),
    chooseTopics: 'Practise',
    allTopics: 'All banks',
    startRound: 'Begin a round',
    made: 'Questions about any standard',
    madeLead:
      'Made by program from the text: which type of provision, which limit, which term. Nobody has looked at each; the clause decides.',
    madeMark: 'made by program',
    standardNumber: 'Number of a standard',
    makeQuestions: 'Make questions',
    moreFromText: 'More questions, made from the text',
    bankLead: 'After each answer you see whether it is right, why, and which clause says so.',
    progress: 'Your progress',
    progressLead:
      'Finished lessons, tests and the plan of repetition are kept in this browser and sent nowhere. Save them to a file to take them to another device.',
    save: 'Save to a file',
    load: 'Read a file',
    clear: 'Clear',
    certificate: 'Certificate of self-study',
    certificateLead: 'Your name is printed on paper only; it is neither kept nor sent.',
    yourName: 'Name',
    print: 'Print',
    certifies: 'Certificate of self-study',
    certificateBody: 'has completed this course by self-study and passed its closing test',
    selfStudy:
      'Printed by the learner as a record of self-study. It is no diploma, professional qualification or training certificate, and no body has examined the learner.',
  },
};

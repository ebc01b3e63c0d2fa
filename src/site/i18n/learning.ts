import type { Language } from '#core/model/standard.ts';

interface LearningWords {
  readonly title: string;
  readonly lead: string;
  readonly read: string;
  readonly try: string;
  readonly tell: string;
  readonly use: string;
  readonly files: string;
  readonly guide: string;
  readonly guideWhat: (hasNotes: boolean) => string;
  readonly questions: string;
  readonly questionsWhat: string;
  readonly checklist: string;
  readonly checklistWhat: string;
  readonly glossary: string;
  readonly glossaryWhat: string;
  readonly text: string;
  readonly textWhat: string;
}

export const LEARNING_WORDS: Readonly<Record<Language, LearningWords>> = {
  zh: {
    title: '学习与宣贯',
    lead: '读懂它、检验自己、讲给别人、拿去检查，都从这里开始。',
    read: '读懂',
    try: '自测',
    tell: '讲给别人',
    use: '用起来',
    files: '带走',
    guide: '导读',
    guideWhat: (hasNotes) =>
      hasNotes
        ? '原文旁边逐句说明：要求还是推荐，引用起什么作用，读完做什么。有编者写的说明。'
        : '原文旁边逐句说明：要求还是推荐，引用起什么作用，读完做什么。',
    questions: '自测题',
    questionsWhat: '关于这项标准的题，答案都连着原文的条。',
    checklist: '条款清单',
    checklistWhat: '把全部条款列成清单，逐条记下做到没有，可以存成表格。',
    glossary: '标准化词表',
    glossaryWhat: '“规范性引用”“能愿动词”这些词的意思。',
    text: '标准正文',
    textWhat: '回到这项标准的页面。',
  },
  en: {
    title: 'Learn and promote',
    lead: 'To understand it, to test yourself, to tell others about it, to inspect by it: all begin here.',
    read: 'Understand',
    try: 'Test yourself',
    tell: 'Tell others',
    use: 'Put it to use',
    files: 'Take away',
    guide: 'Guided reading',
    guideWhat: (hasNotes) =>
      `The text explained sentence by sentence: requirement or recommendation, what a reference does, what to do next.${hasNotes ? ' With notes by an editor.' : ''}`,
    questions: 'Questions',
    questionsWhat: 'Questions on this standard; each answer leads to its clause.',
    checklist: 'Checklist',
    checklistWhat:
      'All provisions as a list: note of each whether it is met, and keep it as a table.',
    glossary: 'Glossary of standardization',
    glossaryWhat: 'What words such as “normative reference” mean.',
    text: 'The standard',
    textWhat: 'Back to the page of this standard.',
  },
};

import type { BlockKind, ElementKind, OwnTarget } from '#core/guide/index.ts';
import type { Language } from '#core/model/standard.ts';
import type { ProvisionType } from '#core/terms/index.ts';

/** What an element is for, and what its reader does next. */
interface ElementWords {
  readonly what: string;
  readonly next?: string;
}

interface GuideWords {
  readonly title: string;
  readonly lead: string;
  /** How the page is read, before the text. */
  readonly how: readonly string[];
  readonly open: string;
  readonly note: (at: number) => string;
  readonly element: string;
  readonly next: string;
  readonly own: string;
  readonly words: string;
  readonly wordsLead: string;
  readonly inGlossary: string;
  readonly noEnglish: string;
  readonly restricted: string;
  readonly elements: Readonly<Record<ElementKind, ElementWords>>;
  readonly blocks: Readonly<Record<BlockKind, string>>;
  /** What a verb means, said where it is met first. */
  readonly verb: (type: ProvisionType, verb: string, negative: boolean) => string;
  readonly strict: (verb: string) => string;
  readonly listed: Readonly<Partial<Record<ProvisionType, string>>>;
  readonly allowedBut: string;
  readonly limits: string;
  readonly verified: (labels: string) => string;
  readonly dated: (raw: string, isFirst: boolean) => string;
  readonly undated: (raw: string, isFirst: boolean) => string;
  readonly target: (target: OwnTarget, isAsked: boolean) => string;
}

export const GUIDE_WORDS: Readonly<Record<Language, GuideWords>> = {
  zh: {
    title: '导读',
    lead: '原文一句不改，旁边说明：这一条是做什么的，为什么用“应”或“宜”，引用起什么作用，读完做什么。',
    how: [
      '句末的小标签说明这一句是要求、推荐还是允许；带数字的，旁边有同号的说明。同一个道理只在第一次遇到时讲。',
      '说明按 GB/T 1.1—2020 的一般规则由程序生成；标“编者说明”的由人撰写。说明不是标准的内容，理解不一致时以原文为准。',
    ],
    open: '展开全部说明',
    note: (at) => `说明${at}`,
    element: '这一部分',
    next: '接下来',
    own: '编者说明',
    words: '本页用到的标准化用语',
    wordsLead: '正文和说明里第一次出现时有虚线，点按可看解释。',
    inGlossary: '在词表中查看',
    noEnglish: '',
    restricted: '这项标准不公开全文，没有导读。',
    elements: {
      foreword: {
        what: '前言：必备，资料性。说明按什么规则起草、代替哪一版、改了什么、谁提出谁归口。里面没有要求。',
        next: '换版时先读列出的主要变化，一条一条对照自己的文件。',
      },
      introduction: { what: '引言：可选，资料性。交代背景和思路，不提要求，可以后读。' },
      scope: {
        what: '范围：必备，全是陈述，没有“应”。讲规定了什么、给谁用、不给谁用。',
        next: '先判断自己的业务在不在范围里。不在，后面的要求就不是写给你的。',
      },
      references: {
        what: '列出正文里规范性引用的文件。清单本身不提要求，要求在引用它们的那一句。写了年号的只用那一版；没写年号的用最新版，包括所有的修改单。',
        next: '把清单放进标准篮，查一次有没有被代替的。',
      },
      'no-references': { what: '本文件没有规范性引用文件，标题照样保留。' },
      terms: {
        what: '界定读懂本文件要用的词。术语条目是陈述，没有“应”；可后面的要求用到这些词时，都按这里的意思。',
        next: '读正文遇到这些词，回来看定义，不按日常说法去猜。',
      },
      'no-terms': { what: '本文件没有需要界定的术语，标题照样保留。' },
      term: {
        what: '一个术语条目：条目编号、术语、英文对应词、定义，有的还有注和来源。',
      },
      symbols: { what: '列出后面要用的符号或缩略语，遇到不认识的回这里查。' },
      classification: {
        what: '分类、分级或编码：先把对象分好，后面的要求按类提出。',
        next: '先认定自己属于哪一类、哪一级。',
      },
      principles: {
        what: '总体要求或原则：管全局的规定，后面各章把它落到细处。',
      },
      requirements: {
        what: '核心技术要素：写明要做到什么。“应”“不应”的句子是判定符合与否的依据。',
        next: '把每一句“应”抄成清单的一行，写上现在怎样做。',
      },
      methods: {
        what: '写明用什么办法证实前面的要求，多用祈使句，照着做。',
        next: '自查从这里读起：看什么、抽几个、测多久，都写在这一部分。',
      },
      inspection: {
        what: '检验规则：什么时候检、检哪些项目、抽多少、怎样判定。',
        next: '核对自己的检验计划有没有漏项。',
      },
      marking: { what: '标志、包装、运输和贮存：产品出厂以后仍要做到的事。' },
      core: { what: '技术内容的一章。先看标题知道管什么，再找“应”“宜”“可”。' },
      'normative-annex': {
        what: '规范性附录：由正文的条款带进来，和正文一样要遵守。',
        next: '回到正文找提到它的那一条，看什么情况下要用。',
      },
      'informative-annex': {
        what: '资料性附录：示例、说明或参考格式，帮助理解和使用，不增加要求。',
      },
      bibliography: {
        what: '参考文献：资料性。列出参考过的文件，声明符合本文件时不要求执行它们。',
      },
      index: { what: '索引：资料性。按次序列出词语在哪一条，供查找。' },
    },
    blocks: {
      note: '“注”帮助理解，不含要求。要判定符合不符合，回到正文。',
      example: '“示例”演示上面的条款怎样用，不增加要求。',
      table:
        '读表：先看表题，再看单位，然后找行和列，最后看表下面。表脚注（a、b）可以含要求，表注不含。',
      figure: '图和提到它的那一句一起读。图脚注可以含要求，图注不含。',
      footnote: '这是表或图的脚注，可以含要求，不要漏读。',
    },
    verb: (type, verb, negative) =>
      ({
        requirement: negative
          ? `“${verb}”也是要求，说的是不许出现的情形，不是“最好不要”。`
          : `“${verb}”表示要求：声明符合本文件，就必须做到这一句。检查看的是做到没有。`,
        instruction: '祈使句表示指示：步骤怎样写就怎样做，不另写“应”。',
        recommendation: negative
          ? `“${verb}”表示不提倡，但不禁止。`
          : `“${verb}”表示推荐：几种做法中特别推荐这一种，不排除别的。没有照做不算不符合。`,
        permission: negative
          ? `“${verb}”表示允许不做。`
          : `“${verb}”表示允许：在本文件的界限内可以这样做，不这样做也行。`,
        capability: negative
          ? `“${verb}”说的是做不到，不是禁止；禁止写“不应”。`
          : `“${verb}”说的是做得到，由材料、设备、生理等原因决定，不是准许谁去做。`,
        possibility: `“${verb}”说的是会不会发生，不是准许。`,
        statement: '这一句是陈述：说明事实，不提要求。',
      })[type],
    strict: (verb) => `“${verb}”是工程建设标准的用词，表示很严格，非这样不可。`,
    listed: {
      requirement: '句末是冒号：下面列出的每一项都是要求，逐项都要做到。',
      instruction: '句末是冒号：下面列出的每一项都照做。',
      recommendation: '句末是冒号：下面列出的每一项都是推荐。',
      permission: '句末是冒号：下面列出的每一项都是允许的。',
    },
    allowedBut: '先用“可”放开，再用“应”“不应”收住：检查时看收住的那一半，几个条件同时满足。',
    limits:
      '数值怎样比：“不大于”“不小于”“不超过”“不低于”含界限值本身，“大于”“小于”“超过”“低于”不含。',
    verified: (labels) => `怎样证实：${labels}。`,
    dated: (raw, isFirst) =>
      isFirst
        ? `${raw} 写了年号，是注日期引用：只用这一版，以后的修改和新版不自动适用。`
        : `${raw}：注日期，只用这一版。`,
    undated: (raw, isFirst) =>
      isFirst
        ? `${raw} 没有年号，是不注日期引用：用最新版，包括所有的修改单。`
        : `${raw}：不注日期，用最新版。`,
    target: ({ label, kind, normative }, isAsked) => {
      if (kind === 'annex')
        return normative
          ? `${label}是规范性附录：由条款带入，里面的要求同样要做到。`
          : `${label}是资料性附录：供参考，不增加要求。`;
      if (kind === 'table')
        return isAsked
          ? `要求写在${label}里：这一句把整张表带进来，表里的数值同样要做到。`
          : `数值在${label}里，与这一句的力度相同。`;
      return `要连着${label}一起读，具体内容写在那里。`;
    },
  },
  en: {
    title: 'Guided reading',
    lead: 'The text as it is, with explanations beside it: what a clause is for, why it says shall or should, what a reference does, and what a reader does next.',
    how: [
      'The small label at the end of a sentence says whether it is a requirement, a recommendation or a permission; where it has a number, the explanation with that number stands beside it. What has been explained once is not explained again.',
      'Explanations are generated from the general rules of GB/T 1.1—2020; those marked “Editor’s note” were written by a person. They are no part of the standard: where they differ from it, the text holds.',
    ],
    open: 'Open all explanations',
    note: (at) => `Explanation ${at}`,
    element: 'This part',
    next: 'Next',
    own: 'Editor’s note',
    words: 'Words of standardization on this page',
    wordsLead:
      'They are underlined with dots where they first appear; tap one to read what it means.',
    inGlossary: 'In the glossary',
    noEnglish: 'This standard has no English text. The Chinese text is explained in English.',
    restricted: 'The text of this standard is not public, so there is no guided reading.',
    elements: {
      foreword: {
        what: 'Foreword: always there, informative. By which rules the document was drafted, which edition it replaces, what changed, who is responsible. It holds no requirements.',
        next: 'With a new edition read the list of changes first, and hold each against your own documents.',
      },
      introduction: {
        what: 'Introduction: optional, informative. Background and reasons; no requirements. It can be read later.',
      },
      scope: {
        what: 'Scope: always there, statements only. What the document covers, whom it is for and whom it is not for.',
        next: 'Decide first whether your business is covered. If not, the requirements that follow are not addressed to you.',
      },
      references: {
        what: 'The documents that the text cites normatively. The list itself requires nothing; the sentence that cites a document does. With a year only that edition applies; without one the latest edition does, with all its amendments.',
        next: 'Put the list into a basket and check whether any of it has been replaced.',
      },
      'no-references': {
        what: 'There are no normative references; the heading stays all the same.',
      },
      terms: {
        what: 'Words needed to understand the document. Entries are statements and hold no “shall”, but wherever a requirement uses such a word it is meant as defined here.',
        next: 'When you meet one of these words, come back to its definition rather than guess.',
      },
      'no-terms': { what: 'No terms are defined; the heading stays all the same.' },
      term: {
        what: 'An entry: its number, the term, its English equivalent and the definition; sometimes notes and a source.',
      },
      symbols: {
        what: 'Symbols or abbreviated terms used further on; look here for those you do not know.',
      },
      classification: {
        what: 'Classes, grades or codes: the subject is divided first, and requirements are set by class.',
        next: 'Find out which class or grade you are in.',
      },
      principles: {
        what: 'General requirements or principles: they hold throughout, and later chapters work them out.',
      },
      requirements: {
        what: 'Core technical content: what must be achieved. Sentences with “shall” decide conformity.',
        next: 'Make each “shall” a line of a list and write beside it how you do it now.',
      },
      methods: {
        what: 'How the requirements before are verified; mostly imperatives, to be carried out as written.',
        next: 'Start a self-check here: what to look at, how many to take, how long to measure.',
      },
      inspection: {
        what: 'Rules of inspection: when, which items, how many samples, how to judge.',
        next: 'Check that your inspection plan leaves nothing out.',
      },
      marking: {
        what: 'Marking, packaging, transport and storage: what still has to be done once a product has left the works.',
      },
      core: {
        what: 'A chapter of technical content. The title says what it governs; then look for shall, should and may.',
      },
      'normative-annex': {
        what: 'Normative annex: a clause of the text brings it in, and it binds like the text.',
        next: 'Go back to the clause that names it and see when it applies.',
      },
      'informative-annex': {
        what: 'Informative annex: examples, explanations or forms that help; it adds no requirements.',
      },
      bibliography: {
        what: 'Bibliography: informative. Documents consulted; conformity does not require following them.',
      },
      index: { what: 'Index: informative. Where words stand in the text.' },
    },
    blocks: {
      note: 'A note helps understanding and holds no requirements. To judge conformity go back to the text.',
      example: 'An example shows how the clause above is used; it adds no requirements.',
      table:
        'Reading a table: the title first, then the unit, then row and column, and what stands below it last. Footnotes of a table (a, b) may hold requirements, its notes may not.',
      figure:
        'Read a figure together with the sentence that names it. Footnotes of a figure may hold requirements, its notes may not.',
      footnote:
        'A footnote of a table or figure: it may hold requirements, so do not pass it over.',
    },
    verb: (type, verb, negative) =>
      ({
        requirement: negative
          ? `“${verb}” is a requirement too: it names what must not happen. It is no mere advice.`
          : `“${verb}” makes a requirement: whoever claims conformity must do this. An inspection asks whether it is done.`,
        instruction:
          'An imperative gives an instruction: the step is carried out as written, without a “shall”.',
        recommendation: negative
          ? `“${verb}” means advised against, but not forbidden.`
          : `“${verb}” makes a recommendation: one way is advised, others are not ruled out. Not following it is no nonconformity.`,
        permission: negative
          ? `“${verb}” means that it may be left undone.`
          : `“${verb}” gives permission: within the document this may be done, or not.`,
        capability: negative
          ? `“${verb}” says that something is not possible; it forbids nothing.`
          : `“${verb}” says what is possible, for reasons of material, equipment or nature; it permits nothing.`,
        possibility: `“${verb}” says what may happen; it permits nothing.`,
        statement: 'A statement: it tells a fact and asks for nothing.',
      })[type],
    strict: (verb) =>
      `“${verb}” is a word of standards for engineering construction: strict, without exception.`,
    listed: {
      requirement: 'The sentence ends in a colon: every item below is a requirement.',
      instruction: 'The sentence ends in a colon: every item below is carried out.',
      recommendation: 'The sentence ends in a colon: every item below is a recommendation.',
      permission: 'The sentence ends in a colon: every item below is permitted.',
    },
    allowedBut:
      'First something is permitted, then “shall” draws the line: an inspection looks at the second half, and all its conditions hold together.',
    limits:
      'Comparing values: “not greater than”, “not less than”, “not exceed” include the limit itself; “greater than”, “less than” do not.',
    verified: (labels) => `How it is verified: ${labels}.`,
    dated: (raw, isFirst) =>
      isFirst
        ? `${raw} has a year, a dated reference: only this edition applies; later amendments and editions do not follow by themselves.`
        : `${raw}: dated, this edition only.`,
    undated: (raw, isFirst) =>
      isFirst
        ? `${raw} has no year, an undated reference: the latest edition applies, with all its amendments.`
        : `${raw}: undated, the latest edition.`,
    target: ({ label, kind, normative }, isAsked) => {
      if (kind === 'annex')
        return normative
          ? `${label} is a normative annex: a clause brings it in, and its requirements bind like the text.`
          : `${label} is an informative annex: for reference, it adds no requirements.`;
      if (kind === 'table')
        return isAsked
          ? `The requirement is in ${label}: this sentence brings the whole table in, and its values must be met.`
          : `The values are in ${label}, with the force of this sentence.`;
      return `Read together with ${label}, where the details are.`;
    },
  },
};

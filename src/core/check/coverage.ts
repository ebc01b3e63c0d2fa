import type { Bilingual } from '../base/bilingual.ts';

/** A kind of standards, as columns of the table tell them apart. */
export const coverageProfiles = ['local', 'group', 'enterprise', 'construction'] as const;
export type CoverageProfile = (typeof coverageProfiles)[number];

/** Something that checkers of standards test, or that a law asks of their days, and what becomes of it here. */
export interface CoverageRow {
  readonly asked: Bilingual;
  /** Ids of the rules that hold it; none where nobody needs to. */
  readonly rules: readonly string[];
  /** Profiles that the rules say nothing of, and why. */
  readonly not?: { readonly profiles: readonly CoverageProfile[]; readonly why: Bilingual };
  /** How it is held without a rule, or why it is not held. */
  readonly note?: Bilingual;
}

export interface CoverageSection {
  readonly title: Bilingual;
  readonly rows: readonly CoverageRow[];
}

const generated = {
  zh: '由标链编排，写不错',
  en: 'set by the library, so it cannot be wrong',
};

const row = (
  zh: string,
  en: string,
  rules: readonly string[],
  rest: Omit<CoverageRow, 'asked' | 'rules'> = {},
): CoverageRow => ({ asked: { zh, en }, rules, ...rest });

const tested: CoverageSection = {
  title: { zh: '公开的检查器都查的', en: 'What public checkers test' },
  rows: [
    row(
      '必备的要素都有',
      'Required elements are there',
      ['required-elements', 'core-element', 'chapter-title'],
      {
        note: { zh: '封面和前言由文件头生成', en: 'cover and foreword are made from front matter' },
      },
    ),
    row('要素的次序', 'Order of elements', ['element-order', 'repeated-element']),
    row(
      '编号不断、不重',
      'Numbers without gaps',
      [
        'heading-typed-number',
        'typed-clause-number',
        'typed-number',
        'list-numbers',
        'heading-level-skipped',
      ],
      {
        note: {
          zh: '编号由标链编排；这些规则指出手打的',
          en: 'numbers are set by the library; these rules point at typed ones',
        },
      },
    ),
    row('只有一条的分条', 'A single sub-clause', ['single-subclause']),
    row('悬置段', 'Text between a heading and its first sub-clause', ['hanging-paragraph']),
    row('标题、题名末尾的标点', 'Punctuation at the end of a heading or caption', [
      'heading-punctuation',
      'caption-punctuation',
    ]),
    row(
      '范围、前言、引言、术语、注和示例里的能愿动词',
      'Modal verbs in scope, foreword, introduction, terms, notes and examples',
      [
        'modal-in-scope',
        'modal-in-foreword',
        'modal-in-introduction',
        'modal-in-definition',
        'modal-in-note',
      ],
    ),
    row(
      '必须、应当、不得（按类别）',
      '必须, 应当 and 不得, by profile',
      ['modal-word', 'modal-broken'],
      {
        note: {
          zh: '工程建设另有一组词：必须、严禁、不得在那里是对的，应当、禁止不是',
          en: 'engineering construction has words of its own: 必须, 严禁 and 不得 are right there, 应当 and 禁止 are not',
        },
      },
    ),
    row('应＋尽量、尽可能、考虑、避免', '应 with 尽量, 尽可能, 考虑 or 避免', [
      'vague-requirement',
    ]),
    row('通常、一般、原则上＋应', '通常, 一般 or 原则上 with 应', ['hedged-requirement']),
    row(
      '有要求而没有证实方法',
      'Requirements without a way to verify them',
      ['specification-without-test', 'procedure-without-tracing'],
      {
        note: {
          zh: '只看规范类和规程类：产品、评价等类的试验方法可以在别的标准里',
          en: 'asked of specifications and procedures only: for products and others the test may stand in another standard',
        },
      },
    ),
    row('年号前的连接号', 'The dash of a dated number', ['reference-dash', 'reference-mark']),
    row('提及而没有列入', 'Cited but not listed', ['reference-unlisted']),
    row('列入而没有提及', 'Listed but not cited', ['reference-unused']),
    row('引用文件的次序', 'Order of the list', ['reference-order']),
    row(
      '引用了已废止或被代替的',
      'References that were withdrawn or replaced',
      ['reference-withdrawn', 'reference-replaced', 'reference-unknown'],
      {
        note: {
          zh: '按目录，目录的每一条注明采集日期',
          en: 'after the catalogue, each record of which has its day',
        },
      },
    ),
    row('提及页码', 'References to pages', ['page-reference']),
    row('表2a 之类的编号', 'Numbers like 表2a', ['typed-reference', 'typed-caption']),
    row('公式编号没有括号', 'Numbers of formulae without brackets', [
      'formula-number',
      'typed-reference',
    ]),
    row('数值与单位之间的空', 'The space between number and unit', ['unit-space']),
    row('（65±2）%', '（65±2）%', ['tolerance-unit', 'tolerance-sign']),
    row('80 mm×25 mm、2 ℃～8 ℃', '80 mm×25 mm, 2 ℃～8 ℃', [
      'dimension-unit',
      'range-unit',
      'range-tilde',
    ]),
    row('数的写法：分节、负号', 'How numbers are written: groups, minus', [
      'digit-grouping',
      'minus-hyphen',
    ]),
    row('中文的标点', 'Chinese punctuation', [
      'half-width-punctuation',
      'punctuation-doubled',
      'bracket-unpaired',
    ]),
    row('留下的占位', 'Left-over placeholders', ['placeholder']),
  ],
};

const structure: CoverageSection = {
  title: {
    zh: '要素、编号、提及的其他规定',
    en: 'Other rules on elements, numbering and references',
  },
  rows: [
    row(
      '目次、前言的次序、空章的用语',
      'Contents, order of the foreword, words of empty chapters',
      [],
      { note: generated },
    ),
    row('前言说的起草依据', 'The basis that the foreword names', ['foreword-basis']),
    row('前言里没有图、表、公式', 'No figure, table or formula in the foreword', [
      'foreword-exhibit',
    ]),
    row('引言的条编 0.1、0.2', 'Sub-clauses of the introduction are 0.1, 0.2', [], {
      note: generated,
    }),
    row('“规范性引用文件”不分条', 'Normative references are not divided', ['references-divided']),
    row('术语不用表，没有脚注', 'Terms are no table and have no footnotes', ['terms-form']),
    row(
      '术语用到、不重复、不循环，有定义和英文',
      'Terms are used, given once, not circular, defined and named in English',
      [
        'term-unused',
        'term-duplicate',
        'term-circular',
        'term-without-definition',
        'term-without-english',
      ],
    ),
    row('自称“本文件”', 'The document calls itself 本文件', ['self-name'], {
      not: {
        profiles: ['construction'],
        why: {
          zh: '工程建设标准自称本标准',
          en: 'standards of engineering construction call themselves 本标准',
        },
      },
      note: {
        zh: '只看按 2020 年版 GB/T 1.1 起草的',
        en: 'of documents drafted after GB/T 1.1—2020 only',
      },
    }),
    row('条至多再分五层', 'At most five levels of clauses', ['literal-syntax'], {
      note: {
        zh: '标题只有六级，第七级按字面印出并指出',
        en: 'headings have six levels; a seventh prints literally and is pointed out',
      },
    }),
    row('同层的条都有或都没有标题', 'Siblings all titled or all untitled', ['mixed-titles']),
    row('无标题条不再分', 'An untitled clause is not divided', ['untitled-divided']),
    row('列项至多两层', 'Lists have at most two levels', ['list-depth']),
    row(
      '附录写明性质、与提及相合、都提到',
      'Annexes say their nature, agree with how they are cited, and are mentioned',
      ['annex-nature-missing', 'annex-nature', 'annex-unreached'],
    ),
    row('图、表都提到', 'Figures and tables are mentioned', ['exhibit-unmentioned']),
    row('注、示例、脚注的编号', 'Numbers of notes, examples and footnotes', [], {
      note: generated,
    }),
    row('提及别的标准的条、图、表要注日期', 'A clause of another standard is cited with the year', [
      'reference-clause-undated',
    ]),
    row(
      '所提的条在那一版里有',
      'The clause cited is in that edition',
      ['reference-clause-unknown'],
      {
        note: { zh: '只在全文也在库里时', en: 'where its text is in the library, too' },
      },
    ),
    row('正文与清单的版本一致', 'Text and list name the same edition', [
      'reference-edition-differs',
    ]),
    row(
      '清单没有序号、句号，不重复',
      'The list has no serial numbers, no full stops, no repetition',
      ['reference-list-style', 'reference-duplicate'],
    ),
    row('法律、法规不是规范性引用文件', 'Laws are no normative references', ['reference-law']),
    row('指南不提要求', 'A guide requires nothing', ['guide-requirement']),
    row('步骤里的祈使句是指示', 'Imperatives of a procedure are instructions', [
      'imperative-untagged',
    ]),
    row('条文脚注里的要求', 'Requirements in footnotes of the text', [], {
      note: {
        zh: '没有规则：手头的材料没有说清，图表脚注里可以有',
        en: 'no rule: the material at hand leaves it open, and footnotes of tables may hold them',
      },
    }),
    row('必备要素在各功能类型里的差别', 'What each function type needs beside', [], {
      note: {
        zh: '没有规则：术语、符号、分类、试验方法、评价、产品各有专门的标准，没有核对过原文',
        en: 'no rule for terms, symbols, classification, test methods, evaluation and products: their standards were not looked up',
      },
    }),
  ],
};

const days: CoverageSection = {
  title: { zh: '日期和期限', en: 'Days and limits' },
  rows: [
    row('编号、分类号合乎写法', 'Numbers and classification have their form', [
      'number-invalid',
      'classification-missing',
    ]),
    row(
      '发布、实施、备案、复审、废止的先后',
      'Order of issue, implementation, filing, review and withdrawal',
      ['date-order', 'date-missing', 'date-year', 'date-future'],
    ),
    row('代替关系两头写，日期相接', 'Replacement is said at both ends, and the days meet', [
      'replacement-undeclared',
      'replacement-dates',
      'editions-in-force',
    ]),
    row(
      '发布后在期限内备案',
      'Filed within the limit after issue',
      ['deadline-missed', 'deadline-passed'],
      {
        not: {
          profiles: ['group', 'enterprise'],
          why: {
            zh: '备案的期限只管地方标准',
            en: 'the limit for filing holds for local standards',
          },
        },
        note: {
          zh: '期限和依据在 deadlines.yaml',
          en: 'limits and their sources are in deadlines.yaml',
        },
      },
    ),
    row('在期限内复审', 'Reviewed within the limit', ['deadline-missed', 'deadline-passed'], {
      note: {
        zh: '期限和依据在 deadlines.yaml',
        en: 'limits and their sources are in deadlines.yaml',
      },
    }),
    row('征求意见等阶段的时间', 'The time of public comments and other stages', ['project-limit'], {
      note: {
        zh: '看项目（projects/）；期限在 deadlines.yaml',
        en: 'of projects; limits are in deadlines.yaml',
      },
    }),
    row('各阶段依次，不跳过', 'Stages in order, none skipped', [
      'project-days',
      'project-stage-skipped',
    ]),
    row('项目里实施不早于发布', 'In a project implementation is not ahead of issue', [
      'project-implementation-early',
    ]),
    row('起草人不参加自己标准的复审', 'Drafters do not review their own standard', [], {
      note: {
        zh: '没有规则：库里没有复审人',
        en: 'no rule: the library does not know who reviewed',
      },
    }),
    row('全文免费公开', 'The full text is free', [], {
      note: {
        zh: '没有规则：不公布正文的写明原因（bodyRestricted），是否允许由主管部门定',
        en: 'no rule: a text that is not given says why (bodyRestricted), and the bureau judges it',
      },
    }),
    row(
      '企业标准公开功能、性能指标',
      'Enterprise standards disclose their indicators',
      ['enterprise-indicators'],
      {
        not: {
          profiles: ['local', 'group', 'construction'],
          why: { zh: '只对企业标准', en: 'asked of enterprises only' },
        },
      },
    ),
  ],
};

/** The whole table. */
export const coverage: readonly CoverageSection[] = [tested, structure, days];

const heads: Readonly<Record<CoverageProfile, string>> = {
  local: '地方 local',
  group: '团体 group',
  enterprise: '企业 enterprise',
  construction: '工程建设 construction',
};

function describe({ asked, rules, not, note }: CoverageRow): string {
  const marks = coverageProfiles.map((profile) =>
    rules.length === 0 ? '–' : not?.profiles.includes(profile) ? '不管 no' : '●',
  );
  const links = rules.map((id) => `[\`${id}\`](rules.md#${id})`).join(' ');
  const notes = [note, not?.why].filter((each) => each !== undefined);
  const said = [notes.map(({ zh }) => zh).join('；'), notes.map(({ en }) => en).join('; ')];
  const cells = [`${asked.zh}<br>${asked.en}`, links, ...marks, said.filter(Boolean).join('<br>')];
  return `| ${cells.join(' | ')} |`;
}

/** The whole of docs/checks.md. */
export function renderCoverage(): string {
  const head = [
    `| 查什么 What | 规则 Rules | ${coverageProfiles.map((profile) => heads[profile]).join(' | ')} | 说明 Note |`,
    `| --- | --- | ${coverageProfiles.map(() => '---').join(' | ')} | --- |`,
  ];
  return `${[
    '# 查了什么，没查什么 · What is checked, and what is not',
    '',
    '此页由 `src/core/check/coverage.ts` 生成，请勿手改；一项测试拿每条规则的反例在四类标准上各试一遍，表与它不符就失败。● 是有规则管，“不管”是这一类不适用，“–”是没有规则，原因在末一栏。',
    'This page is generated from `src/core/check/coverage.ts`; do not edit it. A test runs the bad example of each rule in all four kinds of standards and fails where this table says otherwise. ● is held by the rules, “no” does not apply to that kind, – has no rule; the last column says why.',
    ...coverage.flatMap(({ title, rows }) => [
      '',
      `## ${title.zh} · ${title.en}`,
      '',
      ...head,
      ...rows.map(describe),
    ]),
  ].join('\n')}\n`;
}

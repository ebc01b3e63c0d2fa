import type { Bilingual } from '../base/bilingual.ts';
import type { Severity } from '../terms/index.ts';

/** What a rule asks, in both languages; where a standard asks it, which clause of which. */
type Summaries = Readonly<Record<string, readonly [zh: string, en: string, source?: string]>>;

const errors = {
  'abroad-duplicate': ['走出去的每条记录只有一条', 'A record of the way abroad stands once'],
  'abroad-file-name': ['走出去的文件名以 .yaml 结尾', 'Files of the way abroad end in .yaml'],
  'abroad-unknown-key': ['走出去的文件没有不认识的键和列', 'The way abroad has known keys only'],
  'abroad-value': ['走出去的记录写明来源和日期', 'Records of the way abroad have sources and days'],
  'abroad-yaml': ['走出去的文件读得懂', 'A file of the way abroad can be read'],
  'anchor-lost': [
    '已公布的锚点不见了，外面的链接会失效',
    'A published anchor is gone; links to it would break',
  ],
  'annex-nature-missing': [
    '附录写明是规范性还是资料性',
    'An annex says whether it is normative or informative',
  ],
  'catalogue-csv': ['目录 CSV 读得通', 'A catalogue CSV can be read'],
  'catalogue-duplicate': ['一个编号在目录里只有一行', 'A number has one row in the catalogue'],
  'catalogue-row': [
    '目录的每一行都有编号、名称、状态、采集日期',
    'A catalogue row has number, title, status and day',
  ],
  'comments-file': [
    '意见文件 comments.yaml 读得通',
    'The file of comments, comments.yaml, can be read',
  ],
  'deadlines-file': [
    '期限文件 deadlines.yaml 读得通',
    'The file of time limits, deadlines.yaml, can be read',
  ],
  'directive-unknown': ['::: 之后的名称是已有的指令', 'The name after ::: is a known directive'],
  encoding: ['文件是 UTF-8 编码', 'A file is UTF-8'],
  'figure-active': ['SVG 里没有脚本和外部链接', 'An SVG holds no script and no external link'],
  'figure-damaged': [
    '图片文件是扩展名所说的那一种',
    'A figure is an image of the kind that its name says',
  ],
  'figure-empty': [
    ':::figure 里有图片；草案里缺图是警告',
    'A :::figure holds an image; in a draft a missing one is a warning',
  ],
  'figure-missing': ['图片文件在同一文件夹里', 'A figure lies in the folder of its standard'],
  'folder-unreadable': ['标准的文件夹读得出来', 'The folder of a standard can be read'],
  'footnote-duplicate': ['一个脚注只定义一次', 'A footnote is defined once'],
  'formula-invalid': ['公式的 TeX 写法正确', 'A formula is valid TeX'],
  'front-matter-missing': ['文件以 YAML 文件头开始', 'A file starts with YAML front matter'],
  'front-matter-too-long': ['文件头至多 64 000 字', 'Front matter has at most 64,000 characters'],
  'front-matter-unknown-key': ['文件头只用已有的键', 'Front matter uses known keys only'],
  'front-matter-value': ['文件头的值合乎要求', 'Values of front matter have the form asked for'],
  'front-matter-yaml': [
    '文件头是合法的 YAML，键不重复',
    'Front matter is valid YAML, each key once',
  ],
  'glossary-duplicate': [
    '词表里一个词、一个标识只有一条',
    'A word and an id have one entry in the glossary',
  ],
  'glossary-file-name': [
    '词表的文件名以小写的 .yaml 结尾',
    'The name of a glossary file ends in .yaml, in small letters',
  ],
  'glossary-unknown-key': [
    '词表没有不认识的键（docs/promotion.md）',
    'A glossary has known keys only (docs/promotion.md)',
  ],
  'glossary-value': [
    '词条两种语言的词、定义和来源都写全；不全的不读入',
    'An entry has words and definitions in both languages and a source; one without is left out',
  ],
  'glossary-yaml': ['词表是合法的 YAML', 'A glossary file is valid YAML'],
  'heading-level-skipped': ['标题不跳级', 'Heading levels are not skipped'],
  'html-neutralised': ['Markdown 里不写 HTML', 'Markdown holds no HTML'],
  'id-duplicate': [
    '标识（含 was 里的旧标识）各不相同',
    'Ids, earlier ones in was= too, are used once',
  ],
  'id-invalid': [
    '标识以字母开头，由字母、数字、- _ . 组成',
    'Ids start with a letter and hold letters, digits, - _ . only',
  ],
  'id-reserved': [
    '标识不与页面自己的锚点、印出的编号相同',
    'No id equals an anchor of the page itself or a printed number',
  ],
  'image-unsafe': [
    '图片是同一文件夹里的 svg、png、jpg、webp',
    'Images are svg, png, jpg or webp files of the same folder',
  ],
  'indicators-file-name': ['指标文件的文件名是它的标识', 'The name of an indicator file is its id'],
  'indicators-unknown-key': [
    '指标文件没有不认识的键（docs/indicators.md）',
    'An indicator file has known keys only (docs/indicators.md)',
  ],
  'indicators-value': [
    '指标文件的值合乎其键；不合的文件不读入',
    'Values of an indicator file fit their keys; a file with others is not read',
  ],
  'indicators-yaml': ['指标文件是合法的 YAML', 'An indicator file is valid YAML'],
  'kind-unknown': [
    'standards/ 下只有 local、group、enterprise',
    'standards/ holds local, group and enterprise only',
  ],
  'library-empty': ['标准库里有标准', 'A library holds standards'],
  'learning-unknown-key': [
    '课程、题库文件没有不认识的键（docs/courses.md）',
    'Files of courses and questions have known keys only (docs/courses.md)',
  ],
  'learning-value': [
    '课程、题库文件的值合乎其键；不合的课程、题目不读入',
    'Values of courses and questions fit their keys; a course or question with others is not read',
  ],
  'learning-yaml': ['课程、题库文件是合法的 YAML', 'Files of courses and questions are valid YAML'],
  'lesson-directive': [
    '课文里的指令写明它要的属性',
    'A directive of a lesson has the attributes that it needs',
  ],
  'lesson-missing': [
    '课程列出的课都在它的文件夹里',
    'The lessons that a course lists lie in its folder',
  ],
  'link-unsafe': [
    '链接只指向 http(s)、mailto 和 #标识',
    'Links lead to http(s), mailto or #id only',
  ],
  'list-depth': ['列项至多两级', 'Lists have at most two levels', 'GB/T 1.1—2020, 7.5'],
  'notice-file-name': ['公告的文件名是它的地址', 'The name of the file of a notice is its address'],
  'project-folder-name': [
    '项目文件夹的名称是它的标识',
    'The name of the folder of a project is its id',
  ],
  'project-kinds-file': [
    '项目类别文件 project-kinds.yaml 读得通',
    'The file of project kinds, project-kinds.yaml, can be read',
  ],
  'project-paper': ['项目的材料在它的文件夹里', 'The papers of a project lie in its folder'],
  'project-unknown-key': [
    '项目文件没有不认识的键（docs/lifecycle.md）',
    'A project file has known keys only (docs/lifecycle.md)',
  ],
  'project-value': [
    '项目文件的值合乎其键；不合的文件不读入',
    'Values of a project file fit their keys; a file with others is not read',
  ],
  'project-yaml': ['项目文件是合法的 YAML', 'A project file is valid YAML'],
  'question-answer': [
    '每道题有一个说得清的答案',
    'Each question has an answer, and one that is clear',
  ],
  'question-duplicate': ['一道题的标识只用一次', 'The id of a question is used once'],
  'site-accent': [
    '门户的颜色上、用它写的字都看得清（对比度至少 4.5）',
    'Text on and in the colour of the portal can be read (a contrast of 4.5 at least)',
  ],
  'site-file': ['门户文件 site.yaml 读得通', 'The file of the portal, site.yaml, can be read'],
  'site-logo': [
    '门户的标志是库里的 SVG，其中没有脚本和外部链接',
    'The logo of the portal is an SVG of the library without scripts and external links',
  ],
  'system-file-name': [
    '标准体系的文件名是它的标识',
    'The name of the file of a standard system is its id',
  ],
  'system-too-long': [
    '标准体系的文件至多 4 000 000 字',
    'The file of a standard system has at most 4,000,000 characters',
  ],
  'system-unknown-key': [
    '标准体系没有不认识的键（docs/systems.md）',
    'A standard system has known keys only (docs/systems.md)',
  ],
  'system-value': [
    '标准体系的值合乎其键；不合的行、环节、走向不读入',
    'Values of a standard system fit their keys; rows, nodes and edges that do not are left out',
  ],
  'system-yaml': ['标准体系是合法的 YAML', 'A standard system is valid YAML'],
  'table-merge': [
    '合并的单元格成矩形，不越过表头',
    'Merged cells make a rectangle and stay on one side of the head',
  ],
  'table-missing': [':::table 里有表', 'A :::table holds a table'],
  'table-ragged': ['表各行的格数相同', 'Rows of a table have equal numbers of cells'],
  'table-too-large': ['一个表至多 20 000 格', 'A table has at most 20,000 cells'],
  'text-before-heading': ['正文都在标题之下', 'All text stands below a heading'],
  'text-too-long': [
    '一行至多 20 000 字，全文至多 1 000 000 字',
    'A line has at most 20,000 characters, a file 1,000,000',
  ],
  'text-unreadable': [
    '正文是 Markdown 解析器读得懂的',
    'The body is one that the Markdown parser can read',
  ],
  'too-many-findings': ['问题太多，其余没有列出', 'There are too many findings to list'],
  vocabulary: ['词表读得通', 'A vocabulary can be read'],
  'xref-unknown': [
    '[#标识] 指向本文件里有的条、表、图、公式或列项',
    '[#id] leads to a clause, table, figure, formula or list item of the document',
  ],
} as const satisfies Summaries;

const notes = {
  'catalogue-editions': [
    '目录里一个编号不同年号的两版都记作现行',
    'Two editions of one number are both recorded as in force',
  ],
  'partner-record': [
    '伙伴城市的目录里只有它自己的、本库没有的地方标准；别的行不收入',
    'The catalogue of a partner has local standards of its own city that are not here; other rows are left out',
  ],
} as const satisfies Summaries;

const warnings = {
  'formula-look': ['公式不用颜色等样式', 'A formula asks for no colours or other looks'],
  'partner-file': [
    '伙伴城市的 partner.yaml 读得通，写明城市、代码、许可、镜像日期',
    'The partner.yaml of another city can be read: city, code, licence, day of the mirror',
  ],
  'partner-number': [
    '伙伴城市的标准与本库、别的伙伴的编号不同',
    'A standard of a partner has a number that neither the library nor another partner has',
  ],
  'partner-text': [
    '伙伴城市的标准没有错误；有错误的不收入',
    'A standard of a partner has no error; one with errors is left out',
  ],
  'recognition-day': [
    '互认的日期不早于标准的发布，止日在起日之后',
    'A recognition begins no earlier than its standards were issued, and ends after it began',
  ],
  'recognition-file': [
    '互认文件 recognition.yaml 读得通',
    'The file of mutual recognition, recognition.yaml, can be read',
  ],
  'recognition-standard': [
    '互认的标准在本库或伙伴城市的库里，分属两个以上城市',
    'Standards that are recognised are here or with a partner, and of two cities or more',
  ],
  'desk-file': [
    '人员文件 desk.yaml 读得通：谁是起草人、审核人、公布人',
    'The file of people, desk.yaml, can be read: who drafts, reviews and publishes',
  ],
  'exception-stale': [
    '例外文件的每一项都还对得上一处警告或提示，期限没有过',
    'Each exception still lets a warning or note stand, and its day has not passed',
  ],
  'exceptions-file': [
    '例外文件 exceptions.yaml 读得通，写明规则、文件、理由、谁、到哪一天',
    'The file of exceptions can be read: rule, file, reason, who, until which day',
  ],
  'notice-standard': [
    '公告所列的标准在标准库或题录中',
    'The standards that a notice lists are in the library or its catalogue',
  ],
  'promotion-clause': [
    '宣贯文件 promotion.yaml 所指的条款在正文里',
    'The requirements that a promotion file names are in the text',
  ],
  'promotion-value': [
    '宣贯文件的键和值合乎 docs/promotion.md；不合的文件不用',
    'Keys and values of a promotion file are those of docs/promotion.md; a file with others is not used',
  ],
  'promotion-yaml': ['宣贯文件是合法的 YAML', 'A promotion file is valid YAML'],
  'guide-clause': [
    '导读 guide.md 说明的条在正文里，每条一处',
    'The clauses that a guide explains are in the text, each once',
  ],
  'guide-link': ['导读里的链接指向正文里有的条', 'Links of a guide lead to clauses of the text'],
  'glossary-related': ['词条的相关词在词表里', 'Related entries of the glossary are there'],
  'catalogue-code': [
    '目录的 ICS、CCS 分类号写法正确',
    'ICS and CCS codes of the catalogue have their form',
  ],
  'figure-alt': ['图片有替代文字', 'A figure has alternative text'],
  'front-matter-list': [
    '列表里一项是一个名称，各项用半角逗号隔开',
    'An item of a list is one name; items are set apart by half-width commas',
  ],
  'front-matter-quotes': [
    '文件头的值两头不加全角引号、书名号',
    'No full-width quotes or title marks stand around a value of front matter',
  ],
  'folder-empty': ['标准的文件夹里有 index.md', 'The folder of a standard holds index.md'],
  'footnote-unused': ['定义的脚注有提及', 'A footnote that is defined is mentioned'],
  'indicators-differs': [
    '指标文件里写的数值与正文相同',
    'A value in an indicator file is that of the text',
  ],
  'indicators-place': [
    '指标文件所指的条、表里有这个指标的数值',
    'The clause or table that an indicator file names has a value of the indicator',
  ],
  'indicators-several': [
    '一个指标在一项标准里只指一个数值',
    'An indicator means one value in a standard',
  ],
  'indicators-standard': [
    '指标文件里的标准是库里或目录里有的',
    'Standards of an indicator file are in the library or its catalogue',
  ],
  'indicators-unit': [
    '数值能换算成指标的单位',
    'Values can be said in the unit of their indicator',
  ],
  'lesson-place': [
    '课文引来的条、术语、图在库里',
    'The clauses, terms and figures that a lesson shows are in the library',
  ],
  'lesson-question': [
    '课文和结业测验里的题在题库里',
    'The questions of lessons and closing tests are in the question bank',
  ],
  'ledger-line': [
    'anchors.tsv 的每一行都是合法的锚点',
    'Each line of anchors.tsv is a valid anchor',
  ],
  'published-line': [
    'published.tsv 的每一行都是一条公布记录',
    'Each line of published.tsv is an entry of what was published',
  ],
  'question-place': [
    '题目所据的标准、条、表在库里',
    'The standards, clauses and tables that questions rest on are in the library',
  ],
  'question-stale': [
    '题目所据的条文没有在核对之后改过',
    'What a question rests on has not changed since somebody checked it',
  ],
  'question-value': [
    '填数题的答案写在它所据的条文里',
    'The number that a question asks for stands in the clause it rests on',
  ],
  'removed-value': [
    'removed.yaml 的每一项有编号和原因',
    'Each item of removed.yaml has a number and a reason',
  ],
  'standard-removed': [
    '公布过的标准还在库里，或写明换了编号、撤下的原因',
    'A standard that was published is in the library, or it is said what its number is now or why it was taken down',
  ],
  'standard-still-there': [
    '写明换了编号或撤下的标准不在库里',
    'A standard said to be renumbered or taken down is not in the library',
  ],
  'table-bare': ['表放在 :::table 里', 'Tables stand inside :::table'],
  'translation-anchors': [
    '英文本的章条、图、表与中文本一一对应，标识相同',
    'An English text has the clauses, tables and figures of the Chinese one, under the same ids',
  ],
  'translation-chinese': ['英文本里没有留下没有译的中文', 'No Chinese is left in an English text'],
  'translation-foreword': [
    '英文本的文件头用英文说明前言里的变化和历次版本，条数与中文本相同',
    'The front matter of an English text tells the changes and earlier editions of the foreword in English, as many as the Chinese one',
  ],
  'typed-number': ['附录字母不手写', 'Annex letters are not typed'],
} as const satisfies Summaries;

/**
 * The parse rules: those that are held while files are read, before any rule looks at what was read. Their ids are
 * permanent; each finding carries its own message.
 */
export type ParseRuleId = keyof typeof errors | keyof typeof warnings | keyof typeof notes;

/** The severity and the words of a parse rule; `source` is the standard and clause behind it. */
export interface ParseRuleFacts {
  readonly id: ParseRuleId;
  readonly severity: Severity;
  readonly source: string;
  readonly summary: Bilingual;
}

const facts = new Map<string, ParseRuleFacts>(
  [
    ...listFacts('error', errors),
    ...listFacts('warning', warnings),
    ...listFacts('info', notes),
  ].map((each) => [each.id, each]),
);

/** All parse rules, by id; their examples stand in core/check. */
export const parseRuleFacts: readonly ParseRuleFacts[] = [...facts.values()].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

/** The severity of findings of a parse rule, where the finding itself says no other. */
export function severityOf(rule: ParseRuleId): Severity {
  return facts.get(rule)?.severity ?? 'error';
}

function listFacts(severity: Severity, summaries: Summaries): readonly ParseRuleFacts[] {
  return Object.entries(summaries).map(([id, [zh, en, source = '标链']]) => ({
    id: id as ParseRuleId,
    severity,
    source,
    summary: { zh, en },
  }));
}

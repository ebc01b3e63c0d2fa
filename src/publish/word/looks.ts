/** How a style of paragraphs looks; what is not said is as in the style that it is based on. */
export interface Look {
  /** As the official editing tool has it. */
  readonly name: string;
  /** The style that it is based on; `Normal` without it. */
  readonly based?: string;
  /** Titles are in 黑体 (GB/T 1.1—2020, annex F), the rest in 宋体. */
  readonly title?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Two characters before the first line. */
  readonly indent?: boolean;
  /** Half points. */
  readonly size?: number;
  /** Twips before and after it. */
  readonly space?: number;
  readonly left?: number;
  readonly hanging?: number;
  /** Stays with what follows. */
  readonly keep?: boolean;
  /** Level in the outline, from which Word makes the contents; null: none, though the style that it is based on has one. */
  readonly outline?: number | null;
  /** The list that numbers it, and at which level. */
  readonly numbered?: readonly ['clauses' | 'annexes' | 'introduction', number];
  /** Twips between characters. */
  readonly spread?: number;
  /** Begins a page. */
  readonly page?: boolean;
}

const depths = ['一', '二', '三', '四', '五'];

/** Styles of levels 2 to 6, `make` has the character of each level. */
const levels = <Prefix extends string>(
  prefix: Prefix,
  make: (name: string, level: number) => Look,
) =>
  Object.fromEntries(
    depths.map((name, at) => [`${prefix}${at + 2}`, make(name, at + 2)]),
  ) as Readonly<Record<`${Prefix}${2 | 3 | 4 | 5 | 6}`, Look>>;

/** An untitled clause is a clause with the looks of text, as the official tool has it: it takes the number. */
const text = {
  title: false,
  space: 0,
  keep: false,
  outline: null,
  align: 'both',
} as const;

const element = {
  title: true,
  align: 'center',
  size: 32,
  space: 480,
  outline: 0,
  page: true,
} as const;
const small = { size: 18 } as const;

/**
 * Styles of paragraphs by what they are, with the names that the official editing tool gives them: a drafter goes on with it, and
 * an import finds every element again. Their looks are ours, after GB/T 1.1—2020, annexes E and F.
 */
export const looks = {
  text: { name: '标准文件_段', indent: true, align: 'both' },
  chapter: {
    name: '标准文件_章标题',
    title: true,
    space: 240,
    keep: true,
    outline: 0,
    numbered: ['clauses', 0],
  },
  ...levels('clause', (name, level) => ({
    name: `标准文件_${name}级条标题`,
    title: true,
    space: 120,
    keep: true,
    outline: level - 1,
    numbered: ['clauses', level - 1],
  })),
  ...levels('untitled', (name, level) => ({
    name: `标准文件_${name}级无标题`,
    based: `clause${level}`,
    ...text,
  })),
  ...levels('term', (name, level) => ({
    name: `标准文件_术语条${name}`,
    based: `untitled${level}`,
    title: true,
    space: 120,
    keep: true,
    align: 'left',
  })),
  annex: {
    name: '标准文件_附录标识',
    title: true,
    align: 'center',
    space: 240,
    keep: true,
    outline: 0,
    page: true,
    numbered: ['annexes', 0],
  },
  ...levels('annex', (name, level) => ({
    name: `标准文件_附录${name}级条标题`,
    title: true,
    space: 120,
    keep: true,
    outline: level - 1,
    numbered: ['annexes', level - 1],
  })),
  ...levels('annexUntitled', (name, level) => ({
    name: `标准文件_附录${name}级无标题`,
    based: `annex${level}`,
    ...text,
  })),
  front: { name: '标准文件_前言、引言标题', ...element, spread: 320 },
  contents: { name: '标准文件_目录标题', ...element, outline: null, page: false, spread: 320 },
  ...levels('intro', (name, level) => ({
    name: `标准文件_引言${name}级条标题`,
    title: true,
    space: 120,
    keep: true,
    outline: level - 1,
    numbered: ['introduction', level - 1],
  })),
  bibliography: { name: '标准文件_参考文献标题', ...element, spread: 160 },
  entry: { name: '标准文件_参考文献条目', left: 420, hanging: 420, align: 'both' },
  index: { name: '标准文件_索引标题', ...element, spread: 320 },
  indexEntry: { name: '标准文件_索引项' },
  table: { name: '标准文件_正文表标题', title: true, align: 'center', space: 120, keep: true },
  annexTable: { name: '标准文件_附录表标题', based: 'table' },
  figure: { name: '标准文件_正文图标题', title: true, align: 'center', space: 120 },
  annexFigure: { name: '标准文件_附录图标题', based: 'figure' },
  cell: { name: '标准文件_表格', ...small },
  cellSmall: { name: '标准文件_表格小字', based: 'cell', size: 15 },
  cellTiny: { name: '标准文件_表格最小字', based: 'cell', size: 12 },
  unit: { name: '标准文件_表格单位', ...small, align: 'right', keep: true },
  note: { name: '标准文件_注：', ...small, left: 420, align: 'both' },
  example: { name: '标准文件_示例：', ...small, left: 420, align: 'both' },
  exampleMore: { name: '标准文件_示例内容', ...small, left: 420, align: 'both' },
  dash: { name: '标准文件_破折号列项', left: 840, hanging: 420, align: 'both' },
  letter: { name: '标准文件_字母编号列项（一级）', left: 840, hanging: 420, align: 'both' },
  number: { name: '标准文件_数字编号列项（二级）', left: 1260, hanging: 420, align: 'both' },
  formula: { name: '标准文件_正文公式', space: 120 },
  annexFormula: { name: '标准文件_附录公式', based: 'formula' },
  exhibitNote: { name: '标准文件_图表脚注', ...small, left: 420 },
  keyItem: { name: '标准文件_标引序号', ...small, left: 420, keep: true },
  picture: { name: '标准文件_图', align: 'center', keep: true },
  end: { name: '标准文件_终结线', align: 'center', space: 240 },
  title: { name: '标准文件_正文标准名称', title: true, align: 'center', size: 32, space: 360 },
  headOdd: { name: '标准文件_页眉奇数页', title: true },
  headEven: { name: '标准文件_页眉偶数页', title: true },
  footOdd: { name: '标准文件_页脚奇数页', ...small, align: 'right' },
  footEven: { name: '标准文件_页脚偶数页', ...small, align: 'left' },
  coverCode: { name: '标准文件_封面标准分类号', title: true },
  coverMark: { name: '标准标志', title: true, align: 'right', size: 68 },
  coverKind: { name: '标准称谓', title: true, align: 'center', size: 56, spread: 240 },
  coverNumber: { name: '标准文件_文件编号', title: true, align: 'right', size: 28 },
  coverReplaces: { name: '标准文件_替换文件编号', align: 'right' },
  coverTitle: { name: '标准文件_文件名称', title: true, align: 'center', size: 52 },
  coverEnglish: {
    name: '标准文件_封面标准英文名称',
    title: true,
    align: 'center',
    size: 28,
    space: 240,
  },
  coverAdopted: { name: '封面一致性程度标识', align: 'center', size: 28 },
  coverStage: { name: '封面标准文稿类别', title: true, align: 'center', size: 32, space: 240 },
  coverPatent: { name: '标准文件_提示', title: true, align: 'center' },
  coverIssued: { name: '标准文件_封面发布日期', title: true, size: 28 },
  coverImplemented: { name: '标准文件_封面实施日期', title: true, align: 'right', size: 28 },
  coverIssuer: { name: '发布部门', title: true, align: 'center', size: 32 },
  coverNotice: { name: '封面正文', align: 'both', space: 60 },
} as const satisfies Readonly<Record<string, Look>>;

export type StyleId = keyof typeof looks;

import { AlignmentType, LevelFormat } from 'docx';
import type { ILevelsOptions, IParagraphStyleOptions } from 'docx';

/**
 * Styles of paragraphs by what they are, with the names that the official editing tool gives them: a drafter goes on with it, and
 * an import finds every element again. Their looks are ours, after GB/T 1.1—2020, annex F.
 */
const looks = {
  text: { name: '标准文件_段', indent: true },
  chapter: { name: '标准文件_章标题', bold: true, space: 240 },
  clause2: { name: '标准文件_一级条标题', bold: true, space: 120 },
  clause3: { name: '标准文件_二级条标题', bold: true, space: 120 },
  clause4: { name: '标准文件_三级条标题', bold: true, space: 120 },
  clause5: { name: '标准文件_四级条标题', bold: true, space: 120 },
  clause6: { name: '标准文件_五级条标题', bold: true, space: 120 },
  untitled2: { name: '标准文件_一级无标题' },
  untitled3: { name: '标准文件_二级无标题' },
  untitled4: { name: '标准文件_三级无标题' },
  untitled5: { name: '标准文件_四级无标题' },
  untitled6: { name: '标准文件_五级无标题' },
  term2: { name: '标准文件_术语条一', bold: true, space: 120 },
  term3: { name: '标准文件_术语条二', bold: true, space: 120 },
  front: { name: '标准文件_前言、引言标题', bold: true, center: true, size: 32, space: 480 },
  contents: { name: '标准文件_目录标题', bold: true, center: true, size: 32, space: 480 },
  intro2: { name: '标准文件_引言一级条标题', bold: true, space: 120 },
  intro3: { name: '标准文件_引言二级条标题', bold: true, space: 120 },
  annex: { name: '标准文件_附录标识', bold: true, center: true, space: 240 },
  annexTitle: { name: '标准文件_附录章标题', bold: true, center: true, space: 240 },
  annex2: { name: '标准文件_附录一级条标题', bold: true, space: 120 },
  annex3: { name: '标准文件_附录二级条标题', bold: true, space: 120 },
  annex4: { name: '标准文件_附录三级条标题', bold: true, space: 120 },
  annex5: { name: '标准文件_附录四级条标题', bold: true, space: 120 },
  annex6: { name: '标准文件_附录五级条标题', bold: true, space: 120 },
  annexUntitled2: { name: '标准文件_附录一级无标题' },
  annexUntitled3: { name: '标准文件_附录二级无标题' },
  annexUntitled4: { name: '标准文件_附录三级无标题' },
  annexUntitled5: { name: '标准文件_附录四级无标题' },
  annexUntitled6: { name: '标准文件_附录五级无标题' },
  table: { name: '标准文件_正文表标题', bold: true, center: true, space: 120, keep: true },
  figure: { name: '标准文件_正文图标题', bold: true, center: true, space: 120 },
  cell: { name: '标准文件_表格', size: 18 },
  note: { name: '标准文件_注：', size: 18, left: 420 },
  example: { name: '标准文件_示例：', size: 18, left: 420 },
  exampleMore: { name: '标准文件_示例内容', size: 18, indent: true },
  dash: { name: '标准文件_破折号列项', left: 840, hanging: 420 },
  letter: { name: '标准文件_字母编号列项（一级）', left: 840, hanging: 420 },
  number: { name: '标准文件_数字编号列项（二级）', left: 1260, hanging: 420 },
  formula: { name: '标准文件_正文公式', space: 120 },
  exhibitNote: { name: '标准文件_图表脚注', size: 18, left: 420 },
  keyItem: { name: '标准文件_标引序号', size: 18, left: 420 },
  picture: { name: '标准文件_图', center: true },
  bibliography: { name: '标准文件_参考文献标题', bold: true, center: true, size: 32, space: 480 },
  index: { name: '标准文件_索引标题', bold: true, center: true, size: 32, space: 480 },
  indexEntry: { name: '标准文件_索引项' },
  title: { name: '标准文件_正文标准名称', bold: true, center: true, size: 32, space: 360 },
  coverCode: { name: '标准文件_封面编码', size: 21 },
  coverKind: { name: '标准文件_标准称谓', bold: true, size: 44, space: 360 },
  coverNumber: { name: '标准文件_文件编号', right: true, size: 28 },
  coverReplaces: { name: '标准文件_替换文件编号', right: true, size: 21 },
  coverTitle: { name: '标准文件_文件名称', bold: true, center: true, size: 52, space: 2400 },
  coverEnglish: { name: '标准文件_封面标准英文名称', center: true, size: 28, space: 240 },
  coverDate: { name: '标准文件_封面日期', size: 24, space: 240 },
  coverIssuer: { name: '标准文件_发布部门', bold: true, center: true, size: 32, space: 480 },
} as const satisfies Readonly<Record<string, Look>>;

interface Look {
  readonly name: string;
  readonly bold?: boolean;
  readonly center?: boolean;
  readonly right?: boolean;
  /** Two characters before the first line. */
  readonly indent?: boolean;
  /** Half points; 21 (五号) without it. */
  readonly size?: number;
  /** Twips before it. */
  readonly space?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly keep?: boolean;
}

export type StyleId = keyof typeof looks;

/** Depth of a heading in the outline of Word, from which the contents are made; undefined of what is no heading. */
export function outlineOf(style: StyleId): number | undefined {
  if (['chapter', 'front', 'annex', 'bibliography', 'index'].includes(style)) return 0;
  const depth = /^(?:clause|annex)(\d)$/.exec(style)?.[1];
  return depth === undefined ? undefined : Number(depth) - 1;
}

/** All styles for the document. */
export function listStyles(): IParagraphStyleOptions[] {
  return Object.entries<Look>(looks).map(([id, look]) => ({
    id,
    name: look.name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      size: look.size ?? 21,
      ...(look.bold === true && { font: fonts.title }),
    },
    paragraph: {
      ...(look.center === true && { alignment: AlignmentType.CENTER }),
      ...(look.right === true && { alignment: AlignmentType.RIGHT }),
      ...(look.keep === true && { keepNext: true }),
      spacing: { before: look.space ?? 0, after: look.space ?? 0 },
      indent: {
        ...(look.indent === true && { firstLine: 420 }),
        ...(look.left !== undefined && { left: look.left }),
        ...(look.hanging !== undefined && { hanging: look.hanging }),
      },
    },
  }));
}

/** Fonts that Word and WPS have: of the text, and of titles. */
export const fonts = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
  title: { ascii: '黑体', hAnsi: '黑体', eastAsia: '黑体' },
} as const;

const clauseLevels = (first: string, format: 'decimal' | 'upperLetter'): ILevelsOptions[] =>
  Array.from({ length: 6 }, (_, level) => ({
    level,
    format:
      level === 0 && format === 'upperLetter' ? LevelFormat.UPPER_LETTER : LevelFormat.DECIMAL,
    text:
      level === 0 ? first : Array.from({ length: level + 1 }, (__, at) => `%${at + 1}`).join('.'),
    alignment: AlignmentType.START,
    suffix: level === 0 && format === 'upperLetter' ? ('nothing' as const) : ('space' as const),
    style: { paragraph: { indent: { left: 0, hanging: 0 } } },
  }));

/** Numbers of clauses, annexes, introductions and lists (GB/T 1.1—2020, 7.3 to 7.5). */
export const numbering = [
  { reference: 'clauses', levels: clauseLevels('%1', 'decimal') },
  { reference: 'annexes', levels: clauseLevels('附录%1', 'upperLetter') },
  {
    reference: 'items',
    levels: [
      { level: 0, format: LevelFormat.BULLET, text: '——', alignment: AlignmentType.START },
      { level: 1, format: LevelFormat.BULLET, text: '·', alignment: AlignmentType.START },
    ],
  },
  {
    reference: 'letters',
    levels: [
      { level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)', alignment: AlignmentType.START },
      { level: 1, format: LevelFormat.DECIMAL, text: '%2)', alignment: AlignmentType.START },
    ],
  },
];

import { AlignmentType, LevelFormat } from 'docx';
import type { ILevelsOptions } from 'docx';
import type { Language } from '#core/model/standard.ts';
import { looks } from './looks.ts';
import type { Look } from './looks.ts';

/** Numbers of clauses, annexes and lists (GB/T 1.1—2020, 7.3 to 7.5). */
export function listNumbering(language: Language) {
  return [
    { reference: 'clauses', levels: clauseLevels('%1', LevelFormat.DECIMAL) },
    {
      reference: 'annexes',
      levels: clauseLevels(language === 'zh' ? '附录%1' : 'Annex %1', LevelFormat.UPPER_LETTER),
    },
    { reference: 'introduction', levels: clauseLevels('', LevelFormat.NONE, '0') },
    {
      reference: 'entries',
      levels: [item(0, LevelFormat.DECIMAL, '[%1]'), item(1, LevelFormat.BULLET, '·')],
    },
    {
      reference: 'items',
      levels: [item(0, LevelFormat.BULLET, '——'), item(1, LevelFormat.BULLET, '·')],
    },
    {
      reference: 'letters',
      levels: [item(0, LevelFormat.LOWER_LETTER, '%1)'), item(1, LevelFormat.DECIMAL, '%2)')],
    },
  ];
}

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

const item = (level: number, format: Format, text: string): ILevelsOptions => ({
  level,
  format,
  text,
  alignment: AlignmentType.START,
  style: {
    run: { font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', hint: 'eastAsia' } },
    paragraph: { indent: { left: level === 0 ? 840 : 1260, hanging: 420 } },
  },
});

const clauseLevels = (first: string, format: Format, top = '%1'): ILevelsOptions[] =>
  Array.from({ length: 6 }, (_, level) => ({
    level,
    format: level === 0 ? format : LevelFormat.DECIMAL,
    text:
      level === 0
        ? first
        : [top, ...Array.from({ length: level }, (__, at) => `%${at + 2}`)].join('.'),
    alignment: AlignmentType.START,
    suffix: level === 0 && first !== '%1' ? ('nothing' as const) : ('space' as const),
    style: { paragraph: { indent: { left: 0, hanging: 0 } } },
  }));

/** Styles that a list numbers, by the list and the level; of several at one level the one that others are based on. */
const tied = Object.entries<Look>(looks).flatMap(([style, { numbered }]) =>
  numbered ? [{ style, list: numbered[0], level: numbered[1] }] : [],
);

/**
 * The part `word/numbering.xml` with the style of each level of clauses and annexes: Word numbers by the style only where the
 * level names it, too (ISO/IEC 29500-1, 17.9.23).
 *
 * @throws {Error} when a style has no list
 */
export function tieLevels(numbering: string, styles: string): string {
  let text = numbering;
  for (const { style, level } of tied) {
    const own = new RegExp(`<w:style [^>]*w:styleId="${style}".*?</w:style>`, 's').exec(
      styles,
    )?.[0];
    const number = /<w:numId w:val="(\d+)"\/>/.exec(own ?? '')?.[1];
    const list = new RegExp(
      `<w:num w:numId="${number}"[^>]*><w:abstractNumId w:val="(\\d+)"/>`,
    ).exec(text)?.[1];
    if (number === undefined || list === undefined) throw new Error(`nothing numbers ${style}`);
    text = text.replace(
      new RegExp(
        `(<w:abstractNum w:abstractNumId="${list}".*?<w:lvl w:ilvl="${level}"[^>]*>.*?<w:numFmt [^>]*/>)`,
        's',
      ),
      `$1<w:pStyle w:val="${style}"/>`,
    );
  }
  return text
    .replaceAll(' w:tentative="1"', '')
    .replaceAll(
      '<w:multiLevelType w:val="hybridMultilevel"/>',
      '<w:multiLevelType w:val="multilevel"/>',
    );
}

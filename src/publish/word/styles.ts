import type { IParagraphStyleOptions } from 'docx';
import type { Language } from '#core/model/standard.ts';
import { looks } from './looks.ts';
import type { Look, StyleId } from './looks.ts';

/** Fonts that Word and WPS have: of the text, and of titles. */
export const fonts = {
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
  title: { ascii: '黑体', hAnsi: '黑体', eastAsia: '黑体' },
} as const;

/** Width of the text on A4 with the margins of standards, upright and across, in twips. */
export const textWidth = { upright: 9354, across: 14286 } as const;

/** What holds of every paragraph. */
export function describeDefaults(language: Language) {
  return {
    document: {
      run: {
        font: fonts.text,
        size: 21,
        language: { value: language === 'zh' ? 'en-US' : 'en-GB', eastAsia: 'zh-CN' },
      },
    },
  };
}

/** All styles for a document in a language: only Chinese titles are spread. */
export function listStyles(language: Language): IParagraphStyleOptions[] {
  return Object.entries<Look>(looks).map(([id, look]) => {
    const isBased = look.based !== undefined;
    const { space = isBased ? undefined : 0, spread = 0 } = look;
    const width = language === 'zh' ? spread : 0;
    const outline = look.outline === null ? 9 : look.outline;
    return {
      id,
      name: look.name,
      basedOn: look.based ?? 'Normal',
      quickFormat: true,
      run: {
        ...(look.size !== undefined && { size: look.size }),
        ...(look.title !== undefined && { font: look.title ? fonts.title : fonts.text }),
        ...(width > 0 && { characterSpacing: width }),
      },
      paragraph: {
        ...(look.align && { alignment: look.align }),
        ...(look.keep !== undefined && { keepNext: look.keep }),
        ...(look.page === true && { pageBreakBefore: true }),
        ...(outline !== undefined && { outlineLevel: outline }),
        ...(look.numbered && {
          numbering: { reference: look.numbered[0], level: look.numbered[1] },
        }),
        ...(space !== undefined && {
          // Paragraphs in English are parted by a blank, not by an indent.
          spacing: { before: space, after: id === 'text' && language === 'en' ? 100 : space },
        }),
        indent: {
          ...(look.indent === true && { firstLine: language === 'zh' ? 420 : 0 }),
          // What is spread has a blank after its last character, too.
          ...(width > 0 && { left: width }),
          ...(look.left !== undefined && { left: look.left }),
          ...(look.hanging !== undefined && { hanging: look.hanging }),
        },
        ...tabsOf(id as StyleId),
      },
    };
  });
}

/** A formula stands in the middle and its number at the end of a line of points (GB/T 1.1—2020, 9.9). */
function tabsOf(id: StyleId) {
  const { upright } = textWidth;
  if (id === 'formula')
    return {
      tabStops: [
        { type: 'center', position: upright / 2 },
        { type: 'right', position: upright, leader: 'middleDot' },
      ],
    } as const;
  if (id === 'indexEntry')
    return { tabStops: [{ type: 'right', position: 4400, leader: 'dot' }] } as const;
  return {};
}

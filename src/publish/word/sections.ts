import {
  Footer,
  Header,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TextRun,
} from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import { textWidth } from './styles.ts';

/** A4 with the margins of standards (GB/T 1.1—2020, annex E), in twips. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1418, bottom: 1247, left: 1418, right: 1134, header: 851, footer: 680 },
};

/** What the head of each page says. */
export interface HeadFacts {
  readonly number: string;
  /** That it is a sample, and which text prevails. */
  readonly marks: string;
}

/** The cover, without head and page number. */
export function writeCoverSection(children: readonly FileChild[]): ISectionOptions {
  return { properties: { type: SectionType.NEXT_PAGE, page }, children };
}

/**
 * Pages that are counted in Roman numerals or from 1 on in Arabic ones (GB/T 1.1—2020, 7.2), beginning on a sheet's front; what
 * is too wide stands on sheets across.
 */
export function writeSections(
  children: readonly FileChild[],
  wide: ReadonlySet<FileChild>,
  format: 'upperRoman' | 'decimal',
  facts: HeadFacts,
): ISectionOptions[] {
  const groups: { readonly isWide: boolean; readonly children: FileChild[] }[] = [];
  for (const child of children) {
    const isWide = wide.has(child);
    const last = groups.at(-1);
    if (last?.isWide === isWide) last.children.push(child);
    else groups.push({ isWide, children: [child] });
  }
  return groups.map(({ isWide, children: own }, at) => {
    const width = isWide ? textWidth.across : textWidth.upright;
    const formatType = NumberFormat[format === 'decimal' ? 'DECIMAL' : 'UPPER_ROMAN'];
    return {
      properties: {
        type: at === 0 ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
        page: {
          ...page,
          ...(isWide && { size: { ...page.size, orientation: PageOrientation.LANDSCAPE } }),
          pageNumbers: { formatType, ...(at === 0 && { start: 1 }) },
        },
      },
      headers: { default: writeHead('odd', facts, width), even: writeHead('even', facts, width) },
      footers: { default: writeFoot('odd'), even: writeFoot('even') },
      children: own,
    };
  });
}

/** The number at the outer side, the marks at the inner one. */
function writeHead(side: 'odd' | 'even', { number, marks }: HeadFacts, width: number): Header {
  const own = new TextRun({ text: number });
  const mark = new TextRun({ text: marks, size: 15, color: '5A5A5A' });
  const tab = new TextRun({ children: [new Tab()] });
  return new Header({
    children: [
      new Paragraph({
        style: side === 'odd' ? 'headOdd' : 'headEven',
        tabStops: [{ type: 'right', position: width }],
        children: side === 'odd' ? [mark, tab, own] : [own, tab, mark],
      }),
    ],
  });
}

function writeFoot(side: 'odd' | 'even'): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  const style = side === 'odd' ? 'footOdd' : 'footEven';
  return new Footer({ children: [new Paragraph({ style, children: [number] })] });
}

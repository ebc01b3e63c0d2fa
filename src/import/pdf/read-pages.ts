import { getDocumentProxy } from 'unpdf';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { Line, Page } from './lines.ts';

/** A stretch of text of one look, where a page has it; in points from the bottom left. */
interface Stretch {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

const mostPages = 1000;

/** Lines of each page of a PDF, from the top; or why there are none: damaged, with a password, a scan without text. */
export async function readPages(bytes: Uint8Array): Promise<readonly Page[] | Bilingual> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { useSystemFonts: false });
    if (pdf.numPages > mostPages) return tooMany(pdf.numPages);
    const pages: (readonly Stretch[])[] = [];
    for (let at = 1; at <= pdf.numPages; at += 1) {
      const page = await pdf.getPage(at);
      const { items } = await page.getTextContent();
      pages.push(items.flatMap((item) => ('str' in item ? [toStretch(item)] : [])));
      page.cleanup();
    }
    const usual = findUsualSize(pages.flat());
    return usual === 0 ? withoutText : pages.map((page) => toLines(page, usual));
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? withPassword : damaged;
  }
}

function toStretch(item: {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
}): Stretch {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
  return { text: item.str, x, y, width: item.width, size: Math.hypot(a, b) };
}

/** The size of letters that most characters have. */
function findUsualSize(all: readonly Stretch[]): number {
  const counts = new Map<number, number>();
  for (const { text, size } of all) {
    const near = Math.round(size * 2) / 2;
    counts.set(near, (counts.get(near) ?? 0) + text.trim().length);
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best && best[1] > 0 ? best[0] || 1 : 0;
}

function toLines(page: readonly Stretch[], usual: number): Page {
  const rows: Stretch[][] = [];
  const said = page.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y);
  for (const stretch of said) {
    const row = rows.at(-1);
    const base = row?.[0];
    // Indices stand a little above or below the line that they are of.
    if (row && base && Math.abs(base.y - stretch.y) < 0.45 * Math.max(base.size, stretch.size))
      row.push(stretch);
    else rows.push([stretch]);
  }
  return rows.map((row) =>
    toLine(
      row.toSorted((a, b) => a.x - b.x),
      usual,
    ),
  );
}

function toLine(row: readonly Stretch[], usual: number): Line {
  const cells: { text: string; left: number; right: number }[] = [];
  for (const { text, x, width } of row) {
    const [left, right] = [x / usual, (x + width) / usual];
    const last = cells.at(-1);
    const gap = last ? left - last.right : 0;
    if (!last || gap > 1.6) cells.push({ text: text.trim(), left, right });
    else {
      last.text += blankBetween(last.text, text, gap) + text.trim();
      last.right = right;
    }
  }
  const size = Math.max(...row.map((each) => each.size)) / usual;
  return { cells, size };
}

/** What a gap between two stretches stands for: nothing beside Chinese, where it only spaces letters. */
function blankBetween(before: string, after: string, gap: number): string {
  if (gap > 0.7) return '\u3000';
  const isLatin =
    /[\p{Script=Latin}\d.,;:)%—-]$/u.test(before) && /^[\p{Script=Latin}\d(]/u.test(after);
  const isWritten = before.endsWith(' ') || after.startsWith(' ');
  return isLatin && (gap > 0.15 || isWritten) ? ' ' : '';
}

const tooMany = (pages: number): Bilingual => ({
  zh: `这份 PDF 有 ${pages} 页，超过 ${mostPages} 页：请分成几份`,
  en: `this PDF has ${pages} pages, more than ${mostPages}: split it`,
});

const withoutText: Bilingual = {
  zh: '这份 PDF 里没有文字（是扫描件）：请用原来的 Word 稿，或先做文字识别（OCR）',
  en: 'this PDF holds no text (it is a scan): use the Word draft, or recognise its text (OCR) first',
};

const withPassword: Bilingual = {
  zh: '这份 PDF 有打开密码：请去掉密码再导入，最好用原来的 Word 稿',
  en: 'this PDF has a password: remove it and import again, or better, use the Word draft',
};

const damaged: Bilingual = {
  zh: '这份 PDF 已损坏，读不出来：请重新导出，最好用原来的 Word 稿',
  en: 'this PDF is damaged and cannot be read: make it again, or better, use the Word draft',
};

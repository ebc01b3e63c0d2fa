import type { Bilingual } from '#core/model/diagnostic.ts';

/** First bytes of files that people give for a table under a wrong name. */
const otherFiles = [
  { start: [0x25, 0x50, 0x44, 0x46], zh: ' PDF', en: 'a PDF' },
  { start: [0x89, 0x50, 0x4e, 0x47], zh: '图片（PNG）', en: 'a picture (PNG)' },
  { start: [0xff, 0xd8, 0xff], zh: '图片（JPEG）', en: 'a picture (JPEG)' },
  { start: [0x1f, 0x8b], zh: '压缩文件（gzip）', en: 'a compressed file (gzip)' },
  { start: [0x52, 0x61, 0x72, 0x21], zh: '压缩包（RAR）', en: 'an archive (RAR)' },
];

/** UTF-8, UTF-16 with its mark, else GB 18030, which holds GBK and GB 2312. */
export function decodeTable(bytes: Uint8Array): { text: string; encoding: string } | Bilingual {
  const [a, b, c] = bytes;
  if (bytes.length === 0) return { zh: '文件是空的', en: 'the file is empty' };
  if ((a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf)) {
    return {
      zh: '这是 Excel 工作簿、Word 文档或压缩包，不是 CSV：请打开它，另存为 CSV（UTF-8）再导入',
      en: 'this is an Excel workbook, a Word document or an archive, no CSV: open it and save it as CSV (UTF-8) first',
    };
  }
  const other = otherFiles.find(({ start }) => start.every((byte, at) => bytes[at] === byte));
  if (other) {
    return {
      zh: `这是${other.zh}，不是表格`,
      en: `this is ${other.en}, no table`,
    };
  }
  const utf16 =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const utf8 = a === 0xef && b === 0xbb && c === 0xbf;
  const candidates = utf16 ? [utf16] : utf8 ? ['utf-8'] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes('\0')) break;
      if (text.trim() === '') return { zh: '文件是空的', en: 'the file is empty' };
      return { text, encoding };
    } catch {
      continue;
    }
  }
  return {
    zh: '文字编码读不通：既不是 UTF-8，也不是 GB 18030（GBK）。请另存为 CSV（UTF-8）',
    en: 'the text is neither UTF-8 nor GB 18030 (GBK): save it as CSV (UTF-8)',
  };
}

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readListFile, readListText } from '#import/list/index.ts';
import { writeWorkbook } from '../workbook.ts';

const texts = (bytes: Uint8Array): readonly string[] => {
  const list = readListFile(bytes);
  if ('zh' in list) throw new Error(list.zh);
  return list.rows.map(({ place, text }) => `${place} ${text}`);
};
const reason = (bytes: Uint8Array): string => {
  const list = readListFile(bytes);
  return 'zh' in list ? `${list.zh} / ${list.en}` : '';
};

const paragraph = (...words: readonly string[]) =>
  `<w:p>${words.map((word) => `<w:r><w:t xml:space="preserve">${word}</w:t></w:r>`).join('')}</w:p>`;
const docx = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });

describe('a list as somebody keeps it', () => {
  it('is read from all sheets of a workbook, with the place of each row', async () => {
    const sheet = (...rows: readonly (readonly string[])[]) =>
      rows.map((row) => row.map((value) => ({ value, type: String })));
    const bytes = await writeExcelFile([
      { data: sheet(['标准号', '名称'], ['GB/T 1-2020', '样例']), sheet: '国标' },
      { data: sheet(['备注', 'DB9902/T 12—2023']), sheet: '地标' },
    ]).toBuffer();
    expect(texts(bytes)).toEqual([
      '国标!1 标准号\t名称',
      '国标!2 GB/T 1-2020\t样例',
      '地标!1 备注\tDB9902/T 12—2023',
    ]);
  });

  it('may have more rows in a sheet than a system, and is refused in words of lists', () => {
    const book = (rows: number): Uint8Array => {
      const cells = '<row><c t="inlineStr"><is><t>GB/T 1-2020</t></is></c></row>'.repeat(rows);
      return zipSync(
        {
          'xl/workbook.xml': strToU8(
            '<workbook xmlns:r="urn:r"><sheets><sheet name="清单" r:id="r1"/></sheets></workbook>',
          ),
          'xl/_rels/workbook.xml.rels': strToU8(
            '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
          ),
          'xl/worksheets/sheet1.xml': strToU8(
            `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
          ),
        },
        { level: 0 },
      );
    };
    expect(texts(book(10_001))).toHaveLength(10_001);
    expect(reason(book(50_001))).toMatch(/有 50001 行，一次最多查 50000 行.*check them in parts/);
  });

  it('is read from paragraphs and tables in Word, without what was deleted', () => {
    const cells = (...row: readonly string[]) =>
      `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const body =
      paragraph('应符合', 'GB/T 1', '-2020') +
      `<w:p><w:del><w:r><w:t>GB/T 9-2020</w:t></w:r></w:del><w:ins><w:r><w:t>GB/T 8-2020</w:t></w:r></w:ins></w:p>` +
      `<w:tbl>${cells('1', 'GB/T 2-2021')}${cells('2', 'GB/T 3-2022')}</w:tbl>`;
    expect(texts(docx(body))).toEqual([
      '1 应符合GB/T 1-2020',
      '2 GB/T 8-2020',
      '3 1\tGB/T 2-2021',
      '4 2\tGB/T 3-2022',
    ]);
  });

  it('has the value of a merged cell in each row that it spans, and no row where nothing else stands', () => {
    const rows = [
      ['标准号', '实施日期'],
      ['GB/T 1-2020', '2020-01-01'],
      [null, '2021-01-01'],
      [null, null],
      ['GB/T 2-2020', '2022-01-01'],
    ];
    expect(texts(writeWorkbook({ name: '清单', rows, merged: ['A2:A4', 'A5:B5'] }))).toEqual([
      '清单!1 标准号\t实施日期',
      '清单!2 GB/T 1-2020\t2020-01-01',
      '清单!3 GB/T 1-2020\t2021-01-01',
      '清单!5 GB/T 2-2020\t2022-01-01',
    ]);
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const line = (...row: readonly string[]) => `<w:tr>${row.join('')}</w:tr>`;
    const table = [
      line(
        cell('一', '<w:gridSpan w:val="2"/>'),
        cell('GB/T 1-2020', '<w:vMerge w:val="restart"/>'),
      ),
      line(cell('二'), cell('三'), cell('', '<w:vMerge/>')),
      line(cell(''), cell(''), cell('', '<w:vMerge/>')),
      line(cell('四'), cell('五'), cell('')),
    ];
    expect(
      texts(
        docx(
          `<w:tbl>${table.join('')}</w:tbl><w:tbl>${line(cell('', '<w:vMerge/>'), cell('六'))}</w:tbl>`,
        ),
      ),
    ).toEqual(['1 一\tGB/T 1-2020', '2 二\t三\tGB/T 1-2020', '4 四\t五\t', '5 \t六']);
  });

  it('is read in GB 18030 and UTF-16, too', () => {
    // 标准 in GB 18030.
    expect(texts(Uint8Array.of(0xb1, 0xea, 0xd7, 0xbc, 0x0a, 0x47, 0x42, 0x20, 0x31))).toEqual([
      '1 标准',
      '2 GB 1',
    ]);
    expect(texts(Uint8Array.from(Buffer.from('\ufeffGB 1\n\nGB 2', 'utf16le')))).toEqual([
      '1 GB 1',
      '3 GB 2',
    ]);
  });

  it('tells of characters that were lost before', () => {
    const list = readListText('GB/T 1-2020 锟斤拷');
    expect('notices' in list).toBe(true);
    const read = readListFile(Buffer.from('GB/T 1-2020 锟斤拷'));
    expect('notices' in read && read.notices[0]?.zh).toContain('1 处乱码');
  });

  const passwordMark = Buffer.from('EncryptedPackage', 'utf16le');
  it.each([
    ['a PDF under another name', Buffer.from('%PDF-1.7 …'), /PDF/],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(508), passwordMark]),
      /密码.*password/,
    ],
    [
      'a workbook of the old format',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(508)]),
      /\.xls.*old format/,
    ],
    ['an archive cut off', docx(paragraph('GB 1')).subarray(0, 60), /不完整|损坏/],
    ['nothing', new Uint8Array(), /空的.*empty/],
    ['33 MB', new Uint8Array(33 * 1024 * 1024), /33 MB.*33 MB/],
    ['200 000 lines', Buffer.from('GB/T 1-2020\n'.repeat(200_000)), /200000 行.*200000 rows/],
  ])('says what is wrong with %s, in both languages', (_, bytes, says) => {
    expect(reason(bytes)).toMatch(says);
  });
});

import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importWord } from '#import/word/index.ts';
import { bookmark, cell, field, makeWord, p, t, table } from '#tests/support/word-file.ts';

/** One word for each construct, found nowhere else. */
const run = (word: string, properties = ''): string => t(word, properties);
const mark = (type: string, inner = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
const form = (data: string, result: string): string =>
  `${mark('begin', `<w:ffData>${data}</w:ffData>`)}<w:r><w:instrText> FORMTEXT </w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const boxed = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;
const drawing = (inner: string, properties = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" ${properties}/>${inner}</wp:inline></w:drawing></w:r>`;
const math = (inner: string): string => `<m:oMath>${inner}</m:oMath>`;
const mt = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;

/** Each construct with its word, in a paragraph of its own unless it is blocks. */
const inline: Readonly<Record<string, string>> = {
  plain: run('tokplain'),
  'split runs': `${run('toks')}${run('plit')}`,
  bold: run('tokbold', '<w:b/>'),
  italic: run('tokitalic', '<w:i/>'),
  superscript: `${run('m')}${run('toksup', '<w:vertAlign w:val="superscript"/>')}`,
  subscript: `${run('m')}${run('toksub', '<w:vertAlign w:val="subscript"/>')}`,
  'superscript with blanks': `${run('m')}${run('toksup two', '<w:vertAlign w:val="superscript"/>')}`,
  hidden: run('tokhidden', '<w:vanish/>'),
  'hidden off': run('tokshown', '<w:vanish w:val="0"/>'),
  tab: `${run('toktaba')}<w:r><w:tab/></w:r>${run('toktabb')}`,
  'line break': `${run('tokbreaka')}<w:r><w:br/></w:r>${run('tokbreakb')}`,
  'page break': `<w:r><w:br w:type="page"/></w:r>${run('tokpage')}`,
  'no-break hyphen': `${run('tokhyphen')}<w:r><w:noBreakHyphen/></w:r>${run('x')}`,
  'soft hyphen': `${run('toksoft')}<w:r><w:softHyphen/></w:r>${run('soft')}`,
  symbol: `<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>${run('toksymbol')}`,
  'unknown symbol': `<w:r><w:sym w:font="Tokfont" w:char="F0FF"/></w:r>`,
  'kept field': field('DATE', 'tokdate'),
  'REF without target': field('REF nowhere', 'tokref'),
  'REF as text': field('FILENAME', 'tokfilename'),
  PAGEREF: field('PAGEREF x', 'tokpageref'),
  SEQ: `${run('表')}${field('SEQ 表', 'tokseq')}`,
  STYLEREF: field('STYLEREF 1', 'tokstyleref'),
  'simple field': '<w:fldSimple w:instr="AUTHOR"><w:r><w:t>toksimple</w:t></w:r></w:fldSimple>',
  'simple REF':
    '<w:fldSimple w:instr="REF nowhere2"><w:r><w:t>toksimpleref</w:t></w:r></w:fldSimple>',
  'nested field': `${mark('begin')}<w:r><w:instrText> IF </w:instrText></w:r>${field('PAGE', 'toknestpage')}${mark('separate')}${run('toknested')}${mark('end')}`,
  'field without result': `${mark('begin')}<w:r><w:instrText> REF tokempty </w:instrText></w:r>${mark('end')}`,
  'form text': form('<w:name w:val="a"/>', run('tokform')),
  'drop-down': form(
    '<w:name w:val="b"/><w:ddList><w:result w:val="1"/><w:listEntry w:val="no"/><w:listEntry w:val="tokdropdown"/></w:ddList>',
    '',
  ),
  'check box': `${form('<w:name w:val="c"/><w:checkBox><w:checked/></w:checkBox>', '')}${run('tokcheckbox')}`,
  hyperlink: `<w:hyperlink r:id="rLink">${run('toklink')}</w:hyperlink>`,
  'hyperlink field': field('HYPERLINK "https://example.test/tokaddress"', 'toklinkfield'),
  'inner hyperlink': `<w:hyperlink w:anchor="x">${run('tokanchor')}</w:hyperlink>`,
  inserted: `<w:ins w:author="a">${run('tokinserted')}</w:ins>`,
  deleted: '<w:del w:author="a"><w:r><w:delText>tokdeleted</w:delText></w:r></w:del>',
  'moved to': `<w:moveTo>${run('tokmovedto')}</w:moveTo>`,
  'moved from': `<w:moveFrom>${run('tokmovedfrom')}</w:moveFrom>`,
  'inserted and deleted':
    '<w:ins><w:del><w:r><w:delText>tokinsdel</w:delText></w:r></w:del></w:ins>',
  comment: `<w:commentRangeStart w:id="0"/>${run('tokcommented')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
  ruby: '<w:r><w:ruby><w:rt><w:r><w:t>tokreading</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>tokbase</w:t></w:r></w:rubyBase></w:ruby></w:r>',
  'smart tag': `<w:smartTag w:element="x">${run('toksmart')}</w:smartTag>`,
  'custom xml': `<w:customXml w:element="x">${run('tokcustom')}</w:customXml>`,
  bidi: `<w:bdo w:val="rtl">${run('tokbdo')}</w:bdo><w:dir w:val="ltr">${run('tokdir')}</w:dir>`,
  'content control': control('<w:tag w:val="x"/>', run('tokcontrol')),
  'content control hint': control('<w:showingPlcHdr/>', run('tokhint')),
  footnote: `${run('tokfootnoted')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
  'lost footnote': `${run('x')}<w:r><w:footnoteReference w:id="99"/></w:r>`,
  'text box': drawing(`<wps:txbx>${boxed(p('tokbox'))}</wps:txbx>`),
  'text box in VML': `<w:r><w:pict><v:textbox>${boxed(p('tokvmlbox'))}</v:textbox></w:pict></w:r>`,
  alternatives: `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(`<wps:txbx>${boxed(p('tokchoice'))}</wps:txbx>`)}</mc:Choice><mc:Fallback><w:pict><v:textbox>${boxed(p('tokfallback'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  'words in a shape': drawing('<a:graphic><a:t>tokshape</a:t></a:graphic>'),
  chart: drawing('<a:graphic><c:chart r:id="x"/></a:graphic>'),
  'picture with words': drawing('<a:blip r:embed="rPng"/>', 'descr="tokalternative"'),
  'picture elsewhere': drawing('<a:blip r:link="rTokOutside"/>'),
  'picture of Windows': drawing('<a:blip r:embed="rWmf"/>'),
  object: '<w:r><w:object><o:OLEObject ProgID="Tok.Object"/></w:object></w:r>',
  fraction: math(`<m:f><m:num>${mt('tokn')}</m:num><m:den>${mt('tokd')}</m:den></m:f>`),
  root: math(`<m:rad><m:deg/><m:e>${mt('tokrad')}</m:e></m:rad>`),
  'function of a formula': math(
    `<m:func><m:fName>${mt('sin')}</m:fName><m:e>${mt('toksin')}</m:e></m:func>`,
  ),
  'Chinese in a formula': math(mt('公式文')),
  matrix: math(`<m:m><m:mr><m:e>${mt('tokma')}</m:e><m:e>${mt('tokmb')}</m:e></m:mr></m:m>`),
  'unknown of a formula': math(`<m:tokmath>${mt('tokunknown')}</m:tokmath>`),
  'unknown element': `<w:tokelement>${run('tokelement')}</w:tokelement>`,
};

const blocks: Readonly<Record<string, string>> = {
  table: table([
    ['tokcella', 'tokcellb'],
    ['tokcellc', 'tokcelld'],
  ]),
  'merged cells': table([
    [cell('tokspan', { columns: 2 })],
    [cell('tokrows', { merged: 'start' }), 'tokm1'],
    [cell('', { merged: 'on' }), 'tokm2'],
  ]),
  'nested table': table([[`<w:tc>${p('tokouter')}${table([['tokinner']])}${p('')}</w:tc>`, 'x']]),
  'paragraphs of a cell': table([[`<w:tc>${p('tokpa')}${p('tokpb')}</w:tc>`, 'x']]),
  'deleted row': `<w:tbl><w:tr><w:tc>${p('tokkeptrow')}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('tokdeletedrow')}</w:tc></w:tr></w:tbl>`,
  'row control': `<w:tbl>${control('', `<w:tr><w:tc>${p('tokrowcontrol')}</w:tc></w:tr>`)}</w:tbl>`,
  'cell control': `<w:tbl><w:tr>${control('', `<w:tc>${p('tokcellcontrol')}</w:tc>`)}</w:tr></w:tbl>`,
  'block control': control('<w:tag w:val="y"/>', p('tokblockcontrol')),
  'block custom xml': `<w:customXml>${p('tokblockxml')}</w:customXml>`,
  'block insertion': `<w:ins>${p('tokblockins')}</w:ins>`,
  frame: p('tokframe', undefined, '<w:framePr w:w="1"/>'),
  'chunk of another file': '<w:altChunk r:id="tokchunk"/>',
  'list of Word': p(
    'toklist',
    undefined,
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  ),
  bookmarked: p(`${bookmark('tokmark')}${run('tokbookmarked')}`),
  'block alternative': `<mc:AlternateContent><mc:Choice Requires="x">${p('tokblockchoice')}</mc:Choice><mc:Fallback>${p('tokblockfallback')}</mc:Fallback></mc:AlternateContent>`,
  'block deletion': `<w:del>${p('tokblockdel')}</w:del>`,
  'moved block': `<w:moveFrom>${p('tokblockmove')}</w:moveFrom>`,
};

const body = [
  p('1 范围'),
  ...Object.values(inline).map((content) => `<w:p>${content}</w:p>`),
  ...Object.values(blocks),
].join('');

const result = importWord(
  makeWord({
    body,
    numbering:
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="——"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${p('tokfootnotetext')}</w:footnote><w:footnote w:id="3">${p('tokunusednote')}</w:footnote>`,
    comments: `<w:comment w:id="0" w:author="tokauthor">${p('tokcomment')}</w:comment>`,
    pictures: {
      rPng: { name: 'a.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) },
      rWmf: { name: 'tokpicture.wmf', bytes: strToU8('x') },
    },
  }),
);
if ('zh' in result) throw new Error(result.en);
const { markdown, report } = result;
const said = `${markdown}\n${report.left.map(({ text, why }) => `${text} ${why.zh}`).join('\n')}`;

describe('each construct of Word is in the text or in the report', () => {
  const words = (content: string): readonly string[] => [
    ...new Set(content.match(/tok[a-z0-9]+|公式文|Tok\.Object|Tokfont/g) ?? []),
  ];
  const wanted = Object.entries({
    ...inline,
    ...blocks,
    notes: 'tokfootnotetext tokunusednote tokcomment tokauthor',
    picture: 'tokpicture',
  })
    .map(
      ([name, content]) =>
        [
          name,
          words(
            content.replace(
              'toks</w:t></w:r><w:r><w:rPr></w:rPr><w:t xml:space="preserve">plit',
              'toksplit',
            ),
          ),
        ] as const,
    )
    .filter(([, found]) => found.length > 0);

  test.each(wanted)('%s: %j', (name, found) => {
    for (const word of found) {
      if (['tokmark', 'tokmath'].includes(word)) continue;
      expect(said.toLowerCase(), name).toContain(word.toLowerCase());
    }
  });

  test('and every character of the file is accounted for', () => {
    const { file, ...uses } = report.characters;
    expect(Object.values(uses).reduce((sum, count) => sum + count, 0)).toBe(file);
    expect(wanted.length).toBeGreaterThanOrEqual(70);
  });

  test('what is deleted, hidden or moved away is not in the text', () => {
    for (const word of [
      'tokdeleted',
      'tokhidden',
      'tokmovedfrom',
      'tokinsdel',
      'tokhint',
      'tokdeletedrow',
      'tokfallback',
      'tokblockdel',
      'tokblockmove',
      'tokblockfallback',
      'tokcomment ',
    ])
      expect(markdown).not.toContain(word);
  });
});

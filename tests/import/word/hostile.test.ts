import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importWord } from '#import/word/index.ts';
import type { ImportedText } from '#import/word/build-text.ts';
import { mutateWord } from '#tests/support/word-mutations.ts';
import { makeWord, p } from '#tests/support/word-file.ts';
import type { WordParts } from '#tests/support/word-file.ts';

const plain = makeWord({ body: p('1 范围') + p('本文件规定了样例。') });

function refusal(bytes: Uint8Array): string {
  const result = importWord(bytes);
  if (!('zh' in result)) throw new Error('it was read');
  expect(result.zh).toMatch(/\p{Script=Han}/u);
  return result.en;
}

function read(bytes: Uint8Array): ImportedText {
  const result = importWord(bytes);
  if ('zh' in result) throw new Error(result.en);
  return result;
}

/** The file with some of its parts made anew; `null` leaves one out. */
function change(
  parts: Readonly<Record<string, (text: string) => string | Uint8Array | null>>,
): Uint8Array {
  const entries = unzipSync(plain);
  const decoder = new TextDecoder();
  return zipSync(
    Object.fromEntries(
      Object.entries(entries).flatMap(([name, part]) => {
        const made = parts[name] ? parts[name](decoder.decode(part)) : part;
        if (made === null) return [];
        return [[name, typeof made === 'string' ? strToU8(made) : made]];
      }),
    ),
  );
}

const ole = (name: string): Uint8Array => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...name].forEach((letter, at) => {
    bytes[1024 + 2 * at] = letter.charCodeAt(0);
  });
  return bytes;
};

describe('what is no draft is said in a sentence', () => {
  test.each([
    ['with a password', ole('EncryptedPackage'), 'password'],
    ['of the old format', ole('WordDocument'), '.doc'],
    ['a PDF', strToU8('%PDF-1.7'), 'PDF'],
    ['RTF', strToU8(String.raw`{\rtf1`), 'RTF'],
    ['empty', new Uint8Array(), 'empty'],
    ['text', strToU8('1 范围'), 'no Word file'],
    ['cut off', plain.slice(0, plain.length / 2), 'cut off'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('x') }), 'no Word document'],
    [
      'a document type',
      change({
        'word/document.xml': (text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'),
      }),
      'document type',
    ],
    [
      'broken XML',
      change({ 'word/document.xml': (text) => text.replace('</w:p>', '') }),
      'well-formed',
    ],
    [
      'nested without end',
      change({
        'word/document.xml': (text) =>
          text.replace('<w:body>', `<w:body>${'<w:sdt>'.repeat(600)}${'</w:sdt>'.repeat(600)}`),
      }),
      'more than 256 deep',
    ],
    [
      'a bomb',
      zipSync({ 'word/document.xml': new Uint8Array(320 * 1024 * 1024) }, { level: 9 }),
      'unpack',
    ],
  ])('%s', (_, bytes, words) => {
    expect(refusal(bytes)).toContain(words);
  });
});

describe('a file that other programs write is read all the same', () => {
  const wanted = read(plain).markdown;
  test.each<[string, Uint8Array]>([
    [
      'other prefixes',
      change({
        'word/document.xml': (text) =>
          text.replaceAll(/(<\/?| )w:/g, '$1ns0:').replace('xmlns:w=', 'xmlns:ns0='),
      }),
    ],
    [
      'strict names',
      change({
        'word/document.xml': (text) =>
          text.replace(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          ),
      }),
    ],
    [
      'UTF-16',
      change({
        'word/document.xml': (text) =>
          Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      }),
    ],
    ['without styles', change({ 'word/styles.xml': () => null })],
    [
      'without relationships',
      change({ '_rels/.rels': () => null, 'word/_rels/document.xml.rels': () => null }),
    ],
    ['without content types', change({ '[Content_Types].xml': () => null })],
    ['broken styles', change({ 'word/styles.xml': () => '<w:styles' })],
  ])('%s', (_, bytes) => {
    expect(read(bytes).markdown).toBe(wanted);
  });

  test('a main part of another name, with a target from the root', () => {
    const parts = unzipSync(plain);
    const bytes = zipSync({
      '_rels/.rels': strToU8(
        new TextDecoder()
          .decode(parts['_rels/.rels'])
          .replace('word/document.xml', '/text/main.xml'),
      ),
      'text/main.xml': parts['word/document.xml'] ?? new Uint8Array(),
    });
    expect(read(bytes).markdown).toBe(wanted);
  });
});

test('macros are named and nothing of them is read', () => {
  const bytes = makeWord({
    body: p('1 范围'),
    extra: { 'word/vbaProject.bin': strToU8('Sub x()') },
  });
  expect(read(bytes).report.notices.map(({ en }) => en)).toEqual([
    'the file holds macros: they were neither read nor run',
  ]);
});

test('facts that a file carries are taken as far as a front matter could hold them, and no others', () => {
  const part = (facts: string): Readonly<Record<string, Uint8Array>> => ({
    'customXml/item7.xml': strToU8(`<facts xmlns="urn:biaolian:facts">${facts}</facts>`),
  });
  const body = p('1 范围') + p('本文件规定了样例。');
  const given = { keywords: ['甲'], profile: 'none', chains: ['../x'], title: '乙', sample: 'yes' };
  const { meta, report } = read(makeWord({ body, extra: part(JSON.stringify(given)) }));
  expect(meta).toMatchObject({ keywords: ['甲'] });
  for (const key of ['profile', 'chains', 'title', 'sample']) expect(meta).not.toHaveProperty(key);
  // A person is told where they came from.
  expect(report.left.find(({ text }) => text === 'keywords')?.why.en).toContain(
    'carries these facts',
  );
  for (const facts of ['', '{', 'null', '[1]', '"a"', '{"__proto__": {"sample": true}}']) {
    expect(read(makeWord({ body, extra: part(facts) })).meta).not.toHaveProperty('sample');
  }
});

test('pictures get names of their own, and none from elsewhere is fetched', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const show = (id: string): string =>
    p(`<w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r>`);
  const parts: WordParts = {
    body: p('1 范围') + show('rA') + show('rB') + p('图1 样例'),
    pictures: { rA: { name: '../../../evil.png', bytes: png }, rB: { name: 'b.png', bytes: png } },
  };
  const { pictures } = read(makeWord(parts));
  expect([...pictures.keys()].every((name) => /^figure-\d+\.png$/.test(name))).toBe(true);
});

test('a draft of thousands of clauses is read in one go', () => {
  const body = Array.from({ length: 3000 }, (_, at) => p(`第 ${at} 段应完整。`)).join('');
  expect(read(makeWord({ body: p('1 范围') + body })).report.paragraphs.file).toBe(3001);
});

test('damaged files are read or refused, and never lose a character in silence', () => {
  let round = 0;
  for (const bytes of mutateWord(80)) {
    round += 1;
    const result = importWord(bytes);
    if ('zh' in result) continue;
    const { file, ...uses } = result.report.characters;
    const sum = Object.values(uses).reduce((all, count) => all + count, 0);
    const isTold = result.report.left.some(({ why }) => why.en.includes('unaccounted'));
    expect(sum === file || isTold, `round ${round}`).toBe(true);
  }
});

describe('what would harm a machine is refused or bounded', () => {
  const entity = (declaration: string): Uint8Array =>
    change({
      'word/document.xml': (text) => text.replace('?>', `?><!DOCTYPE w:document [${declaration}]>`),
    });

  test.each([
    ['an entity from a file', entity('<!ENTITY a SYSTEM "file:///etc/passwd">')],
    ['an entity from elsewhere', entity('<!ENTITY a SYSTEM "http://127.0.0.1:9/a">')],
    [
      'entities of entities',
      entity('<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'),
    ],
  ])('%s is not expanded', (_, bytes) => {
    expect(refusal(bytes)).toContain('document type');
  });

  test('a header that lies about its size is not believed', () => {
    const bytes = makeWord({ body: p('1 范围') + p('甲'.repeat(100_000)) });
    // The size of a part stands 24 bytes into its entry of the directory at the end.
    const name = Buffer.from('word/document.xml');
    const at = Buffer.from(bytes).lastIndexOf(name) - 46;
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, 64, true);
    expect(refusal(bytes)).toContain('false sizes');
  });

  test('a part under a password is said to be one', () => {
    const bytes = plain.slice();
    bytes[6] = (bytes[6] ?? 0) | 1;
    expect(refusal(bytes)).toContain('password');
  });

  test('tables in tables are read, and elements 512 deep are refused', () => {
    const nested = (depth: number): Uint8Array =>
      change({
        'word/document.xml': (text) =>
          text.replace(
            '<w:body>',
            `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p('深')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`,
          ),
      });
    expect(read(nested(80)).markdown).toContain('深');
    expect(refusal(nested(171))).toContain('more than 256 deep');
  });

  test('a picture too large for a page is named, and the text comes without it', () => {
    const bytes = new Uint8Array(17 * 1024 * 1024);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    for (let at = 8; at < bytes.length; at += 1) bytes[at] = (at * 2654435761) >>> 24;
    const draft = read(
      makeWord({
        body:
          p('1 范围') +
          p('<w:r><w:drawing><a:blip r:embed="rA"/></w:drawing></w:r>') +
          p('图1 样例'),
        pictures: { rA: { name: 'a.png', bytes } },
      }),
    );
    expect([...draft.pictures.keys()]).toEqual([]);
    expect(draft.report.left.map(({ why }) => why.en).join()).toContain('17 MB, more than 16 MB');
  });

  test('what stands elsewhere is never opened, and is named', () => {
    const bytes = change({
      'word/_rels/document.xml.rels': (text) =>
        text.replace(
          '</Relationships>',
          '<Relationship Id="rX" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd"/></Relationships>',
        ),
      'word/document.xml': (text) =>
        text.replace(
          '</w:body>',
          `${p('<w:r><w:drawing><a:blip r:link="rX"/></w:drawing></w:r>')}${p('图1 样例')}</w:body>`,
        ),
    });
    const draft = read(bytes);
    expect([...draft.pictures.keys()]).toEqual([]);
    expect(draft.report.left.map(({ why }) => why.en).join()).toMatch(
      /linked from elsewhere|no picture/,
    );
  });
});

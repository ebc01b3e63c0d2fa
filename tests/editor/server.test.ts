import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';
import { applyEdits, placeOf, startEditor } from './client.ts';
import type { Edit, Editor, Found } from './client.ts';

const catalogue = `number,title,title_en,status,issued,implemented,withdrawn,replaces,replaced_by,ccs,ics,issuer,as_of,source
GB/T 191-2008,包装储运图示标志,Packaging — Pictorial marking for handling of goods,现行,2008-04-01,2008-10-01,,,,A80,55.020,国家标准化管理委员会,2026-01-01,public-catalogue
GB/T 191-2000,包装储运图示标志,,被代替,2000-07-31,2000-12-01,,,GB/T 191-2008,A80,55.020,国家标准化管理委员会,2026-01-01,public-catalogue
`;

const text = writeStandard({
  body: `
# 标志 {#marking}

##

标志应符合GB/T 191—2008的规定，宜清晰，见[#requirements]。

##

标志不应脱落，另见GB/T 99999—2020和[#lost]。
`,
}).replace('# 规范性引用文件\n', '# 规范性引用文件\n\n- GB/T 191—2008　包装储运图示标志\n');

async function open(
  written = text,
  locale?: string,
): Promise<{ readonly editor: Editor; readonly uri: string }> {
  const library = makeFolder();
  writeFiles(library, { [standardPath()]: text, 'catalogue/national.csv': catalogue });
  const editor = await startEditor(library, locale);
  const uri = pathToFileURL(join(library, standardPath())).href;
  await editor.write(uri, written);
  return { editor, uri };
}

/** Findings once the library is open: those across files are among them then. */
async function untilOpen({ findings }: Editor, uri: string): Promise<readonly Found[]> {
  for (let round = 0; round < 400; round++) {
    const found = await findings(uri);
    if (found.some(({ code }) => code === 'reference-unknown')) return found;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error('the library was not opened');
}

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly edit: { readonly changes: Readonly<Record<string, readonly Edit[]>> };
}

interface Shown {
  readonly contents: { readonly value: string };
  readonly range: object;
}

interface Completed {
  readonly items: readonly {
    readonly label: string;
    readonly detail?: string;
    readonly textEdit: Edit;
  }[];
}

describe('std lsp', () => {
  it('tells what is wrong in a text and across files, each at its place', async () => {
    const { editor, uri } = await open();
    const found = await untilOpen(editor, uri);
    expect(found.find(({ code }) => code === 'reference-unknown')).toMatchObject({
      range: placeOf(text, 'GB/T 99999—2020'),
    });
    expect(found.find(({ code }) => code === 'xref-unknown')).toMatchObject({
      range: placeOf(text, '[#lost]'),
      severity: 1,
      source: '标链',
    });
    await editor.write(uri, text.replace('和[#lost]', ''));
    const codes = (await editor.findings(uri)).map(({ code }) => code);
    expect(codes).not.toContain('xref-unknown');
    expect(codes).toContain('reference-unknown');
    expect(await editor.close()).toBe(0);
  });

  it('mends what a finding can mend, in a text with any line ends', async () => {
    const wrong = text.replaceAll('GB/T 191—2008的', 'GB/T 191-2008的').replaceAll('\n', '\r\n');
    const { editor, uri } = await open(wrong);
    const found = await editor.findings(uri);
    const finding = found.find(({ code }) => code === 'reference-dash');
    expect(finding?.range).toEqual({
      start: placeOf(wrong, '-2008').start,
      end: placeOf(wrong, '2008的').start,
    });
    const actions = await editor.ask<readonly Action[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding?.range,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ kind }) => kind)).toEqual(['quickfix', 'source.fixAll']);
    expect(actions[0]?.title).toMatch(/^改正：/);
    for (const { edit } of actions) {
      const mended = applyEdits(wrong, edit.changes[uri] ?? []);
      expect(mended).toBe(text.replaceAll('\n', '\r\n'));
    }
    const elsewhere = await editor.ask<readonly Action[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: placeOf(wrong, '本文件适用于'),
      context: { diagnostics: [] },
    });
    expect(elsewhere.map(({ kind }) => kind)).toEqual(['source.fixAll']);
  });

  it('says what stands under the pointer', async () => {
    const { editor, uri } = await open();
    await untilOpen(editor, uri);
    const hover = async (piece: string, offset = 1): Promise<Shown | null> => {
      const { line, character } = placeOf(text, piece).start;
      const position = { line, character: character + offset };
      return editor.ask('textDocument/hover', { textDocument: { uri }, position });
    };
    expect((await hover('[#requirements]的'))?.contents.value).toBe('**第4章**　要求');
    const named = await hover('GB/T 191—2008的');
    expect(named?.contents.value).toBe(
      '**GB/T 191—2008**　包装储运图示标志\n\n现行 · 2008-10-01 实施',
    );
    expect(named?.range).toEqual(
      placeOf(text.replace('- GB/T 191—2008', '- xx/x xxx—xxxx'), 'GB/T 191—2008'),
    );
    expect((await hover('[#lost]'))?.contents.value).toBe('本文件没有这个锚点');
    expect((await hover('GB/T 99999'))?.contents.value).toMatch(/库和目录里没有这项标准/);
    expect((await hover('应符合', 0))?.contents.value).toMatch(/\*\*应\*\* .* \*\*要求\*\*.*C\.1/);
    expect((await hover('宜清晰', 0))?.contents.value).toMatch(/\*\*推荐\*\*.*C\.2/);
    expect((await hover('不应脱落', 0))?.contents.value).toMatch(/\*\*要求\*\*（否定）/);
    expect(await hover('本文件适用于')).toBeNull();
  });

  it('completes ids, numbers of standards and the keys of the front matter', async () => {
    const { editor, uri } = await open();
    await untilOpen(editor, uri);
    const complete = async (written: string, piece: string): Promise<Completed['items']> => {
      await editor.write(uri, written);
      const { end } = placeOf(written, piece);
      const params = { textDocument: { uri }, position: end };
      return (await editor.ask<Completed>('textDocument/completion', params)).items;
    };
    const ids = await complete(text.replace('见[#requirements]。', '见[#req。'), '见[#req');
    expect(ids.map(({ label, detail }) => [label, detail])).toContainEqual([
      'marking',
      '第6章　标志',
    ]);
    const chosen = ids.find(({ label }) => label === 'requirements');
    const typed = text.replace('见[#requirements]。', '见[#req。');
    expect(applyEdits(typed, chosen ? [chosen.textEdit] : [])).toMatch('见[#requirements]');

    const numbers = await complete(text.replace('应清晰。', '应清晰，见GB/T19'), '见GB/T19');
    expect(numbers.map(({ label }) => label)).toEqual(['GB/T 191—2000', 'GB/T 191—2008']);
    expect(numbers[1]?.textEdit.newText).toBe('GB/T 191—2008');

    const listed = await complete(
      text.replace('- GB/T 191—2008　包装储运图示标志', '- GB/T 191—2008'),
      '- GB/T 191—2008',
    );
    expect(listed[0]?.textEdit.newText).toBe('GB/T 191—2008　包装储运图示标志');

    const keys = await complete(text.replace('sample: true', 'sample: true\nfun'), '\nfun');
    expect(keys.map(({ label }) => label)).toContain('functionType');
    expect(keys.map(({ label }) => label)).not.toContain('sample');
    const values = await complete(text.replace('sample: true', 'status: '), 'status: ');
    expect(values.map(({ label }) => label)).toEqual(['published', 'draft', 'withdrawn']);
    expect(await complete(text, '本文件适用于')).toEqual([]);
  });

  it('speaks the language of the editor, and leaves other texts alone', async () => {
    const { editor, uri } = await open(text, 'fr');
    const found = await untilOpen(editor, uri);
    expect(found.map(({ message }) => message).join('')).not.toMatch(/没有|不/);
    const readme = uri.replace(/[^/]*$/, 'README.md');
    await editor.write(readme, '# 应\n\n见[#nowhere]');
    expect(await editor.findings(readme)).toEqual([]);
    for (const strange of ['untitled:Untitled-1', 'file://host:99x/%ZZ', 'file:///%00']) {
      await editor.write(strange, text);
      expect(await editor.findings(strange)).toBeInstanceOf(Array);
    }
  });

  it('survives broken and huge texts, and requests in the middle of changes', async () => {
    const { editor, uri } = await open();
    const huge = text + '应为[#requirements]。GB/T 191—2008 | `'.repeat(160_000);
    const broken = [
      text.replace('ics: [', 'ics: [[{'),
      text.replace('---\n', '--\n'),
      '---\nnumber: \n',
      `---\nnumber: &a [*a]\n---\n`,
      '\u0000\uFFFE---\r\rnumber:',
      '',
      huge,
    ];
    for (const each of broken) {
      await editor.write(uri, each);
      const far = { line: 4_000_000, character: 4_000_000 };
      const answers = [
        editor.ask('textDocument/hover', { textDocument: { uri }, position: far }),
        editor.ask('textDocument/completion', { textDocument: { uri }, position: far }),
        editor.ask('textDocument/codeAction', {
          textDocument: { uri },
          range: { start: far, end: far },
          context: { diagnostics: [] },
        }),
      ];
      await editor.write(uri, each + text);
      await Promise.all(answers);
    }
    await editor.write(uri, text);
    const lost = (await editor.findings(uri)).filter(({ code }) => code === 'xref-unknown');
    expect(lost).toMatchObject([{ range: placeOf(text, '[#lost]') }]);
    await expect(editor.ask('textDocument/hover', {})).rejects.toThrow(/textDocument\/hover/);
    expect(await editor.close()).toBe(0);
  });
});

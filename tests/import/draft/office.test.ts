import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDraft } from '#import/draft/import-draft.ts';
import { findOffice } from '#import/draft/office.ts';
import { bodyOf } from '#tests/support/word-import.ts';
import { makeFolder } from '#tests/support/temporary-library.ts';
import { makeWord, p } from '#tests/support/word-file.ts';

const number = 'DB9902/T 71—2027';
const limits = { seconds: 60, megabytes: 640 };
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A file of the old Word format, as far as anybody looks at it here. */
const old = (() => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from('WordDocument', 'utf16le'), 1024);
  return bytes;
})();

/** A program that is called as LibreOffice is: it gives back one file for each, and notes how it was called. */
function makeOffice(made: Uint8Array | null) {
  const folder = makeFolder();
  const [office, fixture, log] = ['soffice', 'fixture', 'log'].map((name) => join(folder, name));
  if (made) writeFileSync(fixture ?? '', made);
  writeFileSync(
    office ?? '',
    `#!/bin/sh
printf '%s\\n' "$@" > '${log}'
while [ $# -gt 0 ]; do
  case "$1" in
    --convert-to) to="$2"; shift 2 ;;
    --outdir) out="$2"; shift 2 ;;
    -*) shift ;;
    *) name=$(basename "$1"); [ -f '${fixture}' ] && cp '${fixture}' "$out/\${name%.*}.$to"; shift ;;
  esac
done
`,
  );
  chmodSync(office ?? '', 0o755);
  return { office: office ?? '', folder, calls: () => readFileSync(log ?? '', 'utf8').split('\n') };
}

describe.skipIf(process.platform === 'win32')('where LibreOffice is on the machine', () => {
  test('a file of the old format is read through it, and the report says so', async () => {
    const { office, calls } = makeOffice(makeWord({ body: p('1 范围') + p('本文件规定了样例。') }));
    const draft = await importDraft(old, '../../旧.doc', { number }, { ...limits, office });
    if ('zh' in draft) throw new Error(draft.en);
    expect(bodyOf(draft)).toBe('# 范围\n\n本文件规定了样例。\n');
    expect(draft.report.notices.map(({ en }) => en).join()).toContain('by LibreOffice');
    const [source = ''] = calls().filter((argument) => argument.endsWith('.doc'));
    expect(source).toMatch(/source-0\.doc$/);
    expect(existsSync(source)).toBe(false);
  });

  test('formulae that it did not bring over are told, with what to do, and those that came are not', async () => {
    const math = '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>';
    const { office } = makeOffice(
      makeWord({ body: p('1 范围') + p(`<w:r><w:t>在</w:t></w:r>${math}`) }),
    );
    const withFormulas = (count: number): Uint8Array => {
      const bytes = old.slice();
      for (let at = 0; at < count; at += 1)
        bytes.set(Buffer.from('Equation Native', 'utf16le'), 1200 + at * 128);
      return bytes;
    };
    const tell = async (count: number): Promise<readonly string[]> => {
      const draft = await importDraft(
        withFormulas(count),
        '旧.doc',
        { number },
        { ...limits, office },
      );
      if ('zh' in draft) throw new Error(draft.en);
      const lost = draft.report.left.filter(
        ({ kind, needsPerson }) => kind === 'formula' && needsPerson,
      );
      return lost.map(({ why }) => why.en);
    };
    expect(await tell(1)).toEqual([]);
    expect(await tell(3)).toEqual([
      expect.stringMatching(
        /^2 formulae of the file did not come over.*libreoffice-math/s,
      ) as string,
    ]);
  });

  test('what it does not make is said, with what to do', async () => {
    const { office } = makeOffice(null);
    expect(await importDraft(old, '旧.doc', { number }, { ...limits, office })).toMatchObject({
      en: expect.stringContaining('LibreOffice could not read it') as string,
    });
  });

  test('pictures of Windows become pictures that pages show', async () => {
    const { office } = makeOffice(png);
    const draft = await importDraft(
      withPicture('emf'),
      '稿.docx',
      { number },
      { ...limits, office },
    );
    if ('zh' in draft) throw new Error(draft.en);
    expect([...draft.files.keys()]).toEqual(['index.md', 'figure-1.png']);
    expect(draft.report.left.map(({ why }) => why.en).join()).not.toContain('cannot be shown');
  });

  test('it is found on the PATH', () => {
    const { office, folder } = makeOffice(null);
    expect(findOffice(`/nowhere:${folder}`)).toBe(office);
    expect(findOffice('/nowhere')).toBeUndefined();
  });
});

const withPicture = (extension: string): Uint8Array =>
  makeWord({
    body:
      p('1 范围') + p('<w:r><w:drawing><a:blip r:embed="rA"/></w:drawing></w:r>') + p('图1 样例'),
    pictures: { rA: { name: `a.${extension}`, bytes: png } },
  });

describe('where it is not', () => {
  test('a file of the old format gives a sentence that says what to do', async () => {
    const draft = await importDraft(old, '旧.doc', { number }, { ...limits, office: undefined });
    expect(draft).toMatchObject({
      zh: expect.stringContaining('另存为 .docx') as string,
      en: expect.stringContaining('install LibreOffice') as string,
    });
  });

  test('a picture of Windows is named as what a person has to save anew', async () => {
    const draft = await importDraft(
      withPicture('wmf'),
      '稿.docx',
      { number },
      { ...limits, office: undefined },
    );
    if ('zh' in draft) throw new Error(draft.en);
    expect([...draft.files.keys()]).toEqual(['index.md']);
    expect(draft.report.left.map(({ why }) => why.en).join()).toContain('WMF cannot be shown');
  });
});

import { describe, expect, it } from 'vitest';
import { decodePlainText } from '#library/decode.ts';
import { openLibrary } from '#library/open.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const read = (text: string) => {
  const found: Diagnostic[] = [];
  return { text: decodePlainText(new TextEncoder().encode(text), 'a.csv', found), found };
};

describe('a file that is no standard', () => {
  it('is read without controls, each line that had one told', () => {
    const { text, found } = read(
      '甲,\u202Egnp.exe\u202C\n乙\n丙\u0000丁\u2028戊,\u200B\uFFFD\uE000\n',
    );
    // What was lost, and what only some font has, stays to be seen.
    expect(text).toBe('甲,gnp.exe\n乙\n丙丁 戊,\u200B\uFFFD\uE000\n');
    expect(found.map(({ rule, range, message }) => [rule, range.start.line, message.en])).toEqual([
      ['encoding', 1, expect.stringContaining('U+202E U+202C')],
      ['encoding', 3, expect.stringContaining('U+0000 U+2028')],
    ]);
  });

  it('has twenty such lines named at most', () => {
    expect(read('\u0001\n'.repeat(500)).found).toHaveLength(20);
  });

  it.each([
    ['site.yaml', 'names: { full: "海州\u202E市" }\n'],
    ['catalogue/a.csv', 'number,title,as_of\nGB/T 90001-2020,样\u202E例,2026-01-01\n'],
    ['vocabulary/bodies.csv', 'code,zh,en\nA,样\u202E例,Sample\n'],
    ['vocabulary/chains.yaml', '- { id: a, zh: "样\u202E例", en: Sample }\n'],
    ['notices/2026-01-01-a.md', '---\nkind: issued\n---\n样\u202E例\n'],
    ['glossary/a.yaml', '- { id: a, zh: "样\u202E例" }\n'],
    ['projects/a/project.yaml', 'title: "样\u202E例"\n'],
    ['systems/a.yaml', 'name: { zh: "样\u202E例", en: Sample }\n'],
  ])('%s is such a file', async (file, text) => {
    const dir = makeFolder();
    writeFiles(dir, { [standardPath(1)]: writeStandard({ serial: 1 }), [file]: text });
    const { diagnostics } = await openLibrary({ dir, cache: makeFolder() });
    const [found] = diagnostics.filter(({ rule }) => rule === 'encoding');
    expect(found).toMatchObject({ file, severity: 'warning' });
  });
});

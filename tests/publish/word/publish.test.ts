import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportWord } from '#publish/word/export.ts';
import { prepare, rename } from '../small-library.ts';
import { standardPath, writeFiles, writeStandard } from '../../support/temporary-library.ts';

const english = `---
language: en
---

# Scope

This document sets requirements.

This document applies to samples.

# Normative references

# Terms and definitions

# Requirements

##

Samples shall be complete.

##

Samples shall be clear.

# Inspection

##

Samples are inspected for [#requirements].

##

Results are kept.

##

Packages shall conform to DB9902/T 1—2024.
`;

describe('a publication with Word files', () => {
  it('makes one of each text, again only where it changed, and leads to it', async () => {
    const { dir, out, build } = prepare();
    const path = (serial: number, language = '') =>
      join(out, `${language}standards/db9902-t-${serial}-2024/db9902-t-${serial}-2024.docx`);
    const read = (serial: number) => readFileSync(path(serial));
    writeFiles(dir, { [standardPath(2).replace('index.md', 'index.en.md')]: english });
    const first = await build({ word: true });
    expect(first).toMatchObject({ ok: true, withheld: [] });
    for (const serial of [1, 2, 3]) expect(read(serial).subarray(0, 2).toString()).toBe('PK');
    const page = (language: string, serial: number) =>
      readFileSync(join(out, `${language}standards/db9902-t-${serial}-2024/index.html`), 'utf8');
    expect(page('', 1)).toContain('href="/standards/db9902-t-1-2024/db9902-t-1-2024.docx"');
    expect(page('en/', 2)).toContain('href="/en/standards/db9902-t-2-2024/db9902-t-2-2024.docx"');
    expect(page('en/', 1)).toMatch(
      /href="\/standards\/db9902-t-1-2024\/db9902-t-1-2024\.docx"[^>]*hreflang="zh-CN"[^>]*>Word in Chinese/,
    );
    expect(existsSync(path(2, 'en/'))).toBe(true);
    expect(existsSync(path(1, 'en/'))).toBe(false);

    const before = [1, 2, 3].map(read);
    writeFiles(dir, { [standardPath(1)]: rename(1, '另一个名称') });
    expect((await build({ word: true })).drawn).toBeLessThan(first.drawn);
    expect(read(1).equals(before[0] ?? Buffer.of())).toBe(false);
    for (const serial of [2, 3])
      expect(read(serial).equals(before[serial - 1] ?? Buffer.of())).toBe(true);

    // Without them, neither file nor link is left.
    await build();
    expect(existsSync(path(1))).toBe(false);
    expect(page('', 1)).not.toContain('.docx"');
  });

  it('makes none of a text that is not public', async () => {
    const { dir, out, build } = prepare();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({
        serial: 1,
        meta: 'bodyRestricted: 版权属于国际标准化组织\n',
      }),
    });
    await build({ word: true });
    expect(existsSync(join(out, 'standards/db9902-t-1-2024/db9902-t-1-2024.docx'))).toBe(false);
  });

  it('gives the same file of the same text, whenever it is made', async () => {
    const { dir } = prepare();
    const write = async () => (await exportWord(join(dir, standardPath(3), '..'), 'zh'))?.bytes;
    const first = await write();
    await write();
    expect(await write()).toEqual(first);
    expect(first?.length).toBeGreaterThan(1000);
  });
});

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPrinter } from '#publish/pdf/printer.ts';

import { prepare, rename } from '../small-library.ts';
import { standardPath, writeFiles, writeStandard } from '../../support/temporary-library.ts';

const printer = await findPrinter();

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

describe.skipIf(!('digest' in printer))('a publication with PDFs', () => {
  it('makes one of each text, again only where it changed, and leads to it', async () => {
    const { dir, out, build } = prepare();
    const path = (serial: number) =>
      join(out, `standards/db9902-t-${serial}-2024/db9902-t-${serial}-2024.pdf`);
    const read = (serial: number) => readFileSync(path(serial));
    writeFiles(dir, {
      [standardPath(2).replace('index.md', 'index.en.md')]: english,
    });
    const first = await build({ pdf: true });
    expect(first).toMatchObject({ ok: true, withheld: [] });
    expect(first.withoutPdf).toBeUndefined();
    for (const serial of [1, 2, 3]) expect(read(serial).subarray(0, 5).toString()).toBe('%PDF-');
    const page = (language: string, serial: number) =>
      readFileSync(join(out, `${language}standards/db9902-t-${serial}-2024/index.html`), 'utf8');
    expect(page('', 1)).toContain('href="/standards/db9902-t-1-2024/db9902-t-1-2024.pdf"');
    expect(page('en/', 2)).toContain('href="/en/standards/db9902-t-2-2024/db9902-t-2-2024.pdf"');
    expect(page('en/', 1)).toMatch(
      /href="\/standards\/db9902-t-1-2024\/db9902-t-1-2024\.pdf"[^>]*hreflang="zh-CN"/,
    );
    expect(
      statSync(join(out, 'en/standards/db9902-t-2-2024/db9902-t-2-2024.pdf')).size,
    ).toBeGreaterThan(1000);

    // Of the two ways to paper, that with page numbers is named on the other.
    expect(page('', 1)).toContain('网页上的 PDF 有页码');
    expect(page('en/', 2)).toContain('or take the PDF among the files');
    expect(page('en/', 1)).not.toContain('or take the PDF');

    const before = [1, 2, 3].map(read);
    writeFiles(dir, { [standardPath(1)]: rename(1, '另一个名称') });
    expect((await build({ pdf: true })).drawn).toBeLessThan(first.drawn);
    expect(read(1).equals(before[0] ?? Buffer.of())).toBe(false);
    for (const serial of [2, 3])
      expect(read(serial).equals(before[serial - 1] ?? Buffer.of())).toBe(true);

    // Without them, neither file nor link is left.
    await build();
    expect(existsSync(path(1))).toBe(false);
    expect(page('', 1)).not.toContain('.pdf"');
  });

  it('makes none of a text that is not public', async () => {
    const { dir, out, build } = prepare();
    writeFiles(dir, {
      [standardPath(1)]: writeStandard({
        serial: 1,
        meta: 'bodyRestricted: 版权属于国际标准化组织\n',
      }),
    });
    await build({ pdf: true });
    expect(existsSync(join(out, 'standards/db9902-t-1-2024/db9902-t-1-2024.pdf'))).toBe(false);
  });
});

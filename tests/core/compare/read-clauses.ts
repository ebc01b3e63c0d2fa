import type { ComparableText } from '#core/compare/index.ts';
import type { Language } from '#core/model/standard.ts';
import { renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';

const head = `---
number: DB9902/T 99—2025
title: 样例
issuers: [示范市市场监督管理局]
sample: true
---

# 范围

本文件规定了样例。

`;

/** Clauses in the dialect of the library, as they are compiled; in English as those of a translation. */
export function readClauses(markdown: string, language: Language = 'zh'): ComparableText {
  const original = parseDocument(head + markdown, { file: 'index.md' });
  if (language === 'zh') return renderDocument(original).text;
  const source = `---\nlanguage: en\n---\n\n# Scope\n\nThis document sets out a sample.\n\n${markdown}`;
  return renderDocument(
    parseDocument(source, { file: 'index.en.md', language, original: original.meta }),
  ).text;
}

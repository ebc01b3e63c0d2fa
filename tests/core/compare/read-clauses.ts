import type { ComparableText } from '#core/compare/index.ts';
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

/** Clauses in the dialect of the library, as they are compiled. */
export const readClauses = (markdown: string): ComparableText =>
  renderDocument(parseDocument(head + markdown, { file: 'index.md' })).text;

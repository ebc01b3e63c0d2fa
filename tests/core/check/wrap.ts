import { checkDocument } from '#core/check/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';

const front = `---
number: DB9902/T 1—2024
title: 样例
issuers: [示范市市场监督管理局]
ics: ['03.100']
issued: 2024-01-05
implemented: 2024-03-01
---

`;

const chapters = `# 范围

本文件规定了样例的要求。

# 规范性引用文件

# 术语和定义

# 样例要求

`;

/** An example of a rule as a whole document; see `ExampleText`. */
export function wrap(example: string): string {
  if (example.startsWith('---')) return example;
  return front + (example.startsWith('# ') ? '' : chapters) + example;
}

export const frontOf = (lines: string): string => front.replace('---\n\n', `${lines}\n---\n\n`);

export { chapters };

export function checkSource(source: string): readonly Diagnostic[] {
  const doc = parseDocument(source, { file: 'standards/local/sample/index.md' });
  return [...doc.diagnostics, ...renderDocument(doc).diagnostics, ...checkDocument(doc)];
}

/** The source with the fixes put in, last first. */
export function applyFixes(source: string, found: readonly Diagnostic[]): string {
  const fixes = found.flatMap(({ fix }) => fix ?? []).toSorted((a, b) => b.start - a.start);
  return fixes.reduce(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    source,
  );
}

/** What a finding points at. */
export function pointedAt(source: string, { range: { start, end } }: Diagnostic): string {
  const lines = source.split('\n');
  if (start.line === end.line)
    return lines[start.line - 1]?.slice(start.column - 1, end.column - 1) ?? '';
  return (lines[start.line - 1] ?? '').slice(start.column - 1);
}

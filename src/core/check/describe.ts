import { nameSeverity } from '../model/diagnostic.ts';
import { rules } from './registry.ts';
import type { ExampleFiles, ExampleText, Rule } from './rule.ts';

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** An example as text: that of one document as it is, files each under its path. */
export function writeExample(example: ExampleText | ExampleFiles): string {
  if (typeof example === 'string') return example;
  return Object.entries(example)
    .map(([path, content]) => `${path}\n${writeContent(content)}`)
    .join('\n\n');
}

function writeContent(content: string | Uint8Array): string {
  if (typeof content === 'string') return content.trim();
  return [...content].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** An example in a cell: lines broken with `⏎`, cut where it is long. */
function showExample(example: ExampleText | ExampleFiles): string {
  const line = writeExample(example).trim().replaceAll(/\n+/g, ' ⏎ ').replaceAll('\t', ' ⇥ ');
  return `\`${inCell(line.length > 240 ? `${line.slice(0, 239)}…` : line)}\``;
}

function describeRule({ id, severity, source, summary, examples }: Rule): string {
  return `| <a id="${id}"></a>\`${id}\` | ${nameSeverity(severity)} | ${inCell(source)} | ${inCell(summary.zh)}<br>${inCell(summary.en)} | ${showExample(examples.bad)} | ${showExample(examples.good)} |`;
}

/** The whole of docs/rules.md. */
export function renderRules(): string {
  const head = [
    '| 规则 Rule | 程度 Severity | 依据 Source | 说明 What | 反例 Bad | 正例 Good |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  const table = (scope: Rule['scope']) => [
    ...head,
    ...rules.filter((rule) => rule.scope === scope).map(describeRule),
  ];
  return `${[
    '# 检查规则 · Rules',
    '',
    '此页由 `src/core/check/` 生成，请勿手改。规则的 id 一经公布，含义不变。例中 `⏎` 表示换行，`⇥` 表示制表符；没有写出的部分与没有问题的标准库相同。',
    'This page is generated from `src/core/check/`; do not edit it. The id of a rule never changes its meaning. In examples `⏎` stands for a line break and `⇥` for a tab; what is left out is as in a library without findings.',
    '',
    `## 单个文件 · One file`,
    '',
    ...table('document'),
    '',
    '## 整个标准库 · The whole library',
    '',
    ...table('library'),
    '',
    '## 标准体系 · Standard systems',
    '',
    ...table('system'),
    '',
    '## 项目 · Projects',
    '',
    ...table('project'),
    '',
    '## 读入文件时 · While a file is read',
    '',
    ...table('parse'),
  ].join('\n')}\n`;
}

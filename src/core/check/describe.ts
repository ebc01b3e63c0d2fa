import { nameSeverity } from '../model/diagnostic.ts';
import { parseRules } from '../model/parse-rules.ts';
import type { ParseRuleFacts } from '../model/parse-rules.ts';
import { rules } from './registry.ts';
import type { Rule } from './rule.ts';

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Breaks lines with `⏎` so that an example fits in a cell. */
function showExample(text: string): string {
  const line = text.trim().replaceAll(/\n+/g, ' ⏎ ');
  return `\`${inCell(line.length > 90 ? `${line.slice(0, 89)}…` : line)}\``;
}

function describeRule(rule: Rule): string {
  const example = rule.scope === 'document' ? showExample(rule.examples.bad) : inCell(rule.example);
  const fixed = rule.scope === 'document' ? showExample(rule.examples.good) : '—';
  return `| <a id="${rule.id}"></a>\`${rule.id}\` | ${nameSeverity(rule.severity)} | ${inCell(rule.source)} | ${inCell(rule.summary.zh)}<br>${inCell(rule.summary.en)} | ${example} | ${fixed} |`;
}

function describeParseRule({ id, severity, source, summary }: ParseRuleFacts): string {
  return `| <a id="${id}"></a>\`${id}\` | ${nameSeverity(severity)} | ${inCell(source)} | ${inCell(summary.zh)}<br>${inCell(summary.en)} |`;
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
    '此页由 `src/core/check/` 生成，请勿手改。规则的 id 一经公布，含义不变。例中 `⏎` 表示换行。',
    'This page is generated from `src/core/check/`; do not edit it. The id of a rule never changes its meaning. `⏎` stands for a line break.',
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
    '## 读入文件时 · While a file is read',
    '',
    '| 规则 Rule | 程度 Severity | 依据 Source | 说明 What |',
    '| --- | --- | --- | --- |',
    ...parseRules.map(describeParseRule),
  ].join('\n')}\n`;
}

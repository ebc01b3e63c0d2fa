import { printable } from './printable.ts';
import { compareDiagnostics, nameSeverity } from '#core/model/diagnostic.ts';
import type { Diagnostic, Range } from '#core/model/diagnostic.ts';

const printedMost = 500;

/** Languages a report can be in; both where none is chosen. */
export const reportLanguages = ['zh', 'en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

const weights = { error: 0, warning: 1, info: 2 } as const;

/** Findings file by file, the heaviest of a file first, else in the order of the file. */
export function sortByWeight(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) =>
    a.file === b.file
      ? weights[a.severity] - weights[b.severity] || compareDiagnostics(a, b)
      : compareDiagnostics(a, b),
  );
}

export interface DescribeOptions {
  /** Both languages where none is chosen. */
  readonly language?: ReportLanguage | undefined;
  /** The text of a file of the library; its line is then shown under the place. */
  readonly readSource?: (file: string) => string | undefined;
  /** How many findings exceptions let stand. */
  readonly allowed?: number;
}

/**
 * Findings for a terminal: file, line and column, rule and where it is explained, the line with a mark below what is meant, what
 * is wrong, what to do; in one language or both.
 */
export function describeDiagnostics(
  diagnostics: readonly Diagnostic[],
  { language, readSource, allowed = 0 }: DescribeOptions = {},
): string {
  const languages = language ? [language] : reportLanguages;
  const readLines = memoizeLines(readSource);
  const lines = sortByWeight(diagnostics)
    .slice(0, printedMost)
    .flatMap(({ file, range, severity, rule, message, hint }) => [
      printable(
        `${file}:${range.start.line}:${range.start.column}  ${nameSeverity(severity, language)}  ${rule}  docs/rules.md#${rule}`,
      ),
      ...markPlace(readLines(file)?.[range.start.line - 1], range),
      ...languages.map((each) => printable(`    ${message[each]}`)),
      ...(hint ? languages.map((each) => printable(`    → ${hint[each]}`)) : []),
    ]);
  const left = diagnostics.length - printedMost;
  if (left > 0)
    lines.push(`… 另有 ${left} 处，用 --json 看全部 · ${left} more, see all with --json`);
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((found) => found.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  const sums = {
    zh: `${errors} 错误、${warnings} 警告、${infos} 提示`,
    en: `${errors} errors, ${warnings} warnings, ${infos} notes`,
  };
  lines.push(languages.map((each) => sums[each]).join(' · '));
  if (allowed > 0) {
    const said = {
      zh: `另有 ${allowed} 处列为例外（exceptions.yaml）`,
      en: `${allowed} more let stand by exceptions.yaml`,
    };
    lines.push(languages.map((each) => said[each]).join(' · '));
  }
  return `${lines.join('\n')}\n`;
}

/** The lines of each file, read once. */
function memoizeLines(
  readSource: DescribeOptions['readSource'],
): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, readSource?.(file)?.split(/\r?\n/));
    return known.get(file);
  };
}

/** How much of a line is shown before what is meant, and in all. */
const SHOWN = { before: 30, most: 76 };

/** A line of the source and, below it, `^` under what is meant; a long line is cut on both sides. */
function markPlace(line: string | undefined, { start, end }: Range): readonly string[] {
  if (line === undefined || line.trim() === '') return [];
  const from = Math.max(0, start.column - 1 - SHOWN.before);
  const shown = line.slice(from, from + SHOWN.most);
  const last = end.line === start.line ? end.column - 1 : line.length;
  const before = shown.slice(0, start.column - 1 - from);
  const marked = shown.slice(before.length, Math.max(before.length, last - from));
  const cut = from > 0 ? '…' : '';
  const more = from + SHOWN.most < line.length ? '…' : '';
  const gutter = `  ${start.line} | `;
  return [
    `${gutter}${printable(`${cut}${shown}${more}`)}`,
    `${' '.repeat(gutter.length + cut.length + countCells(before))}${'^'.repeat(Math.max(1, countCells(marked)))}`,
  ];
}

/** Cells of a terminal that a text takes: two for a Chinese character or a full-width form. */
function countCells(text: string): number {
  return [...text].reduce(
    (sum, each) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u.test(
        each,
      )
        ? 2
        : 1),
    0,
  );
}

/**
 * Findings as GitHub shows them beside the lines of a change (`::error file=…`).
 *
 * @param folder the library's folder as seen from the repository
 */
export function annotateDiagnostics(diagnostics: readonly Diagnostic[], folder: string): string {
  const names = { error: 'error', warning: 'warning', info: 'notice' } as const;
  const value = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string =>
    value(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return sortByWeight(diagnostics)
    .slice(0, printedMost)
    .map(({ file, range, severity, rule, message }) => {
      const { line, column } = range.start;
      const place = `file=${property(folder === '' ? file : `${folder}/${file}`)},line=${line},col=${column},title=${property(rule)}`;
      return `::${names[severity]} ${place}::${value(`${message.zh}\n${message.en}`)}\n`;
    })
    .join('');
}

import { compareDiagnostics } from '#core/model/diagnostic.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';

const severities = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
} as const;

function nameSeverity(severity: Diagnostic['severity'], language?: ReportLanguage): string {
  const names = severities[severity];
  return language ? names[language] : `${names.zh} ${names.en}`;
}

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

/** Findings for a terminal: file, line and column, what is wrong, what to do; in one language or both. */
export function describeDiagnostics(
  diagnostics: readonly Diagnostic[],
  language?: ReportLanguage,
): string {
  const languages = language ? [language] : reportLanguages;
  const lines = sortByWeight(diagnostics)
    .slice(0, printedMost)
    .flatMap(({ file, range, severity, rule, message, hint }) => [
      printable(
        `${file}:${range.start.line}:${range.start.column}  ${nameSeverity(severity, language)}  ${rule}`,
      ),
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
  return `${lines.join('\n')}\n`;
}

/** Text of a library as a terminal may see it: no control characters. */
function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, '�');
}

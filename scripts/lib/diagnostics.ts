import type { Diagnostic } from '../../src/core/model/diagnostic.ts';

const severities = { error: '错误 error', warning: '警告 warning', info: '提示 info' } as const;
const printedMost = 500;

/** Findings for a terminal: file, line and column, both languages, what to do. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.slice(0, printedMost).flatMap((found) => {
    const { line, column } = found.range.start;
    const place = `${found.file}:${line}:${column}`;
    return [
      `${place}  ${severities[found.severity]}  ${found.rule}`,
      `    ${found.message.zh}`,
      `    ${found.message.en}`,
      ...(found.hint ? [`    → ${found.hint.zh}`, `    → ${found.hint.en}`] : []),
    ].map(printable);
  });
  const left = diagnostics.length - printedMost;
  if (left > 0)
    lines.push(`… 另有 ${left} 处，用 --json 看全部 · ${left} more, see all with --json`);
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((found) => found.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  lines.push(
    `${errors} 错误、${warnings} 警告、${infos} 提示 · ${errors} errors, ${warnings} warnings, ${infos} notes`,
  );
  return `${lines.join('\n')}\n`;
}

/** Text of a library as a terminal may see it: no control characters. */
function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, '�');
}

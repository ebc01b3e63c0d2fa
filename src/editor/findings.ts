import { CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver/node.js';
import type * as protocol from 'vscode-languageserver/node.js';
import type { Diagnostic, Fix } from '#core/model/diagnostic.ts';
import type { Severity } from '#core/terms/index.ts';
import { findLineStarts } from '#core/text/syntax/positions.ts';
import { rangeBetween, toRange } from './places.ts';
import type { WrittenText } from './written.ts';

/** The language that is spoken to who writes. */
export type Spoken = 'zh' | 'en';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const names = { zh: '标链', en: 'Biaolian' } as const;

/** Returns a finding as an editor shows it; `rules` is the address of the page that explains the rules. */
export function toProtocol(
  { rule, severity, message, hint, range }: Diagnostic,
  spoken: Spoken,
  rules: string,
): protocol.Diagnostic {
  return {
    range: toRange(range),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: `${rules}#${rule}` },
    source: names[spoken],
    message: hint ? `${message[spoken]}\n${hint[spoken]}` : message[spoken],
  };
}

const said = {
  mend: { zh: '改正', en: 'Mend' },
  accept: { zh: '照建议改', en: 'Accept what is proposed' },
  all: { zh: '改正本文件里能自动改正的全部问题', en: 'Mend all in this file that can be mended' },
} as const;

/** Returns what can be done about the findings that a range touches, and at last about all that carry a fix. */
export function listActions(
  uri: string,
  written: WrittenText,
  range: protocol.Range,
  spoken: Spoken,
  rules: string,
): readonly protocol.CodeAction[] {
  const lineStarts = findLineStarts(written.source);
  const findings = written.findings();
  const touched = findings.filter((found) => touches(toRange(found.range), range));
  const make = (
    title: string,
    kind: string,
    fixes: readonly Fix[],
    found?: Diagnostic,
  ): protocol.CodeAction => ({
    title,
    kind,
    ...(found && { diagnostics: [toProtocol(found, spoken, rules)] }),
    edit: {
      changes: {
        [uri]: fixes.map(({ start, end, text }) => ({
          range: rangeBetween(lineStarts, start, end),
          newText: text,
        })),
      },
    },
  });
  const title = (verb: keyof typeof said, { message }: Diagnostic) =>
    `${said[verb][spoken]}${spoken === 'zh' ? '：' : ': '}${message[spoken]}`;
  const single = touched.flatMap((found) => {
    const { fix, proposals = [] } = found;
    const mend = fix && make(title('mend', found), CodeActionKind.QuickFix, [fix], found);
    const accept =
      proposals.length > 0 &&
      make(title('accept', found), CodeActionKind.QuickFix, chooseApart(proposals), found);
    return [...(mend ? [{ ...mend, isPreferred: true }] : []), ...(accept ? [accept] : [])];
  });
  const all = chooseApart(findings.flatMap(({ fix }) => (fix ? [fix] : [])));
  return all.length === 0
    ? single
    : [...single, make(said.all[spoken], CodeActionKind.SourceFixAll, all)];
}

function touches(a: protocol.Range, b: protocol.Range): boolean {
  const isBefore = (left: protocol.Position, right: protocol.Position) =>
    left.line < right.line || (left.line === right.line && left.character < right.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** Fixes of which none reaches into another, the first ones first: the next check finds the rest. */
function chooseApart(fixes: readonly Fix[]): readonly Fix[] {
  let at = -1;
  return fixes
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }) => {
      if (start < at || (start === at && end === at)) return false;
      at = end;
      return true;
    });
}

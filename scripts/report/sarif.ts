import { createHash } from 'node:crypto';
import { rules } from '#core/check/index.ts';
import type { AllowedFinding } from '#core/check/index.ts';
import type { Bilingual, Diagnostic, Range } from '#core/model/diagnostic.ts';
import { findLineStarts, offsetAt, rangeAt } from '#core/text/syntax/positions.ts';

export interface SarifOptions {
  /** The release of this project. */
  readonly version: string;
  /** The folder of the library as seen from the repository, forward slashes; empty where they are one. */
  readonly folder: string;
  /** The address of docs/rules.md, without a fragment. */
  readonly rulesUrl: string;
  /** The text of a file of the library, LF line ends; undefined where there is none. */
  readonly readSource: (file: string) => string | undefined;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

const both = ({ zh, en }: Bilingual): { readonly text: string } => ({ text: `${zh}\n${en}` });

/**
 * Findings as one run of SARIF 2.1.0: each with its rule, its place, a fingerprint that stays the same when lines move, and
 * the fix where it has one. Findings that are allowed are there as suppressed, with the reason.
 */
export function writeSarif(
  diagnostics: readonly Diagnostic[],
  allowed: readonly AllowedFinding[],
  options: SarifOptions,
): string {
  const { version, rulesUrl } = options;
  const reasons = new Map(allowed.map(({ found, exception }) => [found, exception.reason]));
  const all = [...diagnostics, ...reasons.keys()];
  const named = new Set(all.map(({ rule }) => rule));
  const broken = rules.filter(({ id }) => named.has(id));
  const indexOf = new Map(broken.map(({ id }, index) => [id, index]));
  const fingerprints = fingerprintFindings(all, options.readSource);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'biaolian',
            fullName: '标链 Biaolian',
            version,
            informationUri: rulesUrl,
            language: 'zh-CN',
            rules: broken.map(({ id, severity, source, summary }) => ({
              id,
              shortDescription: both(summary),
              help: { text: `${summary.zh}\n${summary.en}\n${source}\n${rulesUrl}#${id}` },
              helpUri: `${rulesUrl}#${id}`,
              defaultConfiguration: { level: levels[severity] },
              properties: { source },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: all.map((found, index) => {
          const reason = reasons.get(found);
          return {
            ruleId: found.rule,
            ruleIndex: indexOf.get(found.rule) ?? -1,
            level: levels[found.severity],
            message: both(found.message),
            locations: [
              {
                physicalLocation: {
                  artifactLocation: toArtifact(found.file, options.folder),
                  region: toRegion(found.range),
                },
              },
            ],
            partialFingerprints: { 'ruleFileText/v1': fingerprints[index] ?? '' },
            ...(found.fix && { fixes: toFixes(found, options) }),
            ...(reason !== undefined && {
              suppressions: [{ kind: 'external', status: 'accepted', justification: reason }],
            }),
            properties: {
              rule: `${rulesUrl}#${found.rule}`,
              ...(found.hint && { hint: `${found.hint.zh}\n${found.hint.en}` }),
            },
          };
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A path as a relative reference: each step of it percent-encoded. */
function toArtifact(file: string, folder: string): { readonly uri: string } {
  const path = folder === '' ? file : `${folder}/${file}`;
  return { uri: path.split('/').map(encodeURIComponent).join('/') };
}

function toRegion({ start, end }: Range) {
  const isEmpty = start.line === end.line && start.column === end.column;
  return {
    startLine: start.line,
    startColumn: start.column,
    ...(!isEmpty && { endLine: end.line, endColumn: end.column }),
  };
}

function toFixes({ file, fix, hint, message }: Diagnostic, options: SarifOptions) {
  const source = options.readSource(file);
  if (!fix || source === undefined) return undefined;
  const { start, end } = rangeAt(findLineStarts(source), fix.start, fix.end);
  return [
    {
      description: both(hint ?? message),
      artifactChanges: [
        {
          artifactLocation: toArtifact(file, options.folder),
          replacements: [
            {
              deletedRegion: {
                startLine: start.line,
                startColumn: start.column,
                endLine: end.line,
                endColumn: end.column,
              },
              insertedContent: { text: fix.text },
            },
          ],
        },
      ],
    },
  ];
}

/**
 * For each finding a digest of its rule, its file, the words it points at and the text of their lines, without spaces, and of how many
 * like it stand before: the same wherever in the file these lines have moved to.
 */
function fingerprintFindings(
  diagnostics: readonly Diagnostic[],
  readSource: SarifOptions['readSource'],
): readonly string[] {
  const sources = new Map<string, { readonly text: string; readonly starts: readonly number[] }>();
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, file, range }) => {
    let source = sources.get(file);
    if (!source) {
      const text = readSource(file) ?? '';
      sources.set(file, (source = { text, starts: findLineStarts(text) }));
    }
    const { text, starts } = source;
    const words = text.slice(offsetAt(starts, range.start), offsetAt(starts, range.end));
    const lines = text.slice(
      starts[range.start.line - 1] ?? text.length,
      (starts[range.end.line] ?? text.length + 1) - 1,
    );
    const said = [rule, file, words, lines].map((each) => each.replaceAll(/\s/g, '')).join('\n');
    const before = seen.get(said) ?? 0;
    seen.set(said, before + 1);
    return createHash('sha256').update(`${said}\n${before}`).digest('hex').slice(0, 32);
  });
}

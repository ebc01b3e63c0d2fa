import { z } from 'zod';
import { once } from '../base/memo.ts';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import { makeFinding } from '../model/finding.ts';
import { day } from '../model/meta.ts';
import { fileStart, startReport } from '../text/report.ts';
import { readYaml, validateYaml } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { nearestName } from './near.ts';
import { rules } from './registry.ts';

const text = z.string().trim().min(1).max(500);
const ids = rules.map(({ id }) => id);

const entry = z.strictObject({
  rule: z
    .string()
    .refine((id) => ids.includes(id), {
      error: ({ input }) => {
        const near = nearestName(String(input), ids);
        return `没有这条规则，相近的是 ${near}｜no rule has this name; near it is ${near}`;
      },
    })
    // For editors.
    .meta({ enum: ids }),
  /** A file of the library, or the folder of a standard. */
  file: text,
  /** The number or the id of a clause: what stands in it and in its sub-clauses. */
  clause: z.union([text, z.number().transform(String)]).optional(),
  /** Words of the line that the finding points at. */
  words: text.optional(),
  reason: text,
  by: text,
  /** The last day on which it holds. */
  until: day,
});

/** `exceptions.yaml`: findings that somebody has looked at and lets stand. See docs/authoring.md. */
export const exceptionsFile = z.array(entry).max(5000);

/** One item of the file, with where its rule is named. */
export interface Exception extends z.infer<typeof entry> {
  readonly range: Range;
}

/** A finding that an exception lets stand. */
export interface AllowedFinding {
  readonly found: Diagnostic;
  readonly exception: Exception;
}

const words: YamlWords = {
  broken: { rule: 'exceptions-file' },
  unknownKey: { rule: 'exceptions-file' },
  value: { rule: 'exceptions-file' },
  name: { zh: '例外文件', en: 'file of exceptions' },
  guide: {
    zh: '每项写 rule、file、reason、by、until，可写 clause、words，见 docs/authoring.md',
    en: 'Each item has rule, file, reason, by and until, perhaps clause and words; see docs/authoring.md',
  },
  deepest: 3,
};

/** The items of `exceptions.yaml`; none, with findings at their lines, where it cannot be used. `source` uses LF line ends. */
export function readExceptions(
  source: string,
  file: string,
): { readonly exceptions: readonly Exception[]; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const { data, ranges } = readYaml(source, 0, words, report);
  const isEmpty = !Array.isArray(data) && Object.keys(data ?? {}).length === 0;
  const items =
    data === undefined || isEmpty
      ? []
      : (validateYaml(exceptionsFile, data, ranges, words, report) ?? []);
  const exceptions = items.map((item, index) => ({
    ...item,
    range: ranges.get(`${index}.rule`) ?? fileStart,
  }));
  return { exceptions, diagnostics: report.found };
}

/** What an exception may name of the place of a finding, worked out when it is asked for. */
export interface FindingPlace {
  /** The lines of the source that the finding goes across. */
  readonly lines: string;
  /** Numbers, printed names and ids of the clause that it stands in and of those around it. */
  readonly clauses: readonly string[];
}

interface PlacedClause {
  readonly id: string;
  readonly address: string;
  readonly label: string;
  readonly parent: number | null;
  readonly line: number;
}

/** Where a finding stands in a text, by its lines and clauses. */
export function placeFinding(
  { range }: Diagnostic,
  source: string,
  clauses: readonly PlacedClause[],
): FindingPlace {
  const names: string[] = [];
  let at: number | null = clauses.findLastIndex(({ line }) => line <= range.start.line);
  for (let clause = clauses[at]; clause; clause = at === null ? undefined : clauses[at]) {
    names.push(clause.id, clause.address, clause.label);
    at = clause.parent;
  }
  const lines = source.split('\n').slice(range.start.line - 1, range.end.line);
  return { lines: lines.join('\n'), clauses: names };
}

function matches(
  { rule, file, clause, words: said }: Exception,
  found: Diagnostic,
  placeOf: () => FindingPlace,
): boolean {
  if (found.rule !== rule) return false;
  const name = file.replace(/\/$/, '');
  if (found.file !== name && !found.file.startsWith(`${name}/`)) return false;
  if (clause !== undefined && !placeOf().clauses.includes(clause)) return false;
  return said === undefined || placeOf().lines.includes(said);
}

/** The exception that lets a finding stand on a day; undefined where none does, and for errors, which none can allow. */
export function findException(
  exceptions: readonly Exception[],
  found: Diagnostic,
  asOf: string,
  placeOf: () => FindingPlace,
): Exception | undefined {
  if (found.severity === 'error') return undefined;
  return exceptions.find((each) => each.until >= asOf && matches(each, found, placeOf));
}

/**
 * Findings without those that exceptions let stand, and these by themselves. Each exception whose day is past, that names an
 * error, or that matches nothing any more is a finding of its own.
 */
export function applyExceptions(
  diagnostics: readonly Diagnostic[],
  {
    file,
    exceptions,
    asOf,
    placeOf,
  }: {
    readonly file: string;
    readonly exceptions: readonly Exception[];
    readonly asOf: string;
    readonly placeOf: (found: Diagnostic) => FindingPlace;
  },
): { readonly diagnostics: readonly Diagnostic[]; readonly allowed: readonly AllowedFinding[] } {
  if (exceptions.length === 0) return { diagnostics, allowed: [] };
  const byRule = Map.groupBy(exceptions, ({ rule }) => rule);
  const used = new Set<Exception>();
  const refused = new Set<Exception>();
  const allowed: AllowedFinding[] = [];
  const left = diagnostics.filter((found) => {
    const place = once(() => placeOf(found));
    const named = (byRule.get(found.rule) ?? []).filter((each) => matches(each, found, place));
    const exception = findException(named, found, asOf, place);
    for (const each of named) (found.severity === 'error' ? refused : used).add(each);
    if (exception) allowed.push({ found, exception });
    return exception === undefined;
  });
  const stale = exceptions.flatMap((each) =>
    each.until < asOf || !used.has(each) ? [staleFinding(file, each, asOf, refused.has(each))] : [],
  );
  return { diagnostics: [...left, ...stale], allowed };
}

function staleFinding(
  file: string,
  { rule, range, until, file: where }: Exception,
  asOf: string,
  namesError: boolean,
): Diagnostic {
  const isPast = until < asOf;
  const message = isPast
    ? {
        zh: `例外的期限 ${until} 已过，不再生效`,
        en: `The exception held until ${until} and holds no longer`,
      }
    : namesError
      ? {
          zh: `“${rule}”在 ${where} 里是错误，不能列为例外`,
          en: `"${rule}" is an error in ${where}, which no exception allows`,
        }
      : {
          zh: `${where} 里已经没有这一项所指的“${rule}”`,
          en: `Nothing in ${where} breaks "${rule}" as this exception says`,
        };
  return makeFinding(file, {
    rule: 'exception-stale',
    range,
    message,
    hint: isPast
      ? {
          zh: '改正那处问题并删去这一项；还要保留的，核对理由后改期限',
          en: 'Mend what it allows and delete it, or look at its reason again and give it another day',
        }
      : {
          zh: '删去这一项，或改正它的 file、clause、words',
          en: 'Delete it, or correct its file, clause or words',
        },
  });
}

import type { Catalog } from '../catalog/index.ts';
import { locateInProject } from '../lifecycle/index.ts';
import type { Life, LifecycleParts, Limit } from '../lifecycle/index.ts';
import { compareDiagnostics } from '../model/diagnostic.ts';
import type { Diagnostic, Fix, Range } from '../model/diagnostic.ts';
import type { StandardRow } from '../model/row.ts';
import type { Systems } from '../systems/index.ts';
import type { ParsedDocument } from '../text/document.ts';
import { leaveOutConsequences } from '../text/structure/swallowed.ts';
import { findUnread } from '../text/syntax/bounds.ts';
import { missingFrontMatter } from '../text/syntax/front-matter.ts';
import { findLineStarts, offsetAt } from '../text/syntax/positions.ts';
import { mostFindings, tooManyFindings } from '../text/report.ts';
import { locateKey } from './locate.ts';
import { documentRules, libraryRules, projectRules, systemRules } from './registry.ts';
import { createRuleContext } from './rule-context.ts';

export { coverage, coverageProfiles, renderCoverage } from './coverage.ts';
export { renderRules, writeExample } from './describe.ts';
export {
  applyExceptions,
  exceptionsFile,
  findException,
  placeFinding,
  readExceptions,
} from './exceptions.ts';
export type { AllowedFinding, Exception, FindingPlace } from './exceptions.ts';
export { documentRules, rules } from './registry.ts';
export { checkMoved } from './moved.ts';
export { checkTranslation } from './translation.ts';
export type { Rule } from './rule.ts';

/**
 * All findings of the rules about one file, in the order of the file; what parsing itself found is in
 * `doc.diagnostics`. An English text is held to the rules of structure only.
 */
export function checkDocument(doc: ParsedDocument): readonly Diagnostic[] {
  if (doc.diagnostics.some(({ rule }) => rule === missingFrontMatter)) return [];
  if (findUnread(doc.diagnostics)) return [];
  const view = createRuleContext(doc);
  const found: Diagnostic[] = [];
  for (const rule of documentRules) {
    if (doc.language !== 'zh' && !rule.english) continue;
    for (const finding of rule.check(view)) {
      if (found.length >= mostFindings)
        return [...found.toSorted(compareDiagnostics), tooManyFindings(doc.file)];
      found.push({ rule: rule.id, severity: rule.severity, file: doc.file, ...finding });
    }
  }
  return leaveOutConsequences(found, doc.root, doc.source).toSorted(compareDiagnostics);
}

export interface LibraryOptions {
  /** Ids of chains and fields; where it is empty none is checked. */
  readonly chains?: readonly string[];
}

interface LifeOptions extends LibraryOptions {
  /** What is due of each standard; where there is none nothing is late. */
  readonly lives?: readonly Life[];
  readonly limits?: readonly Limit[];
}

export interface SystemOptions extends LibraryOptions {
  /** Ids of the library's projects; where it is empty none is asked for. */
  readonly projects?: ReadonlySet<string>;
  /** The source of a file: with it findings carry fixes. Asked for only where there is something to mend. */
  readonly sourceOf?: (file: string) => string | undefined;
}

/** All findings across files about some texts of a library, `all` unless they are named, by file and position. */
export function checkLibrary(
  catalog: Catalog,
  all: readonly StandardRow[],
  { chains = [], lives = [], limits = [] }: LifeOptions = {},
  rows: readonly StandardRow[] = all,
): readonly Diagnostic[] {
  const asked = rows === all ? null : new Set(rows);
  const found: Diagnostic[] = [];
  for (const rule of libraryRules) {
    const view = { catalog, rows, all, chains, lives, limits };
    for (const { row, at, ...finding } of rule.check(view)) {
      if (asked && !asked.has(row)) continue;
      const { metaRanges, file } = row;
      const range = 'meta' in at ? locateKey((path) => metaRanges[path], at.meta) : at;
      found.push({ rule: rule.id, severity: rule.severity, file, range, ...finding });
    }
  }
  return found.toSorted(compareDiagnostics);
}

/** All findings about standard systems, by file and position; at most `mostFindings` of a file. */
export function checkSystems(
  systems: Systems,
  catalog: Catalog,
  { chains = [], projects = new Set(), sourceOf }: SystemOptions = {},
): readonly Diagnostic[] {
  return systems.list.flatMap((system) => {
    const { file } = system.model;
    const found: Diagnostic[] = [];
    for (const rule of systemRules) {
      const findings = rule.check({ system, systems, catalog, chains, projects });
      for (const { replacement, range, ...finding } of findings) {
        if (found.length >= mostFindings)
          return [...found.toSorted(compareDiagnostics), tooManyFindings(file)];
        const source = replacement === undefined ? undefined : sourceOf?.(file);
        const fix =
          source !== undefined && replacement !== undefined
            ? fixAt(source, range, replacement)
            : undefined;
        const { id, severity } = rule;
        found.push({ rule: id, severity, file, range, ...finding, ...(fix && { fix }) });
      }
    }
    return found.toSorted(compareDiagnostics);
  });
}

export interface ProjectOptions
  extends LibraryOptions, Pick<LifecycleParts, 'kinds' | 'deadlines'> {
  /** Names of the vocabulary; where it is empty none is checked. */
  readonly bodies: ReadonlySet<string>;
  /** Ids of projects that have a text of their own. */
  readonly drafts: ReadonlySet<string>;
}

/** All findings about projects, by file and position. */
export function checkProjects(
  lives: readonly Life[],
  catalog: Catalog,
  { kinds, deadlines, chains = [], bodies, drafts }: ProjectOptions,
): readonly Diagnostic[] {
  const { limits } = deadlines;
  return lives.flatMap((life) => {
    const { project } = life;
    if (!project) return [];
    const hasDraft = drafts.has(project.id);
    const view = { life: { ...life, project }, kinds, limits, catalog, hasDraft, chains, bodies };
    const found = projectRules.flatMap((rule) =>
      Array.from(rule.check(view), ({ at, ...finding }): Diagnostic => {
        const { id, severity } = rule;
        const range = locateInProject(project, at);
        return { rule: id, severity, file: project.file, range, ...finding };
      }),
    );
    return found.toSorted(compareDiagnostics);
  });
}

function fixAt(source: string, range: Range, text: string): Fix {
  const starts = findLineStarts(source);
  return { start: offsetAt(starts, range.start), end: offsetAt(starts, range.end), text };
}

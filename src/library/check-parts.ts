import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '#core/base/memo.ts';
import { stemsOfMentions } from '#core/catalog/index.ts';
import type { Catalog, CatalogEntry } from '#core/catalog/index.ts';
import {
  applyExceptions,
  checkLibrary,
  checkMoved,
  checkProjects,
  checkSystems,
} from '#core/check/index.ts';
import { checkRecognitions } from '#core/cities/index.ts';
import { checkGlossary } from '#core/glossary/index.ts';
import type { buildIndicators } from '#core/indicators/index.ts';
import { checkLearning, createTextFinder } from '#core/learning/index.ts';
import { compareDiagnostics } from '#core/model/diagnostic.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import type { StandardRow } from '#core/model/row.ts';
import { checkNotices } from '#core/notices/index.ts';
import { stemsOf } from '#core/number/index.ts';
import { decodeText } from './decode.ts';
import { exceptionsFileName, placeInLibrary } from './exceptions.ts';
import { partOf } from './part-of.ts';
import { findPartnerErrors, recognitionFileName } from './partners.ts';
import type { Library, LibraryParts, RelatedLibrary } from './library-parts.ts';

/** What is related of a library, as its findings are made of it. */
interface RelatedParts extends Pick<
  Library,
  'rows' | 'catalog' | 'systems' | 'lives' | 'moved' | 'drafts' | 'body'
> {
  readonly indicators: ReturnType<typeof buildIndicators>;
  readonly beside: RelatedLibrary['beside'];
}

/** What the rules across texts found in a library, and its texts that others stand in place of now. */
export interface KnownFindings {
  readonly findings: readonly Diagnostic[];
  readonly texts: ReadonlyMap<StandardRow, StandardRow>;
}

/** What the rules across texts find; where it is known of a library in which some texts are others, only those are looked at that it can be another of. */
export function checkTexts(
  { vocabulary, deadlines }: LibraryParts,
  { rows, catalog, lives }: Pick<RelatedParts, 'rows' | 'catalog' | 'lives'>,
  known?: KnownFindings,
): readonly Diagnostic[] {
  const chains = vocabulary.chains.map(({ id }) => id);
  const options = { chains, lives, limits: deadlines.limits };
  if (!known) return checkLibrary(catalog, rows, options);
  const asked = listAffected(known.texts, catalog, rows);
  if (asked.length === 0) return known.findings;
  const files = new Set(asked.map(({ file }) => file));
  const found = checkLibrary(catalog, rows, options, asked);
  const rest = known.findings.filter(({ file }) => !files.has(file));
  return [...rest, ...found].sort(compareDiagnostics);
}

/**
 * The new texts, and those whose findings may name their titles or clauses: all that mention them or what they replace or are
 * replaced by, directly or through others.
 */
function listAffected(
  texts: KnownFindings['texts'],
  catalog: Catalog,
  rows: readonly StandardRow[],
): readonly StandardRow[] {
  const own = new Set(texts.values());
  const family = new Set<CatalogEntry>();
  for (const [before, after] of texts) {
    const entry = catalog.byKey(before.key);
    const [was, is] = [before, after].map(({ meta, addresses }) =>
      JSON.stringify([meta.title, addresses]),
    );
    if (entry && was !== is) family.add(entry);
  }
  if (family.size === 0) return rows.filter((row) => own.has(row));
  for (const entry of family) {
    for (const { key } of [...catalog.replacesOf(entry), ...catalog.replacedByOf(entry)]) {
      const other = catalog.byKey(key);
      if (other) family.add(other);
    }
  }
  const stems = new Set([...family].flatMap(({ key }) => stemsOf(key)));
  return rows.filter((row) => own.has(row) || stemsOfMentions(row).some((stem) => stems.has(stem)));
}

/** All findings of a library, those of the rules across texts among them; those that `exceptions.yaml` lets stand by themselves. */
export function checkParts(
  parts: LibraryParts,
  { rows, catalog, systems, lives, moved, indicators, drafts, body, beside }: RelatedParts,
  findings: readonly Diagnostic[],
): Pick<Library, 'diagnostics' | 'allowed'> {
  const { entries, vocabulary, rootOf, exceptions, asOf } = parts;
  const sourceOf = (file: string) => readSource(rootOf(partOf(file)), file);
  const chains = vocabulary.chains.map(({ id }) => id);
  const projects = new Set(parts.projects.map(({ id }) => id));
  const found = [
    ...entries.flatMap((entry) => entry.row?.diagnostics ?? entry.diagnostics),
    ...parts.drafts.flatMap((entry) => entry.row?.diagnostics ?? entry.diagnostics),
    ...parts.diagnostics,
    ...findings,
    ...checkMoved(rows, parts.register, moved),
    ...checkSystems(systems, catalog, { chains, projects, sourceOf }),
    ...checkProjects(lives, catalog, {
      kinds: parts.kinds,
      deadlines: parts.deadlines,
      chains,
      bodies: new Set(vocabulary.bodies.keys()),
      drafts: new Set(drafts.keys()),
    }),
    ...checkNotices(parts.notices, catalog),
    ...parts.partners.diagnostics,
    ...findPartnerErrors(parts.partnerEntries),
    ...beside.diagnostics,
    ...checkRecognitions(parts.partners.recognitions, catalog, recognitionFileName),
    ...checkLearning(parts, createTextFinder(catalog, body)),
    ...indicators.diagnostics,
    ...checkGlossary(parts.glossary),
    ...(entries.length === 0 ? [emptyLibrary(parts.dir)] : []),
  ].sort(compareDiagnostics);
  const slugOf = once(() => new Map(rows.map((row) => [partOf(row.file), row.slug])));
  return applyExceptions(found, {
    file: exceptionsFileName,
    exceptions,
    asOf,
    placeOf: (each) =>
      placeInLibrary(each, sourceOf, (file) => {
        const slug = slugOf().get(partOf(file));
        return slug === undefined ? undefined : body(slug);
      }),
  });
}

function readSource(root: string, file: string): string {
  try {
    return decodeText(readFileSync(join(root, file)), file, []) ?? '';
  } catch {
    return '';
  }
}

function emptyLibrary(dir: string): Diagnostic {
  return makeFinding('standards', {
    rule: 'library-empty',
    range: startOfLine(1),
    message: {
      zh: `标准库是空的：${dir} 里没有 standards/<类别>/<编号>/index.md`,
      en: `The library is empty: no standards/<kind>/<slug>/index.md in ${dir}`,
    },
    hint: {
      zh: '用 npm run std -- new 建第一项标准，或用 --library 指明标准库所在的文件夹',
      en: 'Create a first standard with npm run std -- new, or name the folder with --library',
    },
  });
}

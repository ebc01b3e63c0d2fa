import { join } from 'node:path';
import { buildCatalog, findMoved } from '#core/catalog/index.ts';
import type { Catalog } from '#core/catalog/index.ts';
import { admitPartners } from '#core/cities/index.ts';
import { buildGlossary } from '#core/glossary/index.ts';
import { buildIndicators } from '#core/indicators/index.ts';
import { buildLives, findIssued, findReviewYears } from '#core/lifecycle/index.ts';
import type { Life } from '#core/lifecycle/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import { buildSystems, issuePlans } from '#core/systems/index.ts';
import type { KnownSystems } from '#core/systems/index.ts';
import { loadBody } from './cache.ts';
import type { CacheEntry } from './cache.ts';
import { checkParts, checkTexts } from './check-parts.ts';
import type { KnownFindings } from './check-parts.ts';
import { keepFindings, loadFindings } from './kept-findings.ts';
import { compileStandard } from './compile-standard.ts';
import { readFolder } from './files.ts';
import type {
  Draft,
  ExchangedTexts,
  Library,
  LibraryParts,
  RelatedLibrary,
} from './library-parts.ts';
import { partnerOf } from './partners.ts';
import { closeStores } from './store.ts';

/** Relate the parts of a library: who cites and replaces whom, what each system has, and what is wrong across files. */
export function relate(parts: LibraryParts): Library {
  return relateParts(parts).library;
}

/** As {@link relate}, by what the process before found across texts, where only some texts are others since. */
export function relateNext(parts: LibraryParts): Library {
  const known = loadFindings(parts);
  const { library, findings } = relateParts(parts, undefined, known);
  if (findings !== known?.findings || parts.state?.before !== parts.state?.now)
    keepFindings(parts, findings);
  closeStores(parts.cache);
  return library;
}

const toKnownFindings = ({ from: { findings }, texts }: ExchangedTexts): KnownFindings => ({
  findings,
  texts,
});

const toKnownSystems = ({ from, texts }: ExchangedTexts): KnownSystems => ({
  systems: from.library.systems,
  changed: new Set([...texts.values()].map(({ key }) => key)),
});

/** As {@link relate}; from a library of the same parts but for some texts, or from what is known of one, where there is such. */
export function relateParts(
  parts: LibraryParts,
  exchanged?: ExchangedTexts,
  known: KnownFindings | undefined = exchanged && toKnownFindings(exchanged),
): RelatedLibrary {
  const { dir, asOf, cache, entries, vocabulary, rootOf } = parts;
  const rows: StandardRow[] = [];
  const entryOf = new Map<string, CacheEntry>();
  for (const entry of entries) {
    if (!entry.row) continue;
    rows.push(entry.row);
    if (!entryOf.has(entry.row.slug)) entryOf.set(entry.row.slug, entry);
  }
  const beside = exchanged?.from.beside ?? gatherPartners(parts, rows);
  for (const entry of parts.partnerEntries) {
    if (entry.row && !entryOf.has(entry.row.slug)) entryOf.set(entry.row.slug, entry);
  }
  const catalog = exchanged
    ? exchanged.from.library.catalog.exchange(exchanged.texts)
    : buildCatalogOf(parts, rows, beside);
  const issuedBy = new Map(
    parts.projects.map(({ id, number }) => [id, findIssued(number, catalog)?.key]),
  );
  const models = parts.models.map((model) => issuePlans(model, (id) => issuedBy.get(id)));
  const systems = buildSystems(models, catalog, exchanged && toKnownSystems(exchanged));
  const lives = exchanged ? exchangeLives(exchanged, catalog) : buildLives(parts, catalog);
  const find = (slug: string): CacheEntry => {
    const entry = entryOf.get(slug);
    if (!entry) throw new Error(`no hosted standard ${slug}`);
    return entry;
  };
  const body = keepLast((slug) => {
    const { body: name, path } = find(slug);
    return loadBody(cache, name ?? '') ?? recompile(rootOf(path), path);
  });
  const indicators = buildIndicators(parts.groups, catalog, body);
  const moved = findMoved(rows, parts.register);
  const drafts = gatherDrafts(parts);
  const related = { rows, catalog, systems, lives, moved, indicators, drafts, body, beside };
  const findings = checkTexts(parts, related, known);
  const { diagnostics, allowed } = checkParts(parts, related, findings);
  const library: Library = {
    dir,
    asOf,
    rows,
    partners: beside.partners,
    catalog,
    register: parts.register,
    moved,
    vocabulary,
    settings: parts.settings,
    systems,
    indicators: indicators.groups,
    glossary: buildGlossary(parts.glossary),
    projects: parts.projects,
    lives,
    drafts,
    kinds: parts.kinds,
    deadlines: parts.deadlines,
    comments: parts.comments,
    papers: parts.papers,
    abroad: parts.abroad,
    notices: parts.notices.toSorted((a, b) =>
      a.day < b.day || (a.day === b.day && a.id < b.id) ? 1 : -1,
    ),
    courses: parts.courses,
    banks: parts.banks,
    checked: parts.checked,
    diagnostics,
    allowed,
    exceptions: parts.exceptions,
    compiled: parts.compiled,
    cache,
    body,
    folder: (slug) => join(rootOf(find(slug).path), find(slug).path),
  };
  return { parts, library, beside, findings };
}

function buildCatalogOf(
  { deadlines, partners, records, asOf, vocabulary }: LibraryParts,
  rows: readonly StandardRow[],
  beside: RelatedLibrary['beside'],
): Catalog {
  const reviewYears = findReviewYears(deadlines);
  return buildCatalog({
    ...(reviewYears !== undefined && { reviewYears }),
    rows,
    partners: beside.partners,
    recognitions: partners.recognitions,
    records,
    asOf,
    absent: vocabulary.coverage.absent,
  });
}

/** Days and stages are those of the texts before. */
function exchangeLives({ from, texts }: ExchangedTexts, catalog: Catalog): readonly Life[] {
  return from.library.lives.map((life) => {
    const { entry } = life;
    return entry?.row && texts.has(entry.row) ? { ...life, entry: catalog.byKey(entry.key) } : life;
  });
}

/** A page in two languages, and several at a time, ask for the same body. */
function keepLast(load: (slug: string) => CompiledStandard): (slug: string) => CompiledStandard {
  const kept = new Map<string, CompiledStandard>();
  return (slug) => {
    const body = kept.get(slug) ?? load(slug);
    kept.delete(slug);
    kept.set(slug, body);
    if (kept.size > 8) kept.delete(kept.keys().next().value ?? '');
    return body;
  };
}

function gatherPartners(
  { partners, partnerEntries, records, vocabulary, settings, asOf }: LibraryParts,
  rows: readonly StandardRow[],
): ReturnType<typeof admitPartners> {
  const byPartner = Map.groupBy(partnerEntries, ({ path }) => partnerOf(path));
  const chains = vocabulary.chains.map(({ id }) => id);
  const { city } = settings;
  return admitPartners(
    partners.partners,
    (id) => (byPartner.get(id) ?? []).flatMap(({ row }) => row ?? []),
    (id) => partners.catalogues.get(id) ?? { records: [], fileOf: () => '' },
    { rows, records, chains, asOf, city: city && { name: city.name, code: city.standards } },
  );
}

function gatherDrafts({ drafts, cache, rootOf }: LibraryParts): ReadonlyMap<string, Draft> {
  return new Map(
    drafts.flatMap(({ path, row, body: name }): readonly (readonly [string, Draft])[] => {
      if (!row) return [];
      const root = rootOf(path);
      const body = () => loadBody(cache, name ?? '') ?? recompile(root, path);
      return [[path.split('/')[1] ?? '', { row, folder: join(root, path), body }]];
    }),
  );
}

/** A body that the cache lost is made again from its source. */
function recompile(dir: string, path: string): CompiledStandard {
  const folder = readFolder(dir, path);
  const standard = folder && compileStandard(folder).standard;
  if (!standard) throw new Error(`${path} cannot be compiled`);
  return standard;
}

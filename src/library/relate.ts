import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalog, findMoved } from '#core/catalog/index.ts';
import type { Catalog, MovedStandard, PublicationRegister } from '#core/catalog/index.ts';
import {
  applyExceptions,
  checkLibrary,
  checkMoved,
  checkProjects,
  checkSystems,
} from '#core/check/index.ts';
import type { AllowedFinding, Exception } from '#core/check/index.ts';
import { buildGlossary, checkGlossary } from '#core/glossary/index.ts';
import type { Glossary, GlossarySource } from '#core/glossary/index.ts';
import { admitPartners, checkRecognitions } from '#core/cities/index.ts';
import type { Partner } from '#core/cities/index.ts';
import { buildIndicators } from '#core/indicators/index.ts';
import type { BuiltGroup, IndicatorGroup } from '#core/indicators/index.ts';
import { buildLives, findIssued, findReviewYears } from '#core/lifecycle/index.ts';
import type { DeadlinesFile, Life, ProjectKind, ProjectModel } from '#core/lifecycle/index.ts';
import type { KeptComment } from '#core/comments/index.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import { compareDiagnostics } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import { checkLearning, createTextFinder } from '#core/learning/index.ts';
import type { Course, QuestionBank } from '#core/learning/index.ts';
import { checkNotices } from '#core/notices/index.ts';
import type { Notice } from '#core/notices/index.ts';
import { buildSystems, issuePlans } from '#core/systems/index.ts';
import type { SystemModel, Systems } from '#core/systems/index.ts';
import type { Abroad } from './abroad.ts';
import { loadBody } from './cache.ts';
import type { CacheEntry } from './cache.ts';
import { compileStandard } from './compile-standard.ts';
import { decodeText } from './decode.ts';
import { exceptionsFileName, placeInLibrary } from './exceptions.ts';
import { readFolder } from './files.ts';
import { findPartnerErrors, partnerOf, recognitionFileName } from './partners.ts';
import type { PartnerParts } from './partners.ts';
import type { LibrarySettings } from './settings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What was read of a library, each part by itself. */
export interface LibraryParts {
  readonly dir: string;
  readonly asOf: string;
  /** The folder of the database that compiled bodies lie in. */
  readonly cache: string;
  /** Standards, in the order of folders. */
  readonly entries: readonly CacheEntry[];
  /** Texts of projects, in the order of folders. */
  readonly drafts: readonly CacheEntry[];
  /** What lies beside the library of other cities. */
  readonly partners: PartnerParts;
  /** Standards of partners, in the order of folders. */
  readonly partnerEntries: readonly CacheEntry[];
  readonly records: readonly CatalogRecord[];
  /** The file of the catalogue that a record stands in, by its key. */
  readonly fileOf: (key: string) => string;
  readonly models: readonly SystemModel[];
  readonly groups: readonly IndicatorGroup[];
  /** Files of the glossary, as they were read. */
  readonly glossary: readonly GlossarySource[];
  readonly projects: readonly ProjectModel[];
  readonly kinds: readonly ProjectKind[];
  readonly deadlines: DeadlinesFile;
  /** Comments on drafts, by the project's id. */
  readonly comments: ReadonlyMap<string, readonly KeptComment[]>;
  /** Papers that readers may have, by their paths. */
  readonly papers: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
  /** What the library says of markets abroad. */
  readonly abroad: Abroad;
  readonly courses: readonly Course[];
  readonly banks: readonly QuestionBank[];
  /** Digests of what questions rested on when somebody checked them, by their ids. */
  readonly checked: ReadonlyMap<string, string>;
  readonly vocabulary: Vocabulary;
  /** What the library says of its portal. */
  readonly settings: LibrarySettings;
  /** Of the files of systems and of words, as they were read. */
  readonly digests: ReadonlyMap<string, string>;
  /** What was published before. */
  readonly register: PublicationRegister;
  /** Findings that somebody lets stand. */
  readonly exceptions: readonly Exception[];
  /** Findings about catalogue, systems and vocabulary; those about standards are in their entries. */
  readonly diagnostics: readonly Diagnostic[];
  readonly compiled: number;
  /** The folder to read a part from, by its path in the library. */
  readonly rootOf: (path: string) => string;
}

/** The text of a project that is being written: what is known of it, and its body. */
export interface Draft {
  readonly row: StandardRow;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly body: () => CompiledStandard;
}

/** A compiled library, open for reading. */
export interface Library {
  readonly dir: string;
  readonly asOf: string;
  /** The library's own standards. */
  readonly rows: readonly StandardRow[];
  /** Libraries of other cities, each with the standards that are shown beside `rows`; the catalog has all of them. */
  readonly partners: readonly Partner[];
  readonly catalog: Catalog;
  /** What was published before, and which of its addresses lead elsewhere now. */
  readonly register: PublicationRegister;
  readonly moved: readonly MovedStandard[];
  readonly vocabulary: Vocabulary;
  /** What the library says of its portal: names, colours, address. */
  readonly settings: LibrarySettings;
  /** The standard systems of `systems/`, looked up and counted on the day `asOf`. */
  readonly systems: Systems;
  /** The product groups of `indicators/`, with the values that texts state. */
  readonly indicators: readonly BuiltGroup[];
  /** The words of standardization that `glossary/` explains. */
  readonly glossary: Glossary;
  /** The projects of `projects/`, by id; standards are made by them. */
  readonly projects: readonly ProjectModel[];
  /** The lives of projects and of hosted standards, with what is due. */
  readonly lives: readonly Life[];
  /** The text of a project that is being written, by the project's id. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Which stages projects of each kind go through. */
  readonly kinds: readonly ProjectKind[];
  /** Limits of days, with who set them. */
  readonly deadlines: DeadlinesFile;
  /** The notices of `notices/`, the latest first. */
  readonly notices: readonly Notice[];
  /** Market-access cards, TBT notifications and international projects, as `market-access/`, `tbt/` and `participation/` have them. */
  readonly abroad: Abroad;
  /** The courses of `courses/`, by id. */
  readonly courses: readonly Course[];
  /** The questions of `questions/`, by the names of their files. */
  readonly banks: readonly QuestionBank[];
  /** Digests of what questions rested on when somebody checked them, by their ids. */
  readonly checked: ReadonlyMap<string, string>;
  /** Comments on drafts, by the project's id. */
  readonly comments: ReadonlyMap<string, readonly KeptComment[]>;
  /** Papers of projects that readers may have, by their paths; equal values, equal content. */
  readonly papers: ReadonlyMap<string, string>;
  /** All findings but those that are allowed, in the order of files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that `exceptions.yaml` lets stand, each with the item that does. */
  readonly allowed: readonly AllowedFinding[];
  readonly exceptions: readonly Exception[];
  /** How many standards were compiled now rather than taken from the cache. */
  readonly compiled: number;
  /** The text of a hosted standard; read from disk, the last few are kept. */
  readonly body: (slug: string) => CompiledStandard;
  /** The folder of the database that compiled bodies lie in; their names are the digests of rows. */
  readonly cache: string;
  /** Absolute path of a hosted standard's folder. */
  readonly folder: (slug: string) => string;
  /** What sets the PDF of each text; absent where none is made. */
  readonly printer?: PrinterFacts;
  /** What writes the Word file of each text; absent where none is made. */
  readonly wordWriter?: WordWriterFacts;
  /** Whether the data of each standard are published in the formats of others, too. */
  readonly withData?: boolean;
}

/** What a PDF is made by, beside its text. */
export interface PrinterFacts {
  /** Of the code and of the names of fonts: another one makes other files. */
  readonly digest: string;
  /** Families of fonts of the text and of titles, the first is meant. */
  readonly fonts: { readonly text: readonly string[]; readonly title: readonly string[] };
}

/** What a Word file is made by, beside its text: the digest of the code. */
export interface WordWriterFacts {
  readonly digest: string;
}

/** Relate the parts of a library: who cites and replaces whom, what each system has, and what is wrong across files. */
export function relate(parts: LibraryParts): Library {
  const { dir, asOf, cache, entries, vocabulary, rootOf } = parts;
  const rows: StandardRow[] = [];
  const entryOf = new Map<string, CacheEntry>();
  for (const entry of entries) {
    if (!entry.row) continue;
    rows.push(entry.row);
    if (!entryOf.has(entry.row.slug)) entryOf.set(entry.row.slug, entry);
  }
  const beside = gatherPartners(parts, rows);
  for (const entry of parts.partnerEntries) {
    if (entry.row && !entryOf.has(entry.row.slug)) entryOf.set(entry.row.slug, entry);
  }
  const reviewYears = findReviewYears(parts.deadlines);
  const catalog = buildCatalog({
    ...(reviewYears !== undefined && { reviewYears }),
    rows,
    partners: beside.partners,
    recognitions: parts.partners.recognitions,
    records: parts.records,
    asOf,
    absent: vocabulary.coverage.absent,
  });
  const issuedBy = new Map(
    parts.projects.map(({ id, number }) => [id, findIssued(number, catalog)?.key]),
  );
  const models = parts.models.map((model) => issuePlans(model, (id) => issuedBy.get(id)));
  const systems = buildSystems(models, catalog);
  const lives = buildLives(parts, catalog);
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
  const { diagnostics, allowed } = checkParts(parts, related);
  return {
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
}

interface RelatedParts extends Pick<
  Library,
  'rows' | 'catalog' | 'systems' | 'lives' | 'moved' | 'drafts' | 'body'
> {
  readonly indicators: ReturnType<typeof buildIndicators>;
  readonly beside: ReturnType<typeof admitPartners>;
}

/** All findings of a library, those that `exceptions.yaml` lets stand by themselves. */
function checkParts(
  parts: LibraryParts,
  { rows, catalog, systems, lives, moved, indicators, drafts, body, beside }: RelatedParts,
): Pick<Library, 'diagnostics' | 'allowed'> {
  const { entries, vocabulary, rootOf, exceptions, asOf } = parts;
  const sourceOf = (file: string) => readSource(rootOf(partOf(file)), file);
  const chains = vocabulary.chains.map(({ id }) => id);
  const projects = new Set(parts.projects.map(({ id }) => id));
  const found = [
    ...entries.flatMap((entry) => entry.row?.diagnostics ?? entry.diagnostics),
    ...parts.drafts.flatMap((entry) => entry.row?.diagnostics ?? entry.diagnostics),
    ...parts.diagnostics,
    ...checkLibrary(catalog, rows, { chains, lives, limits: parts.deadlines.limits }),
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
  const slugOf = new Map(rows.map((row) => [partOf(row.file), row.slug]));
  return applyExceptions(found, {
    file: exceptionsFileName,
    exceptions,
    asOf,
    placeOf: (each) =>
      placeInLibrary(each, sourceOf, (file) => {
        const slug = slugOf.get(partOf(file));
        return slug === undefined ? undefined : body(slug);
      }),
  });
}

/** The part of a library that a file belongs to: the folder of a standard, else the file itself. */
export function partOf(file: string): string {
  if (/^projects\/[^/]*\/draft\//.test(file)) return file.split('/').slice(0, 3).join('/');
  if (/^partners\/[^/]*\/standards\//.test(file)) return file.split('/').slice(0, 5).join('/');
  return file.startsWith('standards/') ? file.split('/').slice(0, 3).join('/') : file;
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
  { partners, partnerEntries, records, vocabulary }: LibraryParts,
  rows: readonly StandardRow[],
): ReturnType<typeof admitPartners> {
  const byPartner = Map.groupBy(partnerEntries, ({ path }) => partnerOf(path));
  const chains = vocabulary.chains.map(({ id }) => id);
  return admitPartners(
    partners.partners,
    (id) => (byPartner.get(id) ?? []).flatMap(({ row }) => row ?? []),
    { rows, records, chains },
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

function readSource(root: string, file: string): string {
  try {
    return decodeText(readFileSync(join(root, file)), file, []) ?? '';
  } catch {
    return '';
  }
}

/** A body that the cache lost is made again from its source. */
function recompile(dir: string, path: string): CompiledStandard {
  const folder = readFolder(dir, path);
  const standard = folder && compileStandard(folder).standard;
  if (!standard) throw new Error(`${path} cannot be compiled`);
  return standard;
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

import { isEarly } from '#core/catalog/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { siteFileName } from '#core/settings/index.ts';
import type { CacheEntry } from './cache.ts';
import { readCatalogue } from './catalogue.ts';
import { compileFolder } from './compile-folder.ts';
import { keepPublished, openKept } from './kept.ts';
import type { KeptForms } from './kept.ts';
import { defaultCache } from './cache-folder.ts';
import { readParts } from './open.ts';
import type { OpenOptions } from './open.ts';
import { listFormerNumbers } from './renumbered.ts';
import { partOf } from './part-of.ts';
import { relate } from './relate.ts';
import { relateHeld } from './relate-again.ts';
import type { Library, LibraryParts } from './library-parts.ts';
import { startStages } from './stages.ts';
import { readGlossary } from './glossary.ts';
import { readIndicators } from './indicators.ts';
import { readLearning } from './learning.ts';
import { readAbroad } from './abroad.ts';
import { readNotices } from './notices.ts';
import { readProjects } from './projects.ts';
import { preparePalette, readSettings } from './settings.ts';
import { readSystems } from './systems.ts';
import { readVocabulary } from './vocabulary.ts';

export interface PublishedOptions extends OpenOptions {
  /** Whether any error keeps everything from being published. */
  readonly allOrNothing?: boolean;
  /** Whether standards are shown before their day of issue. */
  readonly preview?: boolean;
  /** Where the site goes: what was published there before is known apart from other sites of the library. */
  readonly out?: string;
}

/** A part of the library that is not published as it is written. */
export interface Withheld {
  /** Folder of a standard, or a file. */
  readonly path: string;
  /** Number and title of a standard, where they are known. */
  readonly name?: string;
  /** Its errors; none when only its day has not come. */
  readonly errors: number;
  /** The day of issue of a standard that waits for it. */
  readonly until?: string;
  /** What readers see in its place; of a catalogue, the rows concerned are as they were or left out. */
  readonly shown: 'earlier' | 'nothing' | 'rows';
}

/** A library as readers may see it. */
export interface PublishedLibrary {
  /** Null when there is nothing that could be published. */
  readonly library: Library | null;
  /** The library as it is written, with all findings. */
  readonly written: Library;
  readonly withheld: readonly Withheld[];
  /** To be told when it was published; a preview is not kept. */
  readonly keep: () => void;
}

/** `earlier` and `nothing` of parts that are not taken as they are written. */
type Choices = Map<string, 'earlier' | 'nothing'>;

/** Errors seldom lead to others; what still has some after so many rounds is left out. */
const mostRounds = 12;

/**
 * A library as readers may see it: without standards whose day of issue has not come, and of each
 * part with errors the form that was published last, or nothing. Where two standards have one
 * number, the one that was published by it stays.
 */
export async function openPublished(options: PublishedOptions): Promise<PublishedLibrary> {
  const root = options.cache ?? defaultCache();
  const parts = await readParts(options);
  const stage = startStages(options.onStage);
  const written = relateHeld('written', parts);
  stage('relate');
  const kept = openKept(root, parts.dir, options.out);
  const choices: Choices = new Map();
  const earlier = kept.rootOf(siteFileName);
  if (earlier !== null) await preparePalette(earlier);
  const early = new Set(options.preview ? [] : listEarly(written));
  for (const path of early) leaveOut(path, parts, choices, kept);
  let library = written;
  let chosen = parts;
  const failed = written.diagnostics.some(isError);
  if (early.size > 0 || (failed && !options.allOrNothing)) {
    chosen = choose(parts, choices, kept);
    library = relateHeld('shown', chosen);
    for (let round = 0; !options.allOrNothing; round += 1) {
      const ahead = options.preview ? [] : listEarly(library);
      const blamed = findBlamed(library, choices, kept);
      if (blamed.length + ahead.length === 0) break;
      for (const path of ahead) leaveOut(path, parts, choices, kept);
      for (const path of blamed) {
        if (ahead.includes(path)) continue;
        const hasEarlier = round < mostRounds && !choices.has(path) && kept.rootOf(path) !== null;
        if (hasEarlier) choices.set(path, 'earlier');
        else leaveOut(path, parts, choices, kept);
      }
      chosen = choose(parts, choices, kept);
      library = relate(chosen);
    }
  }
  const isEmpty =
    written.diagnostics.some(({ rule }) => rule === 'library-empty') ||
    (failed && library.rows.length === 0);
  stage('choose');
  return {
    library: isEmpty || (failed && options.allOrNothing) ? null : library,
    written,
    withheld: options.allOrNothing && failed ? [] : listWithheld(written, library, choices, early),
    keep: () => {
      if (options.preview) return;
      keepPublished(root, chosen, library, {
        out: options.out,
        isPublished: (path) => choices.get(path) !== 'nothing',
      });
    },
  };
}

/** Folders of standards whose day of issue has not come; an earlier form may have a day of its own. */
function listEarly({ rows, asOf }: Library): readonly string[] {
  return rows.flatMap(({ file, meta }) => (isEarly(meta, asOf) ? [partOf(file)] : []));
}

/**
 * Leave a part out. Where it is a standard with a new number, its last published form stays under the
 * number it had: in the folder it had then, or in the same.
 */
function leaveOut(path: string, parts: LibraryParts, choices: Choices, kept: KeptForms): void {
  const wasChosen = choices.has(path);
  choices.set(path, 'nothing');
  const entry = parts.entries.find((each) => each.path === path);
  if (!entry || wasChosen) return;
  const removed = new Set(parts.register.removed.map(({ key }) => key));
  for (const { key } of listFormerNumbers(parts.dir, entry)) {
    const before = removed.has(key) ? undefined : kept.pathOf(key);
    if (before === undefined || kept.rootOf(before) === null) continue;
    const isTaken = parts.entries.some((each) => each.path === before);
    if (before === path || (!isTaken && !choices.has(before))) choices.set(before, 'earlier');
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/**
 * The parts to blame for errors: words first, since systems stand on them, then what is wrong inside
 * a file, and only then what is wrong between files. Rows of the catalogue are left out by themselves,
 * and what is wrong inside an earlier form did not keep it from being published then.
 */
function findBlamed(library: Library, choices: Choices, kept: KeptForms): readonly string[] {
  const rows = new Set(library.rows.map(({ file }) => partOf(file)));
  const own = new Set(library.rows.flatMap((row) => row.diagnostics));
  const isInside = (found: Diagnostic): boolean => own.has(found) || !rows.has(partOf(found.file));
  const errors = library.diagnostics.filter((found) => {
    const path = partOf(found.file);
    if (
      !isError(found) ||
      !/^(?:(?:standards|systems|vocabulary|indicators|glossary|projects)\/.|(?:project-kinds|deadlines|site)\.yaml$|site\/.)/.test(
        path,
      )
    )
      return false;
    return choices.get(path) !== 'earlier' || (path.startsWith('standards/') && !own.has(found));
  });
  const isStandard = ({ file }: Diagnostic): boolean => file.startsWith('standards/');
  const blamed = [
    errors.filter(({ file }) => file.startsWith('vocabulary/')),
    errors.filter((found) => isStandard(found) && isInside(found)),
    errors.filter(isStandard),
    errors,
  ].find((each) => each.length > 0);
  return [...new Set((blamed ?? []).map((found) => blame(found, library, kept)))];
}

/** Of standards that share a number the published one is not to blame. */
function blame({ rule, file }: Diagnostic, library: Library, kept: KeptForms): string {
  const path = partOf(file);
  if (rule !== 'number-duplicate') return path;
  const key = library.rows.find((row) => row.file === file)?.key;
  const wasPublished = (each: string) => key !== undefined && kept.keyOf(each) === key;
  if (!wasPublished(path)) return path;
  const others = library.rows.filter((row) => row.key === key && row.file !== file);
  return others.map((row) => partOf(row.file)).find((each) => !wasPublished(each)) ?? path;
}

/** The parts of a library, each as chosen. */
function choose(parts: LibraryParts, choices: Choices, kept: KeptForms): LibraryParts {
  const { dir } = parts;
  const rootOf = (path: string): string | null => {
    const choice = choices.get(path);
    return choice === undefined ? dir : choice === 'earlier' ? kept.rootOf(path) : null;
  };
  const entries = parts.entries.flatMap((entry): readonly CacheEntry[] => {
    const root = rootOf(entry.path);
    if (root === dir) return [entry];
    return root === null ? [] : [compileFolder(root, parts.cache, entry.path)];
  });
  // Folders that standards had under a number they have no more.
  const present = new Set(parts.entries.map(({ path }) => path));
  for (const [path, choice] of choices) {
    const root = choice === 'earlier' && path.startsWith('standards/') ? rootOf(path) : null;
    if (root !== null && !present.has(path)) entries.push(compileFolder(root, parts.cache, path));
  }
  const { vocabulary, ...words } = readVocabulary(dir, rootOf);
  const { records, fileOf, ...catalogue } = readCatalogue(dir, kept);
  const { models, ...systems } = readSystems(dir, rootOf);
  const { models: groups, ...indicators } = readIndicators(dir, rootOf);
  const { models: glossary, ...explained } = readGlossary(dir, rootOf);
  const { projects, kinds, deadlines, comments, papers, ...making } = readProjects(dir, rootOf);
  const { settings, ...portal } = readSettings(dir, rootOf);
  const waiting = parts.entries.flatMap((entry) =>
    choices.get(entry.path) === 'nothing' ? listFormerNumbers(dir, entry) : [],
  );
  return {
    ...parts,
    state: null,
    // A standard that waits under a new number was not taken down under its old one.
    register: {
      ...parts.register,
      folders: new Set([...parts.register.folders, ...waiting.map(({ slug }) => slug)]),
    },
    entries: entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    drafts: parts.drafts.filter(({ path }) => rootOf(path) === dir),
    digests: new Map([
      ...words.digests,
      ...systems.digests,
      ...indicators.digests,
      ...explained.digests,
      ...making.digests,
      ...parts.partners.digests,
      ...portal.digests,
    ]),
    records,
    fileOf,
    models,
    groups,
    glossary,
    projects,
    kinds,
    deadlines,
    comments,
    papers,
    vocabulary,
    settings,
    diagnostics: [
      ...words.diagnostics,
      ...catalogue.diagnostics,
      ...systems.diagnostics,
      ...indicators.diagnostics,
      ...explained.diagnostics,
      ...making.diagnostics,
      ...portal.diagnostics,
      ...readNotices(dir).diagnostics,
      ...readAbroad(dir).diagnostics,
      ...readLearning(dir).diagnostics,
    ],
    rootOf: (path) => rootOf(path) ?? dir,
  };
}

/** What is not published as it is written, in the order of paths. */
function listWithheld(
  written: Library,
  library: Library,
  choices: Choices,
  early: ReadonlySet<string>,
): readonly Withheld[] {
  const errors = Map.groupBy(written.diagnostics.filter(isError), ({ file }) => partOf(file));
  if (choices.size === 0 && errors.size === 0) return [];
  const rowOf = new Map(
    [...library.rows, ...written.rows].map((row) => [partOf(row.file), row] as const),
  );
  const parts = [...choices].map(([path, shown]): Withheld => {
    const row = rowOf.get(path);
    const until = early.has(path) ? row?.meta.issued : undefined;
    return {
      path,
      ...(row && { name: `${row.number} ${row.meta.title}` }),
      errors: errors.get(path)?.length ?? 0,
      ...(until !== undefined && { until }),
      shown,
    };
  });
  const catalogues = [...errors]
    .filter(([path]) => path.startsWith('catalogue/'))
    .map(([path, found]): Withheld => ({ path, errors: found.length, shown: 'rows' }));
  return [...parts, ...catalogues].sort((a, b) => (a.path < b.path ? -1 : 1));
}

import { resolve } from 'node:path';
import { defaultCache, findCache, today } from './cache-folder.ts';
import type { CacheEntry } from './cache.ts';
import { catalogueFolder, readCatalogue } from './catalogue.ts';
import { readRegister } from './register.ts';
import { refresh } from './refresh.ts';
import { relateHeld } from './relate-again.ts';
import type { Library, LibraryParts } from './library-parts.ts';
import { startStages } from './stages.ts';
import { readGlossary } from './glossary.ts';
import { readIndicators } from './indicators.ts';
import { readDeskPeople } from './desk-file.ts';
import { readExceptionsFile } from './exceptions.ts';
import { isOfPartner, readPartners } from './partners.ts';
import type { PartnerParts } from './partners.ts';
import { readProjects } from './projects.ts';
import { readSystems } from './systems.ts';
import { readVocabulary } from './vocabulary.ts';
import { prepareLessons, readLearning } from './learning.ts';
import { readAbroad } from './abroad.ts';
import { readNotices } from './notices.ts';
import { settleChange } from './pending-change.ts';
import { keepMemory, openMemory } from './remember.ts';
import { preparePalette, readSettings } from './settings.ts';

export type { Library } from './library-parts.ts';

export interface OpenOptions {
  /** The library's folder, e.g. `content`. */
  readonly dir: string;
  /** Where compiled standards are kept; below the project's `.cache` unless said otherwise. */
  readonly cache?: string;
  /** The day statuses are worked out for, `YYYY-MM-DD`; today in China (UTC+8) unless said otherwise. */
  readonly asOf?: string;
  /** The library whose compiled standards are used, where this one is a copy of it; itself unless said otherwise. */
  readonly copyOf?: string;
  /** Told after each stage, with its milliseconds. */
  readonly onStage?: (name: string, ms: number) => void;
}

/** Read a library, compile what changed since the last time, and relate all of it, whatever is wrong with it. */
export async function openLibrary(options: OpenOptions): Promise<Library> {
  const parts = await readParts(options);
  const stage = startStages(options.onStage);
  const library = relateHeld('opened', parts);
  stage('relate');
  return library;
}

/** Read the parts of a library as they are written, and compile those standards that changed since the last time. */
export async function readParts(options: OpenOptions): Promise<LibraryParts> {
  const dir = resolve(options.dir);
  settleChange(dir);
  const stage = startStages(options.onStage);
  const cache = findCache(options.cache ?? defaultCache(), resolve(options.copyOf ?? dir));
  const { entries: all, compiled, state } = await refresh(dir, cache, stage);
  const code = openMemory(cache);
  const { vocabulary, ...words } = readVocabulary(dir);
  const { records, fileOf, ...catalogue } = readCatalogue(dir);
  const { models, ...systems } = readSystems(dir);
  const { models: groups, ...indicators } = readIndicators(dir);
  const { models: glossary, ...explained } = readGlossary(dir);
  const { projects, kinds, deadlines, comments, papers, ...making } = readProjects(dir);
  const { models: notices, ...told } = readNotices(dir);
  const { abroad, ...crossed } = readAbroad(dir);
  const partners = readPartners(dir);
  await prepareLessons(dir);
  const { courses, banks, checked, ...taught } = readLearning(dir);
  const { register, ...before } = readRegister(dir);
  const { exceptions, ...allowed } = readExceptionsFile(dir);
  await preparePalette(dir);
  const { settings, ...portal } = readSettings(dir);
  keepMemory();
  stage('catalogue');
  return {
    dir,
    asOf: options.asOf ?? today(),
    cache,
    state: { ...state, code },
    ...sortEntries(all),
    partners,
    records,
    fileOf,
    models,
    groups,
    glossary,
    projects,
    notices,
    abroad,
    courses,
    banks,
    checked,
    kinds,
    deadlines,
    comments,
    papers,
    vocabulary,
    register,
    exceptions,
    settings,
    digests: new Map([
      ...words.digests,
      ...systems.digests,
      ...indicators.digests,
      ...explained.digests,
      ...making.digests,
      ...partners.digests,
      ...portal.digests,
      ...digestsOfCatalogues(catalogue.digest, partners),
    ]),
    diagnostics: [
      ...words.diagnostics,
      ...catalogue.diagnostics,
      ...systems.diagnostics,
      ...indicators.diagnostics,
      ...explained.diagnostics,
      ...making.diagnostics,
      ...told.diagnostics,
      ...crossed.diagnostics,
      ...taught.diagnostics,
      ...readDeskPeople(dir).diagnostics,
      ...before.diagnostics,
      ...allowed.diagnostics,
      ...portal.diagnostics,
    ],
    compiled,
    rootOf: () => dir,
  };
}

const isDraft = ({ path }: CacheEntry): boolean => path.startsWith('projects/');

const sortEntries = (
  all: readonly CacheEntry[],
): Pick<LibraryParts, 'entries' | 'drafts' | 'partnerEntries'> => ({
  entries: all.filter((entry) => !isDraft(entry) && !isOfPartner(entry.path)),
  drafts: all.filter(isDraft),
  partnerEntries: all.filter(({ path }) => isOfPartner(path)),
});

const digestsOfCatalogues = (
  own: string,
  { catalogues }: PartnerParts,
): readonly (readonly [string, string])[] => [
  [catalogueFolder, own],
  ...[...catalogues].map(([id, { digest }]) => [`partners/${id}`, digest] as const),
];

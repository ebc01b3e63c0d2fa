import type { Catalog, MovedStandard, PublicationRegister } from '#core/catalog/index.ts';
import type { AllowedFinding, Exception } from '#core/check/index.ts';
import type { admitPartners, Partner } from '#core/cities/index.ts';
import type { KeptComment } from '#core/comments/index.ts';
import type { Glossary, GlossarySource } from '#core/glossary/index.ts';
import type { BuiltGroup, IndicatorGroup } from '#core/indicators/index.ts';
import type { Course, QuestionBank } from '#core/learning/index.ts';
import type { DeadlinesFile, Life, ProjectKind, ProjectModel } from '#core/lifecycle/index.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import type { Notice } from '#core/notices/index.ts';
import type { SystemModel, Systems } from '#core/systems/index.ts';
import type { Abroad } from './abroad.ts';
import type { CacheEntry } from './cache.ts';
import type { PartnerParts } from './partners.ts';
import type { LibrarySettings } from './settings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The entries of a library in its cache, before and after they were brought up to date. */
export interface EntriesState {
  /** Names of both states; empty where it is not known. */
  readonly before: string;
  readonly now: string;
  /** Of the state before, by folder, those that are others now; null where folders came or went. */
  readonly replaced: ReadonlyMap<string, CacheEntry> | null;
  /** Digest of the code that reads and relates. */
  readonly code: string;
}

/** What was read of a library, each part by itself. */
export interface LibraryParts {
  readonly dir: string;
  readonly asOf: string;
  /** The folder of the database that compiled bodies lie in. */
  readonly cache: string;
  /** Standards, in the order of folders. */
  readonly entries: readonly CacheEntry[];
  /** Of the entries; null where some are not as they were read. */
  readonly state: EntriesState | null;
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
  /** Of files and of the catalogue, as they were read. */
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

/** What was related, with what is used of it again where only some texts are others. */
export interface RelatedLibrary {
  readonly parts: LibraryParts;
  readonly library: Library;
  readonly beside: ReturnType<typeof admitPartners>;
  /** Of the rules across texts, before exceptions. */
  readonly findings: readonly Diagnostic[];
}

/** A library that was related, and its texts that others stand in place of now. */
export interface ExchangedTexts {
  readonly from: RelatedLibrary;
  readonly texts: ReadonlyMap<StandardRow, StandardRow>;
}

import type { SiteSettings } from '#core/settings/index.ts';
import type { StatusFacts, Status } from '#core/catalog/index.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import type { StandardFacts } from '#core/model/standard-facts.ts';
import type { Timed } from '#core/model/timed.ts';
import type { SystemFacts, SystemRow } from '#core/systems/index.ts';
import type { Facet } from '../data/facet-names.ts';

/** A name of a body or a code in both languages; either may be unknown. */
export interface ShownName {
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
}

/** A standard as lists and sentences show it. */
export interface ShownEntry extends Omit<StandardFacts, 'withdrawn'> {
  /** Whether its text is here. */
  readonly hosted: boolean;
  readonly sample: boolean;
  /** The city whose library it is from, where that is not this one. */
  readonly origin?: Bilingual | undefined;
  /** Whether cities recognise it of each other on the day of the catalog. */
  readonly recognised?: true | undefined;
  /** Of a record without a page of its own: the first on the page where it stands. */
  readonly among?: string | undefined;
  readonly status: Status;
  /** Where the status will be another one: the browser works it out again. */
  readonly facts?: StatusFacts | undefined;
}

/** Another standard that a page names; without `entry` it is neither in the library nor in a catalogue. */
export interface ShownMention extends Pick<StandardFacts, 'number'> {
  readonly entry?: ShownEntry | undefined;
  /** Which part, where a part only is meant. */
  readonly partial?: string | undefined;
}

/** A value of a facet, with its list to browse where it has one. */
export interface ShownValue {
  readonly facet: Facet;
  readonly value: string;
  readonly names?: ShownName | undefined;
  /** Folder of its list. */
  readonly id?: string | undefined;
}

/** A list to browse. */
export interface ShownList extends ShownValue {
  readonly id: string;
  readonly count: Timed<number>;
  readonly hosted: number;
}

/** What the frame of every page shows. */
export interface ShownSite {
  /** Newest day of the catalogue's facts; absent without a catalogue. */
  readonly factsAsOf?: string | undefined;
  /** Whether anything in the library is a sample. */
  readonly sample: boolean;
  readonly names: SiteSettings['names'];
  readonly languages: SiteSettings['languages'];
  /** Where the head leads; to the usual pages where a library says nothing. */
  readonly navigation?: SiteSettings['navigation'];
  readonly footer?: SiteSettings['footer'];
  /** What the library writes into the footer, as HTML. */
  readonly footerBlock?: Bilingual | undefined;
  readonly sampleNotice?: Bilingual | undefined;
  /** Colours and logo of its own. */
  readonly brand?: ShownBrand | undefined;
}

/** The files of colours and logo, below a folder that is named by their content. */
export interface ShownBrand {
  readonly folder: string;
  readonly logo: boolean;
}

export type ShownSystem = SystemFacts<ShownEntry>;
export type ShownRow = SystemRow<ShownEntry>;

/** What the files of a system say, and the days between which it holds. */
export interface SystemFileView {
  readonly system: ShownSystem;
  /** The last day on which the status of a standard in it changed. */
  readonly since: string;
  /** The next one that is announced. */
  readonly until?: string | undefined;
}

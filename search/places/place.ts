import type { Role } from '#core/systems/index.ts';
import type { StandardRecord } from '../record/standard-record.ts';

/** Words are in the one spelling of index and question (`foldText`). */
interface NamedPlace {
  /** Of the facet `node`, `cold-chain/storage`; of a whole system its id. */
  readonly key: string;
  /** Below the root of the site, without language: `/systems/cold-chain/at/storage/`. */
  readonly path: string;
  readonly name: string;
  readonly nameEn: string;
  /** What people call it: products, trades, jobs; its names among them. */
  readonly words: readonly string[];
  /** Names of its trades in GB/T 4754, and of those beneath them. */
  readonly trades: readonly string[];
  /** Standards that apply there, of its own or of another place. */
  readonly listed: number;
  /** Of those, the mandatory ones. */
  readonly mandatory: number;
}

/** A node of a chain, or a sub-system with rows of its own. */
export interface PlaceEntry extends NamedPlace {
  /** Names of the sub-systems it belongs to. */
  readonly above: readonly string[];
}

/** A whole system with its places. */
export interface SystemPlaces extends NamedPlace {
  readonly places: readonly PlaceEntry[];
}

/** A standard at a place. */
export interface PlaceStandard extends Omit<StandardRecord, 'successors'> {
  readonly role: Role;
  readonly mandatory: boolean;
  /** Its place in the directory, where that is written beside it. */
  readonly id?: number;
  /** It stands there; another place's that applies there too is not its own. */
  readonly own: boolean;
}

/** Standards of the places of one system, by key, in the order of its list. */
export type StandardsOfPlaces = Readonly<Record<string, readonly PlaceStandard[]>>;

import type { Facet } from '../data/facet-names.ts';

/** What a view is asked for: small identifiers, without the language, which a view never depends on. */
export interface ViewProps {
  readonly slug?: string;
  /** The later of two editions, of which `slug` is the earlier. */
  readonly later?: string;
  readonly facet?: Facet;
  readonly value?: string;
  readonly page?: number;
  /** Terms by what they are called in English; else by pinyin. */
  readonly english?: boolean;
  /** Id of a standard system, and of a place in it. */
  readonly system?: string;
  readonly place?: string;
  /** Id of a product group of indicators. */
  readonly group?: string;
  /** Id of a project. */
  readonly project?: string;
  /** Id of a course, and the name of one of its lessons. */
  readonly course?: string;
  readonly lesson?: string;
  /** Of a plan (立项计划). */
  readonly year?: number;
  /** Name of a file. */
  readonly file?: string;
}

import type { DayStatus } from '#core/terms/index.ts';
import type { CommonWords } from './common.ts';
import type { FilterName, MatchKind, Scope, Sort } from '#search/contract.ts';
import type { ListedName, ListedValue } from './listed-values.ts';

/** What the search says. */
export interface SearchWords extends CommonWords {
  readonly status: Readonly<Record<DayStatus, string>>;
  readonly suggestions: string;
  readonly suggestionCount: (count: number) => string;
  readonly recentCount: (count: number) => string;
  readonly allResults: (query: string) => string;
  readonly removeRecent: (query: string) => string;
  readonly removed: string;
  readonly clearRecents: string;
  readonly term: string;
  readonly record: string;
  /** Of a standard that cities recognise of each other. */
  readonly recognised: string;
  readonly yes: string;
  readonly loading: string;
  readonly scopes: Readonly<Record<Scope, string>>;
  /** By what is looked for; without a question, all that pass the filters. */
  readonly found: Readonly<Record<Scope, (count: string, query: string) => string>>;
  readonly range: (from: string, to: string) => string;
  readonly nothing: (query: string) => string;
  readonly searchedFull: (hosted: string, records: string) => string;
  readonly searchedLight: (hosted: string, records: string) => string;
  readonly tips: string;
  readonly tryThis: readonly string[];
  /** The question is a number as numbers are written, of a standard that is not here. */
  readonly notHeld: string;
  readonly hiddenByFilters: (count: string) => string;
  readonly withoutAll: (count: string) => string;
  readonly without: (filter: string, count: string) => string;
  readonly nearest: string;
  readonly elsewhere: string;
  readonly elsewhereNote: string;
  readonly newWindow: string;
  readonly browse: string;
  /** Before a list that opens; after its end, where it does not hold all of them. */
  readonly moreClauses: (count: number) => string;
  /** How many standards apply at a place of a system, and how many of them are mandatory. */
  readonly placeCount: (count: number, mandatory: number) => string;
  readonly placeAll: (count: number) => string;
  /** Before other places that may be meant. */
  readonly placeOthers: string;
  readonly clausesBeyond: (count: number) => string;
  readonly numbersHeld: (named: number, held: number) => string;
  /** Each before a list of numbers. */
  readonly numbersAbsent: string;
  readonly numbersOtherEdition: string;
  readonly leftOut: (start: string) => string;
  readonly match: Readonly<Record<MatchKind, string>>;
  readonly issued: string;
  readonly implemented: string;
  readonly replacedBy: readonly [string, string];
  readonly newer: readonly [string, string];
  readonly comma: string;
  readonly questionMark: string;
  readonly and: string;
  readonly chineseText: string;
  readonly instead: (asked: string, found: string) => string;
  readonly otherYears: (asked: string) => string;
  readonly didYouMean: string;
  readonly asWritten: (asked: string) => string;
  readonly serverGone: string;
  readonly degraded: string;
  readonly failed: string;
  readonly retry: string;
  readonly untitled: string;
  readonly filtersChosen: (count: number) => string;
  readonly filterNames: Readonly<Record<FilterName, string>>;
  readonly values: {
    readonly [Name in ListedName]: Readonly<Record<ListedValue<Name>, string>>;
  };
  readonly chosen: string;
  readonly remove: (filter: string) => string;
  readonly clearFilters: string;
  readonly colon: string;
  /** In a group of filters that has just been opened. */
  readonly counting: string;
  readonly noValues: string;
  readonly showResults: (count: string) => string;
  readonly sort: string;
  readonly sorts: Readonly<Record<Sort, string>>;
  readonly definedIn: string;
  readonly systemCount: (count: string) => string;
  readonly pick: (number: string) => string;
  readonly export: string;
  /** A link to the feed nearest to the question. */
  readonly subscribe: string;
  readonly exportChosen: (count: number) => string;
  readonly exportWhat: string;
  readonly exportAll: (count: string) => string;
  readonly exportFirst: (count: string) => string;
  readonly exportUpTo: (count: string) => string;
  readonly exportPicked: (count: number) => string;
  readonly unpick: string;
  readonly table: string;
  readonly citations: string;
  readonly citationFormat: string;
  readonly copy: string;
  readonly copied: (count: number) => string;
  readonly copyFailed: string;
  readonly download: string;
  readonly downloaded: (count: number) => string;
  readonly preparing: string;
  readonly exportFailed: string;
  readonly close: string;
  readonly columns: readonly string[];
  /** Of what the catalogue of the site adds to a hit. */
  readonly listedColumns: readonly string[];
  /** Before those of its standard, where clauses are shown. */
  readonly clauseColumns: readonly string[];
  /** Of the exported file, before the day. */
  readonly fileName: string;
}

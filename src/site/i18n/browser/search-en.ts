import { COMMON } from './common.ts';
import { nameFilters } from './filters.ts';
import type { SearchWords } from './search-words.ts';

const sayFound = (things: string) => (count: string, query: string) =>
  query === '' ? `${things}: ${count}` : `${things} found for “${query}”: ${count}`;

const common = COMMON.en;

export const EN: SearchWords = {
  ...common,
  ...nameFilters('en'),
  suggestions: 'Suggestions',
  suggestionCount: (count) =>
    count === 0 ? 'No suggestions' : `${count} suggestions, choose with the arrow keys`,
  recentCount: (count) =>
    `${count} recent searches, choose with the arrow keys, press Delete to remove one`,
  allResults: (query) => `All results for “${query}”`,
  removeRecent: (query) => `Remove “${query}”`,
  removed: 'Removed',
  clearRecents: 'Clear recent searches',
  term: 'Term',
  record: 'Catalogue data',
  yes: 'yes',
  loading: 'Searching…',
  scopes: {
    standards: 'Standards',
    clauses: common.clauses,
    terms: common.terms,
    systems: common.systems,
  },
  found: {
    standards: sayFound('Standards'),
    clauses: (count, query) =>
      query === ''
        ? `Standards: ${count}`
        : `Standards with clauses that match “${query}”: ${count}`,
    terms: sayFound('Terms'),
    systems: sayFound('Systems and segments'),
  },
  range: (from, to) => `showing ${from}–${to}`,
  nothing: (query) =>
    query === '' ? 'No standard passes these filters' : `Nothing found for “${query}”`,
  searchedFull: (hosted, records) =>
    `Searched: numbers, titles, terms and clauses of ${hosted} full-text standards, numbers and titles of ${records} catalogue records.`,
  searchedLight: (hosted, records) =>
    `Searched: numbers, titles, keywords, scopes and terms of ${hosted} standards, numbers and titles of ${records} catalogue records. The text of clauses is not searched.`,
  tips: 'What may help',
  tryThis: [
    'Check the spelling, or use fewer words',
    'A number may be typed without its year, in small letters, with any dash',
    'Most texts are in Chinese: try the Chinese term or its pinyin',
  ],
  notHeld:
    'The number is well formed; this library does not hold the standard, which does not mean that it does not exist',
  hiddenByFilters: (count) => `Results hidden by your filters: ${count}`,
  withoutAll: (count) => `Clear all filters: ${count}`,
  without: (filter, count) => `Without “${filter}”: ${count}`,
  nearest: 'Standards with a similar number',
  elsewhere: 'Not in this library? Try these platforms',
  elsewhereNote: 'Official Chinese sites, in Chinese; they open in a new window.',
  newWindow: 'opens in a new window',
  browse: 'Browse all standards',
  moreClauses: (count) => `More matching clauses in this standard: ${count}`,
  placeCount: (count, mandatory) =>
    count === 0
      ? 'A place of the standard system; the catalogue has no standard of it yet'
      : `Standards: ${count}${mandatory > 0 ? `, mandatory: ${mandatory}` : ''}`,
  placeAll: (count) => `All ${count} standards`,
  placeOthers: 'Perhaps',
  clausesBeyond: (count) => `And ${count} more in the text of the standard`,
  numbersHeld: (named, held) => `Numbers in the question: ${named}; held here: ${held}`,
  numbersAbsent: 'Not held: ',
  numbersOtherEdition: 'Not held in this edition, only in others: ',
  leftOut: (start) => `The question is too long; not searched from “${start}” on`,
  match: {
    number: 'number matches',
    title: 'title matches',
    text: 'clauses match',
    pinyin: 'pinyin matches',
    all: '',
  },
  issued: 'Issued',
  implemented: 'in force from',
  replacedBy: ['Superseded by ', ''],
  newer: ['A newer edition has been issued: ', ''],
  comma: ', ',
  questionMark: '?',
  and: ', ',
  chineseText: 'Chinese text only',
  instead: (asked, found) => `Nothing for “${asked}”; these are results for “${found}”`,
  otherYears: (asked) => `There is no edition “${asked}”; these are its other editions`,
  didYouMean: 'Did you mean',
  asWritten: (asked) => `Search for “${asked}” as written`,
  serverGone:
    'The search server cannot be reached at present; these results come from the index of the site itself.',
  degraded: 'Clauses cannot be searched at present; these results are by number and title only.',
  failed: 'The search data could not be read. Check the connection and try again.',
  retry: 'Try again',
  untitled: 'Clause',
  filtersChosen: (count) => `${count} chosen`,
  chosen: 'Filters chosen',
  remove: (filter) => `Remove filter ${filter}`,
  clearFilters: 'Clear all',
  colon: ': ',
  counting: 'Counting…',
  noValues: 'No values for this question',
  showResults: (count) => `Show ${count} results`,
  sort: 'Sort by',
  sorts: {
    relevance: 'Relevance',
    issued: 'Date of issue',
    implemented: 'Date in force',
    number: 'Number',
  },
  definedIn: 'in',
  systemCount: (count) => `Standards: ${count}`,
  pick: (number) => `Choose ${number}`,
  export: 'Export and cite',
  exportChosen: (count) => `Export and cite (${count} chosen)`,
  exportWhat: 'Include',
  exportAll: (count) => `All results (${count})`,
  exportFirst: (count) => `The first ${count} results`,
  exportUpTo: (count) => `All results (${count} at most)`,
  exportPicked: (count) => `Those chosen (${count})`,
  unpick: 'Choose none',
  table: 'Table',
  citations: 'Citations',
  citationFormat: 'Format',
  copy: 'Copy',
  copied: (count) => `Citations copied: ${count}`,
  copyFailed: 'The browser does not allow copying; download them instead.',
  download: 'Download',
  downloaded: (count) => `The file is made; standards in it: ${count}`,
  preparing: 'Preparing…',
  exportFailed: 'Not all results could be read, and no file was made. Try again.',
  close: 'Close',
  columns: [
    common.heads.number,
    'Title',
    common.heads.titleEn,
    common.statusLabel,
    'Sample',
    common.heads.issued,
    common.heads.implemented,
    common.successor,
    'Link',
  ],
  listedColumns: [
    'Force',
    common.heads.issuer,
    'Standard systems',
    'Segments',
    common.heads.factsDay,
    'Status on',
  ],
  clauseColumns: ['Clause', 'Clause title', 'Excerpt', 'Link to the clause'],
  fileName: 'standards-found',
};

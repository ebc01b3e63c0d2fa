import { amendedKey, parseNumber } from '../number/index.ts';
import type { Fix, Range } from '../model/diagnostic.ts';
import { findCrossReferences, mentioningText } from '../text/meaning/mentions.ts';
import { findModals } from '../text/meaning/provisions.ts';
import type { Modal, Profile } from '../text/meaning/provisions.ts';
import type { ParsedClause, ParsedDocument, TextPlace, TextRun } from '../text/document.ts';
import { findLineStarts, rangeAt } from '../text/syntax/positions.ts';
import { sourceOffset } from '../text/meaning/run-offsets.ts';
import { blankSpans, findMathStarts, mathSpans } from './prose.ts';
import type { Span } from './prose.ts';

/** A `[#id]` in the text. */
export interface CrossReference {
  readonly id: string;
  readonly run: TextRun;
  readonly start: number;
  readonly end: number;
}

/** A parsed document with what several rules ask of it, worked out once. */
export interface DocumentView {
  readonly doc: ParsedDocument;
  readonly profile: Profile;
  readonly isDraft: boolean;
  /** An amendment sheet (修改单): it speaks of the clauses of its base, and has its own shape. */
  readonly isAmendment: boolean;
  /** Clauses of level 1, by index. */
  readonly roots: readonly number[];
  readonly childrenOf: (clause: number) => readonly number[];
  readonly rootOf: (clause: number) => ParsedClause | undefined;
  readonly clauseOf: (run: TextRun) => ParsedClause | undefined;
  readonly crossReferences: readonly CrossReference[];
  /** The first run of a clause's own text, its heading left out. */
  readonly firstRunOf: (clause: number) => TextRun | undefined;
  /** Spans of inline formulae in a run's text, ascending. */
  readonly mathOf: (run: TextRun) => readonly Span[];
  /** A run's text with inline formulae and code blanked at equal length: what is left is prose. */
  readonly proseOf: (run: TextRun) => string;
  /** Modal verbs of a run's prose, by offset in its text. */
  readonly modalsOf: (run: TextRun) => readonly Modal[];
  /** The source range of a part of a run's text. */
  readonly rangeOf: (run: TextRun, start?: number, end?: number) => Range;
  /** The range between two offsets of the source. */
  readonly sourceRange: (start: number, end: number) => Range;
  /** A fix of that part; undefined where the source does not read like the text (markup between). */
  readonly fixOf: (run: TextRun, start: number, end: number, text: string) => Fix | undefined;
  /** The range of a key of the front matter, of its nearest parent, or the first line. */
  readonly metaRange: (path: string) => Range;
}

function isAmendment(number: string | undefined): boolean {
  const parsed = number === undefined ? undefined : parseNumber(number);
  return parsed?.ok === true && amendedKey(parsed.number) !== undefined;
}

export const fileStart: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

export function openDocument(doc: ParsedDocument): DocumentView {
  const lineStarts = findLineStarts(doc.source);
  const children = new Map<number, number[]>();
  const roots: number[] = [];
  const rootIndex: number[] = [];
  doc.clauses.forEach(({ parent }, index) => {
    rootIndex.push(parent === null ? index : (rootIndex[parent] ?? index));
    if (parent === null) roots.push(index);
    else {
      const siblings = children.get(parent);
      if (siblings) siblings.push(index);
      else children.set(parent, [index]);
    }
  });
  const crossReferences: CrossReference[] = [];
  const modals = new Map<TextRun, readonly Modal[]>();
  const proses = new Map<TextRun, string>();
  const firstRuns = new Map<number, TextRun>();
  for (const run of doc.runs) {
    if (run.place !== 'heading' && !firstRuns.has(run.clause)) firstRuns.set(run.clause, run);
    if (!run.text.includes('[#')) continue;
    for (const found of findCrossReferences(mentioningText(run))) {
      crossReferences.push({ ...found, run });
    }
  }
  const mathStarts = findMathStarts(doc);
  const mathOf = (run: TextRun) => mathSpans(run, mathStarts);
  const proseOf = (run: TextRun) => {
    let prose = proses.get(run);
    if (prose === undefined) {
      prose = blankSpans(run.text, [...(run.code ?? []), ...mathOf(run)]);
      proses.set(run, prose);
    }
    return prose;
  };
  const offsets = (run: TextRun, start: number, end: number) => {
    const from = sourceOffset(run, start);
    return [from, end > start ? sourceOffset(run, end - 1) + 1 : from] as const;
  };
  return {
    doc,
    profile: doc.meta?.profile ?? 'gbt1.1',
    isDraft: doc.meta?.status === 'draft',
    isAmendment: isAmendment(doc.meta?.number),
    roots,
    childrenOf: (clause) => children.get(clause) ?? [],
    rootOf: (clause) => doc.clauses[rootIndex[clause] ?? -1],
    clauseOf: (run) => doc.clauses[run.clause],
    crossReferences,
    firstRunOf: (clause) => firstRuns.get(clause),
    mathOf,
    proseOf,
    modalsOf: (run) => {
      let found = modals.get(run);
      if (!found) modals.set(run, (found = findModals(proseOf(run))));
      return found;
    },
    rangeOf: (run, start = 0, end = run.text.length) =>
      rangeAt(lineStarts, ...offsets(run, start, end)),
    sourceRange: (start, end) => rangeAt(lineStarts, start, end),
    fixOf: (run, start, end, text) => {
      const [from, to] = offsets(run, start, end);
      if (doc.source.slice(from, to) !== run.text.slice(start, end)) return undefined;
      return { start: from, end: to, text };
    },
    metaRange: (path) => {
      for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
        const range = doc.metaRanges.get(at);
        if (range) return range;
      }
      return fileStart;
    },
  };
}

/** Running text of the body, in the order of the document. */
export function* runsIn(view: DocumentView, places: readonly TextPlace[]): Iterable<TextRun> {
  for (const run of view.doc.runs) if (places.includes(run.place)) yield run;
}

export const bodyPlaces: readonly TextPlace[] = [
  'paragraph',
  'list',
  'cell',
  'note',
  'example',
  'footnote',
  'definition',
  'caption',
  'key',
];

/** The title as a message shows it; an untitled clause by its number. */
export function nameClause(clause: ParsedClause): string {
  return [clause.address, clause.title].filter(Boolean).join(' ') || clause.label;
}

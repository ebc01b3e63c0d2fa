import type { Nodes } from 'mdast';
import { hasOnlyPlainCharacters } from '../characters/index.ts';
import { amendedKey, listWrongMarks, parseNumber } from '../number/index.ts';
import type { FoundNumber, WrongMark } from '../number/index.ts';
import type { Fix, Range } from '../model/diagnostic.ts';
import { mentioningText } from '../text/meaning/mentions.ts';
import type { NodeOf } from '../text/syntax/nodes.ts';
import { listNodes } from '../text/syntax/tree.ts';
import type { Profile } from '../text/meaning/modals.ts';
import type { ParsedClause, ParsedDocument, TextPlace, TextRun } from '../text/document.ts';
import { rangeAt } from '../text/syntax/positions.ts';
import { sourceOffset } from '../text/meaning/run-offsets.ts';
import { locateKey } from './locate.ts';
import { listModals } from './modals.ts';
import type { FoundModal } from './modals.ts';
import { joinSigns, readSigns } from './signs.ts';
import type { Sign } from './signs.ts';

/** A `[#id]` in the text. */
export interface CrossReference {
  readonly id: string;
  readonly run: TextRun;
  readonly start: number;
  readonly end: number;
}

/** A wrong sign in a number of a standard. */
export interface FoundMark extends WrongMark {
  readonly run: TextRun;
  readonly found: FoundNumber;
}

/** A parsed document with what several rules ask of it, worked out once. */
export interface RuleContext {
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
  /** The source holds no character that could be invisible, combining or a radical. */
  readonly isPlain: boolean;
  /** All nodes of the tree, in the order of the document. */
  readonly nodes: readonly Nodes[];
  /** The nodes of a type, in the order of the document. */
  readonly nodesOf: <Type extends Exclude<Nodes['type'], 'text'>>(
    type: Type,
  ) => readonly NodeOf<Type>[];
  /** A run's text with inline formulae and code blanked at equal length: what is left is prose. */
  readonly proseOf: (run: TextRun) => string;
  /** The kinds of characters in each run's text, by the index of the run; see `readSigns`. */
  readonly signs: readonly number[];
  /** Signs in numbers of standards that are not the ones a standard prints there, in order. */
  readonly wrongMarks: readonly FoundMark[];
  /** Modal verbs of the prose of all runs but headings and sources, in order. */
  readonly modals: readonly FoundModal[];
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

/** What the rules see of a document; what is costly is worked out when it is first asked for. */
export function createRuleContext(doc: ParsedDocument): RuleContext {
  const { lineStarts, tree } = doc;
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
  const proses = new Map<TextRun, string>();
  let wrongMarks: readonly FoundMark[] | undefined;
  let signs: readonly number[] | undefined;
  let modals: readonly FoundModal[] | undefined;
  const firstRuns = new Map<number, TextRun>();
  const proseOf = (run: TextRun) => {
    if (!run.code && !run.math) return run.text;
    let prose = proses.get(run);
    if (prose === undefined) proses.set(run, (prose = mentioningText(run)));
    return prose;
  };
  for (const run of doc.runs) {
    if (run.place !== 'heading' && !firstRuns.has(run.clause)) firstRuns.set(run.clause, run);
  }
  for (const { run, found } of doc.mentions.values()) {
    // What a generated foreword mentions stands nowhere in the source.
    if (run.segments.length === 0) continue;
    for (const mention of found) {
      if (mention.kind !== 'xref') continue;
      const { id, start, value } = mention;
      crossReferences.push({ id, run, start, end: start + value.length });
    }
  }
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
    isPlain: hasOnlyPlainCharacters(doc.source),
    nodes: tree.nodes,
    nodesOf: (type) => listNodes(tree, type),
    proseOf,
    get signs() {
      return (signs ??= doc.runs.map(({ text }) => readSigns(text)));
    },
    get wrongMarks() {
      return (wrongMarks ??= findWrongMarks(this, doc.numbers));
    },
    get modals() {
      return (modals ??= listModals(doc));
    },
    rangeOf: (run, start = 0, end = run.text.length) =>
      rangeAt(lineStarts, ...offsets(run, start, end)),
    sourceRange: (start, end) => rangeAt(lineStarts, start, end),
    fixOf: (run, start, end, text) => {
      const [from, to] = offsets(run, start, end);
      if (doc.source.slice(from, to) !== run.text.slice(start, end)) return undefined;
      return { start: from, end: to, text };
    },
    metaRange: (path) => locateKey((each) => doc.metaRanges.get(each), path),
  };
}

function findWrongMarks(view: RuleContext, known: ParsedDocument['numbers']): readonly FoundMark[] {
  const marks: FoundMark[] = [];
  for (const run of runsIn(view, allPlaces, 'digit')) {
    for (const found of known.get(run) ?? []) {
      // A model (`JS 500-2000型`) or a span of years, not a number.
      if (/^\s?[型年]/.test(run.text.slice(found.end, found.end + 2))) continue;
      for (const mark of listWrongMarks(found)) marks.push({ ...mark, run, found });
    }
  }
  return marks;
}

/** Runs that stand in one of the places and, where signs are given, hold one of them; in the order of the document. */
export function runsIn(
  { doc, signs }: RuleContext,
  places: readonly TextPlace[],
  ...sought: readonly Sign[]
): readonly TextRun[] {
  const mask = joinSigns(sought);
  const { runs } = doc;
  const held = mask === 0 ? null : signs;
  return runs.filter(
    ({ place }, index) =>
      (held === null || ((held[index] ?? 0) & mask) !== 0) && places.includes(place),
  );
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

export const allPlaces: readonly TextPlace[] = ['heading', 'source', ...bodyPlaces];

/** The title as a message shows it; an untitled clause by its number. */
export function nameClause(clause: ParsedClause): string {
  return [clause.address, clause.title].filter(Boolean).join(' ') || clause.label;
}

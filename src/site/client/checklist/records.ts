import {
  isEmptyMark,
  mergeEntries,
  noMark,
  readChecklist,
  toEntry,
  writeChecklist,
} from '#core/checklist/index.ts';
import type {
  ChecklistRow,
  LostEntry,
  Mark,
  SavedChecklist,
  SavedEntry,
} from '#core/checklist/index.ts';
import { keep, putAside, readKept } from '../kept.ts';
import type { KeepFault } from '../kept.ts';

/** What a reader says of the rows of one list, kept in this browser as it is said. */
export interface Records {
  readonly of: (key: string) => Mark;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly lost: readonly LostEntry[];
  /** The other edition that the mark of a row was made for. */
  readonly editionOf: (key: string) => string | undefined;
  readonly set: (row: ChecklistRow, change: Partial<Mark>) => void;
  /** Puts a lost entry at what stands at its place now, or lets it go. */
  readonly settle: (lost: LostEntry, isTaken: boolean) => void;
  /** Adds the entries of a saved file; returns how many found their rows, and how many did not. */
  readonly add: (entries: readonly SavedEntry[]) => {
    readonly placed: number;
    readonly lost: number;
  };
  /** The list as it is saved to a file. */
  readonly write: () => string;
  /** Why the last change was not kept, or what was kept before could not be read. */
  readonly fault: KeepFault | 'damaged' | undefined;
  /** Whether anything was said on this page. */
  readonly isChanged: boolean;
}

interface ListOfRows {
  readonly rows: readonly ChecklistRow[];
  readonly name: string;
  readonly source: string;
  readonly standards: SavedChecklist['standards'];
  /** Standards whose rows are not there yet: their records wait, and are not lost. */
  readonly missing: ReadonlySet<string>;
}

/** Waiting time before what is typed is kept, in milliseconds. */
const patience = 400;

/** What is kept under a key; what cannot be read is put aside, and `full` where that cannot be done. */
function readEntries(key: string): {
  readonly entries: readonly SavedEntry[];
  readonly fault: Records['fault'];
} {
  const { text, fault } = readKept(key);
  if (text === null) return { entries: [], fault };
  const read = readChecklist(text);
  if (read.kind === 'checklist') return { entries: read.checklist.entries, fault: undefined };
  return { entries: [], fault: putAside(key, text) === undefined ? 'full' : read.kind };
}

/** Keeps what `write` gives under a key, now or after a short while; `before` is what was wrong with what is there. */
function startKeeping(
  key: string,
  write: () => string,
  before: Records['fault'],
  onFault: () => void,
) {
  /** What could not be put aside must not be written over. */
  const isLocked = before === 'full';
  let fault = before;
  let isChanged = false;
  let timer = 0;
  const now = (): void => {
    isChanged = true;
    window.clearTimeout(timer);
    timer = 0;
    const failed = isLocked ? 'full' : keep(key, write());
    if (failed === fault) return;
    fault = failed;
    onFault();
  };
  window.addEventListener('pagehide', () => {
    if (timer !== 0) now();
  });
  return {
    now,
    soon(): void {
      isChanged = true;
      window.clearTimeout(timer);
      timer = window.setTimeout(now, patience);
    },
    get fault() {
      return fault;
    },
    get isChanged() {
      return isChanged;
    },
  };
}

/** Opens the records of a list; `onFault` hears when a change could not be kept, and when it can again. */
export function openRecords(list: ListOfRows, onFault: () => void): Records {
  const { rows, name, source, standards, missing } = list;
  const key = `biaolian.checklist.${source}`;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const kept = readEntries(key);
  const { entries } = kept;
  const waiting = entries.filter(({ slug }) => missing.has(slug));
  const merged = mergeEntries(
    rows,
    new Map(),
    entries.filter(({ slug }) => !missing.has(slug)),
  );
  const marks = new Map(merged.marks);
  const editions = new Map(merged.editions);
  let lost: readonly LostEntry[] = merged.lost;
  const listEntries = (): readonly SavedEntry[] => [
    ...[...marks].flatMap(([at, mark]) => {
      const row = byKey.get(at);
      return row && !isEmptyMark(mark) ? [toEntry(row, mark)] : [];
    }),
    ...lost.map(({ entry }) => entry),
    ...waiting,
  ];
  const write = (): string => writeChecklist({ name, source, standards, entries: listEntries() });
  const keeping = startKeeping(key, write, kept.fault, onFault);

  return {
    of: (at) => marks.get(at) ?? noMark,
    marks,
    editionOf: (at) => editions.get(at),
    get lost() {
      return lost;
    },
    get fault() {
      return keeping.fault;
    },
    get isChanged() {
      return keeping.isChanged;
    },
    set(row, change) {
      marks.set(row.key, { ...(marks.get(row.key) ?? noMark), ...change });
      keeping.soon();
    },
    settle(entry, isTaken) {
      lost = lost.filter((each) => each !== entry);
      if (isTaken && entry.now) {
        const { done, note, person, date } = entry.entry;
        marks.set(entry.now.key, { done, note, person, date });
      }
      keeping.now();
    },
    add(added) {
      const result = mergeEntries(rows, marks, added);
      for (const [at, mark] of result.marks) marks.set(at, mark);
      for (const [at, number] of result.editions) editions.set(at, number);
      lost = [...lost, ...result.lost];
      keeping.now();
      return { placed: added.length - result.lost.length, lost: result.lost.length };
    },
    write,
  };
}

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

/**
 * Keeps what `write` gives under a key, now or after a short while; `before` is what was wrong with what is there. `onKept` hears
 * when it was kept.
 */
function startKeeping(
  key: string,
  write: () => string,
  before: Records['fault'],
  { onFault, onKept }: { readonly onFault: () => void; readonly onKept: () => void },
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
    if (!failed) onKept();
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

const keyOfLost = ({ entry }: LostEntry): string => JSON.stringify(entry);

/** What is kept of a list, put at its rows. */
function placeEntries({ rows, missing }: ListOfRows, entries: readonly SavedEntry[]) {
  const isWaiting = ({ slug }: SavedEntry) => missing.has(slug);
  const { marks, editions, lost } = mergeEntries(
    rows,
    new Map(),
    entries.filter((entry) => !isWaiting(entry)),
  );
  return { marks, editions, lost, waiting: entries.filter(isWaiting) };
}

/** What is said of the rows of a list: what is kept, and over it what was said here and is not kept yet. */
function startSaid(list: ListOfRows) {
  const byKey = new Map(list.rows.map((row) => [row.key, row]));
  const marks = new Map<string, Mark>();
  const editions = new Map<string, string>();
  const said = new Map<string, Partial<Mark>>();
  const released = new Set<string>();
  let added: readonly LostEntry[] = [];
  let lost: readonly LostEntry[] = [];
  let waiting: readonly SavedEntry[] = [];
  return {
    marks,
    editions,
    get lost() {
      return lost;
    },
    /** Takes what is kept now, which another window may have changed. */
    take(entries: readonly SavedEntry[]): void {
      const placed = placeEntries(list, entries);
      marks.clear();
      for (const [at, mark] of placed.marks) marks.set(at, mark);
      for (const [at, number] of placed.editions) editions.set(at, number);
      for (const [at, change] of said) marks.set(at, { ...(marks.get(at) ?? noMark), ...change });
      waiting = placed.waiting;
      const there = new Set(placed.lost.map(keyOfLost));
      lost = [...placed.lost, ...added.filter((each) => !there.has(keyOfLost(each)))].filter(
        (each) => !released.has(keyOfLost(each)),
      );
    },
    list: (): readonly SavedEntry[] => [
      ...[...marks].flatMap(([at, mark]) => {
        const row = byKey.get(at);
        return row && !isEmptyMark(mark) ? [toEntry(row, mark)] : [];
      }),
      ...lost.map(({ entry }) => entry),
      ...waiting,
    ],
    say(at: string, change: Partial<Mark>): void {
      said.set(at, { ...said.get(at), ...change });
      marks.set(at, { ...(marks.get(at) ?? noMark), ...change });
    },
    release(entry: LostEntry): void {
      released.add(keyOfLost(entry));
      lost = lost.filter((each) => keyOfLost(each) !== keyOfLost(entry));
    },
    addLost(entries: readonly LostEntry[]): void {
      added = [...added, ...entries];
      lost = [...lost, ...entries];
    },
    /** All of it is kept now. */
    settle(): void {
      said.clear();
      released.clear();
      added = [];
    },
  };
}

/**
 * Opens the records of a list; `onFault` hears when a change could not be kept, and when it can again, `onOther` when another
 * window changed them. Each change is made to what is kept at that time, and to its own row alone.
 */
export function openRecords(
  list: ListOfRows,
  onFault: () => void,
  onOther: () => void = () => undefined,
): Records {
  const { rows, name, source, standards } = list;
  const key = `biaolian.checklist.${source}`;
  const first = readEntries(key);
  const said = startSaid(list);
  said.take(first.entries);
  const write = (): string => writeChecklist({ name, source, standards, entries: said.list() });
  const writeAnew = (): string => {
    const { entries, fault } = readEntries(key);
    // Where nothing can be read, what this page knows is all there is.
    if (fault === undefined) said.take(entries);
    return write();
  };
  const keeping = startKeeping(key, writeAnew, first.fault, {
    onFault,
    onKept: () => said.settle(),
  });
  window.addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    said.take(readEntries(key).entries);
    onOther();
  });
  return {
    of: (at) => said.marks.get(at) ?? noMark,
    marks: said.marks,
    editionOf: (at) => said.editions.get(at),
    get lost() {
      return said.lost;
    },
    get fault() {
      return keeping.fault;
    },
    get isChanged() {
      return keeping.isChanged;
    },
    set(row, change) {
      said.say(row.key, change);
      keeping.soon();
    },
    settle(entry, isTaken) {
      said.release(entry);
      if (isTaken && entry.now) {
        const { done, note, person, date } = entry.entry;
        said.say(entry.now.key, { done, note, person, date });
      }
      keeping.now();
    },
    add(entries) {
      const result = mergeEntries(rows, said.marks, entries);
      for (const [at, mark] of result.marks) if (mark !== said.marks.get(at)) said.say(at, mark);
      for (const [at, number] of result.editions) said.editions.set(at, number);
      said.addLost(result.lost);
      keeping.now();
      return { placed: entries.length - result.lost.length, lost: result.lost.length };
    },
    write,
  };
}

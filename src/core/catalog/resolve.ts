import { listMembers, numberKey, parseNumber, undatedKey } from '../number/index.ts';
import type { NumberMatch, StandardNumber } from '../number/index.ts';
import type { CatalogEntry } from './entry.ts';
import type { EffectiveStatus } from './status.ts';

/** What a mention of a standard points to. */
export type Resolution =
  | {
      readonly kind: 'hosted' | 'record';
      /** Dated: that very edition. Undated: the edition in force, else the newest. */
      readonly entry: CatalogEntry;
      /** All editions of the number, newest first. */
      readonly editions: readonly CatalogEntry[];
      /** Of 「（所有部分）」 the edition in force of every known part, of a run every known standard; else empty. */
      readonly parts: readonly CatalogEntry[];
    }
  | {
      readonly kind: 'unknown';
      /** Other editions of the same number, newest first. */
      readonly editions: readonly CatalogEntry[];
      /**
       * Known numbers that look like it, best first; only when no edition is known. Worked out when
       * asked for: it costs milliseconds.
       */
      readonly nearest: readonly NumberMatch[];
    };

interface Sources {
  readonly keys: ReadonlyMap<string, CatalogEntry>;
  readonly editions: ReadonlyMap<string, readonly CatalogEntry[]>;
  readonly statusOf: (entry: CatalogEntry) => EffectiveStatus;
  readonly nearest: (number: string) => readonly NumberMatch[];
}

const allParts = '(所有部分)';

/**
 * What finds the standard that a reference means: the edition it names, or for an undated one the edition in force. Each answer is kept.
 */
export function buildResolver(sources: Sources): (key: string, dated: boolean) => Resolution {
  const { keys, editions, statusOf, nearest } = sources;
  const known = new Map<string, Resolution>();
  let partsByWhole: ReadonlyMap<string, readonly string[]> | undefined;

  const pickCurrent = (list: readonly CatalogEntry[]): CatalogEntry | undefined =>
    list.find((entry) => statusOf(entry).status === '现行') ??
    list.find((entry) => statusOf(entry).status !== '草案') ??
    list[0];

  const resolveParts = (whole: string): Resolution | undefined => {
    partsByWhole ??= indexParts(editions);
    const parts = (partsByWhole.get(whole) ?? []).flatMap((part) => {
      const current = pickCurrent(editions.get(part) ?? []);
      return current ? [current] : [];
    });
    const [first] = parts;
    const own = pickCurrent(editions.get(whole) ?? []);
    if (own) return found(own, editions.get(whole) ?? [], parts);
    return first ? found(first, [], parts) : undefined;
  };

  const resolveUndated = (key: string): Resolution | undefined => {
    const list = editions.get(key) ?? [];
    const current = pickCurrent(list);
    return current && found(current, list);
  };

  /** The standards of a run that are known; a mention leads to the first. */
  const resolveRun = (number: StandardNumber, dated: boolean): Resolution | undefined => {
    if (number.through === null) return undefined;
    const members = listMembers(number).flatMap((member) => {
      const resolved = member === number ? undefined : resolveKey(numberKey(member), dated);
      return resolved && resolved.kind !== 'unknown' ? [resolved] : [];
    });
    const [first] = members;
    return (
      first &&
      found(
        first.entry,
        first.editions,
        members.map(({ entry }) => entry),
      )
    );
  };

  const compute = (key: string, dated: boolean): Resolution => {
    if (key.endsWith(allParts)) {
      const resolved = resolveParts(key.slice(0, -allParts.length));
      if (resolved) return resolved;
    }
    const exact = keys.get(key);
    if (exact) return found(exact, editions.get(exact.undated) ?? [exact]);
    const resolved = dated ? undefined : resolveUndated(key);
    if (resolved) return resolved;
    const parsed = parseNumber(key);
    const run = parsed.ok ? resolveRun(parsed.number, dated) : undefined;
    if (run) return run;
    const others = parsed.ok ? (editions.get(undatedKey(parsed.number)) ?? []) : [];
    return {
      kind: 'unknown',
      editions: others,
      get nearest() {
        return others.length > 0 ? [] : nearest(key);
      },
    };
  };

  const resolveKey = (key: string, dated: boolean): Resolution => {
    const id = dated ? key : `${key}\n`;
    const before = known.get(id);
    if (before) return before;
    const resolution = compute(key, dated);
    known.set(id, resolution);
    return resolution;
  };
  return resolveKey;
}

/**
 * A resolver for a catalogue in which some entries were exchanged for others of the same facts: what does not lead to one of
 * them is as another resolver has it.
 */
export function followResolver(
  before: (key: string, dated: boolean) => Resolution,
  gone: ReadonlySet<CatalogEntry>,
  sources: Sources,
): (key: string, dated: boolean) => Resolution {
  const resolve = buildResolver(sources);
  const isGone = (entry: CatalogEntry): boolean => gone.has(entry);
  return (key, dated) => {
    const known = before(key, dated);
    const stands =
      !known.editions.some(isGone) &&
      (known.kind === 'unknown' || !(isGone(known.entry) || known.parts.some(isGone)));
    return stands ? known : resolve(key, dated);
  };
}

function found(
  entry: CatalogEntry,
  all: readonly CatalogEntry[],
  parts: readonly CatalogEntry[] = [],
): Resolution {
  return { kind: entry.row ? 'hosted' : 'record', entry, editions: all, parts };
}

/** `GB/T 5750` → `GB/T 5750.1` …, in the order of their parts. */
function indexParts(
  editions: ReadonlyMap<string, readonly CatalogEntry[]>,
): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [undated, [entry]] of editions) {
    if (!entry?.parsed?.part) continue;
    const whole = undatedKey({ ...entry.parsed, part: null });
    const list = index.get(whole);
    if (list) list.push(undated);
    else index.set(whole, [undated]);
  }
  for (const list of index.values()) list.sort((a, b) => lastNumber(a) - lastNumber(b));
  return index;
}

function lastNumber(key: string): number {
  return Number(/(\d+)$/.exec(key)?.[1] ?? 0);
}

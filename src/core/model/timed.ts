/** What holds from a day on. */
export interface Phase<T> {
  /** `YYYY-MM-DD`; absent for what holds on the day of the build. */
  readonly from?: string;
  readonly value: T;
}

/** A value that moves with the day: what holds at first, then what follows, in the order of days. */
export type Timed<T> = readonly Phase<T>[];

/** Without the phases that change nothing. */
function dropEqual<T>(phases: Timed<T>): Timed<T> {
  // Most of what moves has one phase: there is nothing to compare it with.
  if (phases.length === 1 && phases[0]?.value !== undefined) return phases;
  let last: string | undefined;
  return phases.filter(({ value }) => {
    const text = JSON.stringify(value);
    const changes = text !== last;
    last = text;
    return changes;
  });
}

/** The value at first and on each of some later days, in their order; days that change nothing are left out. */
export const timed = <T>(days: readonly string[], at: (day?: string) => T): Timed<T> =>
  dropEqual([{ value: at() }, ...days.map((from) => ({ from, value: at(from) }))]);

/** The value on a day, `YYYY-MM-DD`: that of the last phase that has begun; undefined where none has. */
export function valueOn<T>(phases: Timed<T>, day: string): T | undefined {
  return phases.findLast(({ from }) => from === undefined || from <= day)?.value;
}

/** Another value for each of some phases; those that change nothing are left out. */
export const mapTimed = <T, U>(phases: Timed<T>, map: (value: T) => U): Timed<U> =>
  dropEqual(phases.map(({ from, value }) => ({ ...(from && { from }), value: map(value) })));

/** A list that moves with the day: each item has a place and is there on some days; `null` is not there. */
export interface TimedList<T> {
  readonly count: Timed<number>;
  readonly items: readonly Timed<T | null>[];
}

/** Items of all days in one order: those of a later day stand behind the one they follow on that day. */
export function timedList<T>(
  days: readonly string[],
  at: (day?: string) => readonly T[],
  keyOf: (item: T) => string,
): TimedList<T> {
  const lists = [undefined, ...days].map((day) => ({ day, items: at(day) }));
  const order: string[] = [];
  const known = new Set<string>();
  for (const { items } of lists) {
    let before = -1;
    for (const key of items.map(keyOf)) {
      if (known.has(key)) before = order.indexOf(key, 0);
      else {
        known.add(key);
        before += 1;
        order.splice(before, 0, key);
      }
    }
  }
  const byDay = new Map(
    lists.map(({ day, items }) => [day, new Map(items.map((item) => [keyOf(item), item]))]),
  );
  return {
    count: timed(days, (day) => byDay.get(day)?.size ?? 0),
    items: order.map((key) => timed(days, (day) => byDay.get(day)?.get(key) ?? null)),
  };
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChecklistRow } from '#core/checklist/index.ts';
import { openRecords } from '#site/client/checklist/records.ts';

/** As much of a browser as records need: what it keeps, and the event that its other windows hear. */
function startBrowser() {
  const kept = new Map<string, string>();
  const windows: ((key: string) => void)[] = [];
  const open = () => {
    const own = windows.length;
    windows.push(() => undefined);
    return {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem(key: string, text: string) {
          kept.set(key, text);
          for (const [at, hear] of windows.entries()) if (at !== own) hear(key);
        },
      },
      addEventListener(kind: string, hear: (event: { readonly key: string }) => void) {
        if (kind === 'storage') windows[own] = (key) => hear({ key });
      },
      setTimeout: globalThis.setTimeout,
      clearTimeout: globalThis.clearTimeout,
    };
  };
  return { kept, open };
}

const row = (id: string): ChecklistRow =>
  ({
    key: `a-1#${id}`,
    slug: 'a-1',
    number: 'A 1',
    id,
    clause: { id, label: id },
    digest: id,
    text: `企业应做${id}。`,
  }) as unknown as ChecklistRow;
const rows = ['2', '4', '6'].map(row);
const list = {
  rows,
  name: 'A 1',
  source: '?standard=a-1',
  standards: [{ slug: 'a-1', number: 'A 1' }],
  missing: new Set<string>(),
};
const [two, four, six] = rows as [ChecklistRow, ChecklistRow, ChecklistRow];

describe('one list in two windows', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function openTwo() {
    const browser = startBrowser();
    const open = (hears: boolean, onOther = () => undefined as void) => {
      const own = browser.open();
      const seen = hears ? own : { ...own, addEventListener: () => undefined };
      vi.stubGlobal('window', seen);
      const records = openRecords(list, () => undefined, onOther);
      return {
        records,
        act(change: () => void) {
          vi.stubGlobal('window', seen);
          change();
          vi.runAllTimers();
        },
      };
    };
    return open;
  }

  it.each([true, false])('keeps what each said of its own rows (heard: %s)', (hears) => {
    const open = openTwo();
    const [one, other] = [open(hears), open(hears)];
    one.act(() => one.records.set(two, { done: true }));
    other.act(() => other.records.set(four, { done: true }));
    one.act(() => one.records.set(six, { done: true }));
    const third = open(hears);
    expect(rows.map(({ key }) => third.records.of(key).done)).toEqual([true, true, true]);
  });

  it('keeps a tick of one and a note of the other at the same row', () => {
    const open = openTwo();
    const [one, other] = [open(false), open(false)];
    one.act(() => one.records.set(two, { done: true }));
    other.act(() => other.records.set(two, { note: '缺记录' }));
    expect(open(false).records.of(two.key)).toMatchObject({ done: true, note: '缺记录' });
  });

  it('takes a tick away for all', () => {
    const open = openTwo();
    const [one, other] = [open(false), open(false)];
    one.act(() => one.records.set(two, { done: true }));
    one.act(() => one.records.set(two, { done: false }));
    other.act(() => other.records.set(four, { done: true }));
    const third = open(false);
    expect(rows.map(({ key }) => third.records.of(key).done)).toEqual([false, true, false]);
  });

  it('shows in one what is said in the other', () => {
    const open = openTwo();
    const heard = vi.fn<() => void>();
    const one = open(true, heard);
    const other = open(true);
    other.act(() => other.records.set(four, { done: true }));
    expect(heard).toHaveBeenCalledOnce();
    expect(one.records.of(four.key).done).toBe(true);
  });
});

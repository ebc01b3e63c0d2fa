import { describe, expect, it } from 'vitest';
import { listChanges, readWatched, writeWatched } from '#core/validity/index.ts';
import type { SeenNumber, WatchedList } from '#core/validity/index.ts';

const seen = (written: string, more: Partial<SeenNumber> = {}): SeenNumber => ({
  place: '1',
  written,
  verdict: 'valid',
  edition: written,
  successors: '',
  ...more,
});
const list: WatchedList = {
  id: 'w1',
  name: '样例清单',
  day: '2026-11-01',
  rows: [{ place: '清单!1', text: 'GB/T 90191-2008\t样例' }],
  seen: [seen('GB/T 90191-2008')],
};

describe('a list that is kept', () => {
  it('tells which numbers are another than they were, by status, successor or edition', () => {
    const before = ['甲', '乙', '丙', '丁'].map((written) => seen(written));
    const now = [
      seen('甲', { verdict: 'replaced' }),
      seen('乙', { successors: '乙—2027' }),
      seen('丙', { edition: '丙—2027' }),
      seen('丁'),
    ];
    expect(listChanges(before, now).map((each) => each.now?.written)).toEqual(['甲', '乙', '丙']);
    expect(listChanges(before, before)).toEqual([]);
  });

  it('tells numbers apart that stand twice in one row', () => {
    const before = [seen('甲'), seen('甲', { verdict: 'absent' })];
    const now = [seen('甲'), seen('甲')];
    expect(listChanges(before, now)).toEqual([{ before: before[1], now: now[1] }]);
  });

  it('tells of numbers that were not read before, and of those that are read no more', () => {
    expect(listChanges([seen('甲')], [seen('乙')])).toEqual([
      { now: seen('乙') },
      { before: seen('甲') },
    ]);
  });

  it('is read as it was written', () => {
    expect(readWatched(writeWatched([list]))).toEqual({ kind: 'lists', lists: [list] });
  });

  it.each([
    ['', 'damaged'],
    ['[1,2]', 'damaged'],
    ['{"format":"other","version":1}', 'damaged'],
    ['{"format":"biaolian-watched-lists","version":2,"lists":[]}', 'other-version'],
  ])('is not read from %s', (text, kind) => {
    expect(readWatched(text)).toEqual({ kind });
  });

  it('leaves out what is no list, and of a list what is no row', () => {
    const text = JSON.stringify({
      format: 'biaolian-watched-lists',
      version: 1,
      lists: [1, { id: 'a' }, { ...list, rows: [null, { place: '1' }], seen: [{ verdict: 'x' }] }],
    });
    expect(readWatched(text)).toEqual({ kind: 'lists', lists: [{ ...list, rows: [], seen: [] }] });
  });
});

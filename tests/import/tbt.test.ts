import { describe, expect, it } from 'vitest';
import { importNotifications } from '#import/tbt/index.ts';

const head = 'symbol,member,title,products,notified,comment_until,as_of';
const row = (symbol: string, title: string, until = '2026-03-06') =>
  `${symbol},JP,${title},B,2026-01-05,${until},2026-01-10`;
const file = (name: string, ...rows: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(`${[head, ...rows].join('\n')}\n`),
});
const symbolsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 3).join(' '));

describe('an import of TBT notifications', () => {
  const first = importNotifications(
    file('a.csv', row('G/TBT/N/JPN/1', 'one'), row('G/TBT/N/JPN/2', '"two, and more"')),
    null,
  );

  it('writes a table that is read again as it is', () => {
    expect(first).toMatchObject({ added: 2, changed: 0, same: 0, diagnostics: [] });
    const kept = { name: 'tbt/a.csv', bytes: new TextEncoder().encode(first.text) };
    const again = importNotifications(kept, kept);
    expect(again).toMatchObject({ added: 0, changed: 0, same: 2, text: first.text });
  });

  it('puts a row in the place of that of the same symbol, and keeps the others', () => {
    const kept = { name: 'tbt/a.csv', bytes: new TextEncoder().encode(first.text) };
    const { text, ...counts } = importNotifications(
      file('b.csv', row('G/TBT/N/JPN/1', 'new'), row('G/TBT/N/JPN/3', 'three')),
      kept,
    );
    expect(counts).toMatchObject({ added: 1, changed: 1, same: 0, diagnostics: [] });
    expect(symbolsOf(text)).toEqual([
      'G/TBT/N/JPN/1 JP new',
      'G/TBT/N/JPN/2 JP "two',
      'G/TBT/N/JPN/3 JP three',
    ]);
  });

  it('leaves out what does not hold, at its line, and takes the rest', () => {
    const { text, diagnostics } = importNotifications(
      file(
        'c.csv',
        row('G/TBT/N/JPN/0', 'nought'),
        row('G/TBT/N/JPN/4', 'four'),
        row('G/TBT/N/JPN/4', 'twice'),
      ),
      null,
    );
    expect(symbolsOf(text)).toEqual(['G/TBT/N/JPN/4 JP four']);
    expect(diagnostics.map(({ rule, range }) => [rule, range.start.line])).toEqual([
      ['abroad-value', 2],
      ['abroad-duplicate', 4],
    ]);
  });

  it('takes nothing into a table whose rows would be lost', () => {
    const kept = file('tbt/a.csv', row('G/TBT/N/JPN/0', 'nought'));
    const { added, text, diagnostics } = importNotifications(
      file('e.csv', row('G/TBT/N/JPN/5', 'five')),
      kept,
    );
    expect([added, text]).toEqual([0, '']);
    expect(diagnostics.map((found) => found.file)).toEqual(['tbt/a.csv']);
  });

  it('takes nothing from what is no UTF-8 or no table', () => {
    const broken = { name: 'd.csv', bytes: Uint8Array.of(0xff, 0xfe, 0x41) };
    expect(importNotifications(broken, null).diagnostics.map(({ rule }) => rule)).toEqual([
      'encoding',
    ]);
    expect(importNotifications(broken, null).added).toBe(0);
  });
});

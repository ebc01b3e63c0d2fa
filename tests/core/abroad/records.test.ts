import { describe, expect, it } from 'vitest';
import { dropDoubles, nameStage, readList, readNotifications } from '#core/abroad/index.ts';
import {
  marketCard,
  marketFile,
  notificationColumns,
  participation,
  participationFile,
} from '#core/abroad/schema.ts';

const card = (change: (text: string) => string = (text) => text): string =>
  change(`- id: eu-a
  market: EU
  product: { id: b, zh: 样例, en: Sample }
  document: Regulation (EU) 2019/2016
  title: { zh: 样例, en: Sample }
  asks: { zh: 样例, en: Sample }
  source: { issuer: A, url: 'https://example.org/', asOf: 2026-01-01 }
  checked: { on: 2026-01-01, by: issuer }
`);
const readCards = (text: string) => {
  const { model, diagnostics } = readList(text, 'market-access/a.yaml', {
    whole: marketFile,
    item: marketCard,
  });
  return {
    ids: (model ?? []).map(({ item }) => item.id),
    found: diagnostics.map(({ rule, range }) => [rule, range.start.line]),
  };
};

describe('a market-access card', () => {
  it('is read with its source and the day somebody looked', () => {
    expect(readCards(card())).toEqual({ ids: ['eu-a'], found: [] });
  });

  it.each([
    ['no source', (text: string) => text.replace(/ {2}source.*\n/, ''), 'abroad-value'],
    ['no check', (text: string) => text.replace(/ {2}checked.*\n/, ''), 'abroad-value'],
    [
      'a day that is none',
      (text: string) => text.replace('on: 2026-01-01', 'on: 2026-02-30'),
      'abroad-value',
    ],
    [
      'a script for an address',
      (text: string) => text.replace('https://example.org/', 'javascript:alert(1)'),
      'abroad-value',
    ],
    [
      'one language only',
      (text: string) => text.replace('asks: { zh: 样例, en: Sample }', 'asks: { zh: 样例 }'),
      'abroad-value',
    ],
    [
      'a market that is no code',
      (text: string) => text.replace('market: EU', 'market: 欧盟'),
      'abroad-value',
    ],
    ['an unknown key', (text: string) => `${text}  law: A\n`, 'abroad-unknown-key'],
    ['broken YAML', (text: string) => text.replace('{ issuer', '{ [issuer'), 'abroad-yaml'],
  ])('is left out with %s, and others stay', (_, change, rule) => {
    const { ids, found } = readCards(card(change));
    expect(ids).toEqual([]);
    expect(found.map(([each]) => each)).toContain(rule);
  });

  it('with something wrong leaves its neighbours, at its line', () => {
    const bad = card((text) =>
      text.replace('id: eu-a', 'id: eu-b').replace('market: EU', 'market: eu'),
    );
    expect(readCards(card() + bad)).toEqual({ ids: ['eu-a'], found: [['abroad-value', 10]] });
  });

  it('stands once', () => {
    const { model } = readList(card() + card(), 'market-access/a.yaml', {
      whole: marketFile,
      item: marketCard,
    });
    const { items, diagnostics } = dropDoubles(model ?? [], ({ id }) => id);
    expect(items).toHaveLength(1);
    expect(diagnostics.map(({ rule, range }) => [rule, range.start.line])).toEqual([
      ['abroad-duplicate', 9],
    ]);
  });
});

const row: Readonly<Record<string, string>> = {
  symbol: 'G/TBT/N/JPN/123',
  member: 'JP',
  title: 'A',
  products: 'B',
  notified: '2026-01-05',
  comment_until: '2026-03-06',
  as_of: '2026-01-10',
};
const readRow = (
  changes: Readonly<Record<string, string>>,
  columns: readonly string[] = notificationColumns,
) => {
  const cells = { ...row, ...changes };
  const { model, diagnostics } = readNotifications(
    {
      columns,
      headLine: 1,
      rows: [{ cells: columns.map((column) => cells[column] ?? ''), line: 2 }],
    },
    'tbt/a.csv',
  );
  return [
    ...model.map(({ item }) => item.symbol),
    ...diagnostics.map(({ rule, range }) => `${rule}:${range.start.line}`),
  ];
};

describe('a TBT notification', () => {
  it.each([
    ['G/TBT/N/JPN/123', ''],
    ['G/TBT/N/EU/1045', ''],
    ['G/TBT/N/USA/1/Rev.1/Add.12', ''],
    ['G/TBT/N/XXX/0', 'yes'],
    ['G/TBT/N/XXX/0-12', 'yes'],
  ])('has the symbol %s', (symbol, sample) => {
    expect(readRow({ symbol, sample })).toEqual([symbol]);
  });

  it.each([
    ['a sample with a symbol that could be real', { symbol: 'G/TBT/N/JPN/123', sample: 'yes' }],
    ['a symbol of samples that is not said to be one', { symbol: 'G/TBT/N/XXX/0-1' }],
    ['the member of samples with a real number', { symbol: 'G/TBT/N/XXX/7' }],
    ['number nought', { symbol: 'G/TBT/N/JPN/0' }],
    ['no symbol', { symbol: '' }],
    ['a symbol of another committee', { symbol: 'G/SPS/N/JPN/123' }],
    ['comments that end before it', { comment_until: '2026-01-04' }],
    ['a day that is none', { notified: '2026-02-30' }],
    ['a script for a link', { link: 'javascript:alert(1)' }],
  ])('is left out with %s', (_, changes) => {
    expect(readRow(changes)).toEqual(['abroad-value:2']);
  });

  it('needs no end of comments, and columns may be left out', () => {
    expect(readRow({ comment_until: '' })).toEqual(['G/TBT/N/JPN/123']);
    const few = ['symbol', 'member', 'title', 'products', 'notified', 'as_of'];
    expect(readRow({}, few)).toEqual(['G/TBT/N/JPN/123']);
  });

  it('is not read from a table with an unknown column', () => {
    expect(readRow({}, [...notificationColumns, 'law'])).toEqual(['abroad-unknown-key:1']);
  });
});

describe('a stage of an international project', () => {
  it.each([
    ['20.00', '准备：登记', 'Preparatory: registration'],
    ['40.20', '征询：主要工作开始', 'Enquiry: start of main action'],
    ['60.60', '出版：主要工作完成', 'Publication: completion of main action'],
  ])('%s is named', (code, zh, en) => {
    expect(nameStage(code)).toEqual({ zh, en });
  });

  it.each(['40', '40.21', '35.20', '40.20.00', 'constructor.00', ''])('%s is none', (code) => {
    expect(nameStage(code)).toBeUndefined();
    const project = `- { id: a, organization: ISO, committee: A, number: A, title: { zh: 甲, en: A }, stage: '${code}', asOf: 2026-01-01, role: lead, bodies: [{ zh: 甲, en: A }] }\n`;
    const { model, diagnostics } = readList(project, 'participation/a.yaml', {
      whole: participationFile,
      item: participation,
    });
    expect(model).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toContain('abroad-value');
  });
});

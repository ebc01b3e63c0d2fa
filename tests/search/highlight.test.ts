import { describe, expect, test } from 'vitest';
import { excerptText, markText, listSearchTerms, rateText } from '#search/shared/highlight.ts';

const show = (text: string, query: string) =>
  markText(text, listSearchTerms(query))
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');

describe('marking', () => {
  test.each([
    ['冷链物流企业', '冷链物流', '[冷链物流]企业'],
    ['温度2 h以内', '2h', '温度[2 h]以内'],
    ['DB9902/T 12—2023的5.1', 'db9902/t 12-2023', '[DB9902/T 12—2023]的5.1'],
    ['全角ＡＢＣ', 'abc', '全角[ＡＢＣ]'],
    ['started at the start', 'art', 'started at the start'],
    ['started at the start', 'start', '[start]ed at the [start]'],
    ['冷藏车与冷藏', '冷藏 藏车', '[冷藏车]与[冷藏]'],
    ['a <b>冷</b> & c', '冷', 'a <b>[冷]</b> & c'],
    ['几何中心的温度', '中心温度', '几何[中心]的[温度]'],
    ['𠮷野冷链', '冷链', '𠮷野[冷链]'],
  ])('%s for %s', (text, query, marked) => {
    expect(show(text, query)).toBe(marked);
  });

  test('neighbours are one mark, and the text is kept whole', () => {
    const snippet = markText('冷链物流', ['冷链', '物流']);
    expect(snippet).toEqual([{ text: '冷链物流', hit: true }]);
  });
});

describe('excerpts', () => {
  const text = `${'前文'.repeat(80)}。货物的中心温度不应高于-15 ℃。${'后文'.repeat(80)}`;

  test('are short, begin near the match and hold it', () => {
    const snippet = excerptText(text, listSearchTerms('中心温度'));
    expect(snippet.map((piece) => piece.text).join('').length).toBeLessThanOrEqual(100);
    expect(snippet[0]).toEqual({ text: '…', hit: false });
    expect(snippet.find(({ hit }) => hit)?.text).toBe('中心温度');
  });

  test('begin at the start where nothing matches', () => {
    expect(excerptText(text, ['没有'])[0]?.text.startsWith('前文')).toBe(true);
  });
});

test('a text is rated by how much of the question it holds', () => {
  const searchTerms = listSearchTerms('冷链物流 温度');
  expect(rateText('冷链物流的温度', searchTerms)).toEqual({ score: 4, all: true });
  expect(rateText('冷链物流', searchTerms)).toEqual({ score: 2, all: false });
  expect(rateText('冷链和链物和物流，温度', searchTerms)).toEqual({ score: 3, all: true });
  expect(rateText('别的', searchTerms)).toEqual({ score: 0, all: false });
});

describe('values and numbers of standards are wholes', () => {
  test.each([
    ['3 m', '高 3 m，宽 2 m', true],
    ['3 m', '厚 3 mm，历时 3 min', false],
    ['0 ℃', '±1.0 ℃', false],
    ['5%', '不大于 2.5%', false],
    ['-18 ℃', '在-18 ℃放置', true],
    ['GB/T 191', '按 GB/T 191—2008 执行', true],
    ['GB/T 191', '按 GB/T 19100—2010 执行', false],
    ['gbt4857', '按 GB/T 4857.5 执行', true],
    ['GB/T 191-2008', '按 GB/T 191—2000 和 GB/T 4857.5—2008 执行', false],
    ['HJ 2.2', '按 HJ 2.2 执行', true],
    ['ISO 27001', 'ISO/IEC 27001:2022 的要求', true],
  ])('%s in %s: %s', (query, text, holds) => {
    expect(rateText(text, listSearchTerms(query)).all).toBe(holds);
  });
});

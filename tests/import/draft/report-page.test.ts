import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWordDraft } from '#import/draft/read-draft.ts';
import { renderReportPage } from '#import/draft/report-page.ts';
import { listTotals } from '#import/draft/totals.ts';
import { cell, makeWord, p, t, table } from '#tests/support/word-file.ts';

const bytes = makeWord({
  body: [
    p('样例术语'),
    p('目　次'),
    p('前　言'),
    p('本文件由示范市商务局提出并归口。'),
    p('1 范围'),
    p('本文件规定了<script>x</script>，见表1。'),
    p('2 要求'),
    p('表1 限值'),
    table([[cell('甲'), '乙']]),
    p('图1 外观'),
    p(
      `${t('留')}<w:del><w:r><w:delText>删去的字</w:delText></w:r></w:del><w:ins><w:r><w:t>加</w:t></w:r></w:ins>`,
    ),
    p('<w:r><w:t>显</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>'),
  ].join(''),
  footnotes: `<w:footnote w:id="1">${p('没有哪里提到')}</w:footnote>`,
});
const draft = readWordDraft(bytes, { number: 'DB9902/T 71—2027', issuer: '示范局' });
if ('zh' in draft) throw new Error(draft.en);
const page = renderReportPage('<稿>.docx', draft);

/** Characters of a Word file by its tags alone, without any of our reading. */
function countByTags(file: Uint8Array): number {
  const parts = unzipSync(file);
  return ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']
    .flatMap((name) => (parts[name] ? [new TextDecoder().decode(parts[name])] : []))
    .flatMap((xml) => [...xml.matchAll(/<(\w+):(?:t|delText)(?: [^>]*)?>([^<]*)<\/\1:/g)])
    .map(([, , text = '']) => text.replace(/&(?:lt|gt|amp|quot);/g, '&').replace(/\s/g, '').length)
    .reduce((sum, count) => sum + count, 0);
}

test('the totals of a report add up to what a plain count of the tags of the file gives', () => {
  const { file, totals, isBalanced } = listTotals(draft.report);
  expect(file).toBe(countByTags(bytes));
  expect(totals.reduce((sum, { characters }) => sum + characters, 0)).toBe(file);
  expect(isBalanced).toBe(true);
});

describe('the page of a report', () => {
  test('says all that was left, guessed and found, in both languages', () => {
    const text = page.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"');
    for (const { why } of draft.report.left) {
      expect(text).toContain(why.zh);
      expect(text).toContain(why.en);
    }
    for (const { rule, message } of draft.diagnostics) {
      expect(text).toContain(rule);
      expect(text).toContain(message.en);
    }
    expect(draft.report.left.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['deleted', 'hidden', 'caption', 'guess', 'front', 'reference']),
    );
  });

  test('leads to lines of the text that it has with it', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(draft.report.left.length);
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('runs nothing, loads nothing, and shows words of a draft as words', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/i);
    expect(page).toContain('<h1>&lt;稿&gt;.docx</h1>');
    expect(page).toContain("default-src 'none'");
  });
});

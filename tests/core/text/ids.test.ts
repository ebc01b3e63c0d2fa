import { describe, expect, it } from 'vitest';
import { parseDocument } from '#core/text/index.ts';
import type { LedgerEntry } from '#core/text/index.ts';

const head = '---\nnumber: DB9902/T 902—2026\ntitle: 样例\nissuers: [甲]\n---\n\n';
const parse = (body: string, ledger: readonly LedgerEntry[] = []) =>
  parseDocument(head + body, { file: 'x.md', ledger });
const idOf = (body: string, address: string, ledger?: readonly LedgerEntry[]) =>
  parse(body, ledger).clauses.find((clause) => clause.address === address)?.id;
const publish = (body: string): readonly LedgerEntry[] =>
  parse(body).clauses.map(({ id, address, title }) => ({ id, address, title }));

describe('ids of clauses', () => {
  it('come from the author, else from the pinyin of the title, else from the content', () => {
    const body =
      '# 温度要求\n\n## 冷藏 {#chilled}\n\n甲。\n\n## 冷冻\n\n###\n\n乙。\n\n###\n\n丙。\n';
    expect(idOf(body, '1')).toBe('wen-du-yao-qiu');
    expect(idOf(body, '1.1')).toBe('chilled');
    expect(idOf(body, '1.2')).toBe('leng-dong');
    expect(idOf(body, '1.2.1')).toMatch(/^leng-dong\.[a-z0-9]{5}$/);
    expect(idOf(body, '1.2.1')).not.toBe(idOf(body, '1.2.2'));
  });

  it('take the parent’s id in front when titles repeat', () => {
    const body = '# 甲类\n\n## 要求\n\n甲。\n\n# 乙类\n\n## 要求\n\n乙。\n';
    expect(idOf(body, '1.1')).toBe('yao-qiu');
    expect(idOf(body, '2.1')).toBe('yi-lei.yao-qiu');
  });
});

describe('published anchors', () => {
  const before =
    '# 要求\n\n## 冷藏\n\n甲。\n\n## 冷冻\n\n乙。\n\n# 检验\n\n##\n\n丙。\n\n##\n\n丁。\n';
  const ledger = publish(before);
  const anchorOf = (address: string) => ledger.find((entry) => entry.address === address)?.id;

  it('survive renumbering', () => {
    const moved = before.replace('## 冷藏', '## 常温\n\n零。\n\n## 冷藏');
    expect(idOf(moved, '1.2', ledger)).toBe(anchorOf('1.1'));
    expect(idOf(moved, '1.3', ledger)).toBe(anchorOf('1.2'));
    expect(parse(moved, ledger).diagnostics).toEqual([]);
  });

  it('survive a new title at the same address', () => {
    expect(idOf(before.replace('冷冻', '低温'), '1.2', ledger)).toBe(anchorOf('1.2'));
  });

  it('survive edited words of an untitled clause, and one inserted before it', () => {
    expect(idOf(before.replace('丁。', '丁丁。'), '2.2', ledger)).toBe(anchorOf('2.2'));
    const inserted = before.replace('##\n\n丁。', '##\n\n戊。\n\n##\n\n丁。');
    expect(idOf(inserted, '2.3', ledger)).toBe(anchorOf('2.2'));
    expect(idOf(inserted, '2.2', ledger)).not.toBe(anchorOf('2.2'));
  });

  it('are reported when they are lost, and kept by was=', () => {
    const lost = before.replace('## 冷冻\n\n乙。\n\n', '');
    expect(parse(lost, ledger).diagnostics.map(({ rule }) => rule)).toEqual(['anchor-lost']);
    const kept = lost.replace(
      '## 冷藏',
      `## 冷藏 {#cold was="${anchorOf('1.1')} ${anchorOf('1.2')}"}`,
    );
    expect(parse(kept, ledger).diagnostics).toEqual([]);
  });
});

it('refuses an id twice and an id that is none', () => {
  const rules = (body: string) => parse(body).diagnostics.map(({ rule }) => rule);
  expect(rules('# 甲 {#a}\n\n# 乙 {#a}\n')).toEqual(['id-duplicate']);
  expect(rules('# 甲 {#5.2}\n')).toEqual(['id-invalid']);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { buildPromotion, chooseGravest, readPromotion } from '#core/promotion/index.ts';
import { listRows } from '#core/checklist/index.ts';
import type { StandardFile } from '#core/checklist/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { exportStandard } from '#site/files/exports.ts';
import { hasLearning } from '#site/data/learning.ts';
import { viewPromotion } from '#site/views/promotion.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary({ dir: 'content', cache: '.cache', asOf: '2026-11-30' });
});

const fileOf = (slug: string): StandardFile =>
  exportStandard(library.body(slug), viewPromotion(library, { slug }).file) as StandardFile;

const build = (slug: string, earlier?: string) => {
  const { text, promotion } = library.body(slug);
  return buildPromotion({
    file: fileOf(slug),
    text,
    earlier: earlier === undefined ? undefined : library.body(earlier).text,
    own: promotion,
  });
};

describe('the gravest requirements', () => {
  it('are ten at most, requirements only, two of a clause, in the order of the text', () => {
    for (const row of library.rows.filter((each) => hasLearning(library, each))) {
      const rows = listRows(fileOf(row.slug));
      const chosen = chooseGravest(rows, () => false);
      expect(chosen.length).toBeLessThanOrEqual(10);
      expect(chosen.every(({ row: each }) => each.type === 'requirement')).toBe(true);
      const places = chosen.map(({ row: each }) => rows.indexOf(each));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      const clauses = Map.groupBy(chosen, ({ row: each }) => each.clause.id);
      expect(Math.max(0, ...[...clauses.values()].map((all) => all.length))).toBeLessThanOrEqual(2);
    }
  });

  it('say why: what is tighter comes before all else, and a bound is no prohibition', () => {
    const rows = listRows(fileOf('db9902-t-12-2023'));
    const retention = rows.find(
      ({ clause, type }) => clause.id === 'retention' && type === 'requirement',
    );
    const chosen = chooseGravest(rows, (row) => row === retention, 3);
    expect(chosen.find(({ row }) => row === retention)?.reasons).toContain('tighter');
    const bounded = chooseGravest(rows, () => false, 99).find(({ row }) =>
      row.text.startsWith('冷库的记录间隔不应大于15 min'),
    );
    expect(bounded?.reasons).toContain('limit');
    expect(bounded?.reasons).not.toContain('prohibited');
  });
});

describe('promotion of a sample', () => {
  it('tells what changed against the edition before, counted from both texts', () => {
    const { counts, changes } = build('db9902-t-12-2023', 'db9902-t-12-2018');
    expect(counts?.added).toBeGreaterThan(10);
    expect(counts?.tightened).toBeGreaterThan(0);
    expect(changes.every(({ type }) => type === 'requirement')).toBe(true);
    expect(build('db9902-t-41-2025').counts).toBeUndefined();
  });

  it('tells from the scope whom it is for', () => {
    expect(build('db9902-t-41-2025').who[0]).toMatch(/^本文件适用于/);
  });

  it('takes what an editor wrote in place of what is made', () => {
    const { gravest, own, all } = build('db9902-t-12-2023', 'db9902-t-12-2018');
    expect(own.headline?.zh).toContain('四件事');
    expect(gravest).toHaveLength(10);
    expect(gravest[0]?.row.clause.id).toBe('management');
    expect(gravest[0]?.say?.zh).toContain('温度控制制度');
    expect(all.find(({ row }) => row.clause.id === 'handover')?.evidence?.zh).toBe('交接单');
  });

  it('has two hand-edited examples without findings', () => {
    const promoted = library.rows.filter(({ isPromoted }) => isPromoted);
    expect(promoted.map(({ slug }) => slug)).toEqual(['t-sfjd-005-2024', 'db9902-t-12-2023']);
    const found = promoted.flatMap(({ diagnostics }) => diagnostics);
    expect(found.filter(({ rule }) => rule.startsWith('promotion'))).toEqual([]);
  });
});

describe('promotion.yaml', () => {
  const read = (source: string) => {
    const { text } = library.body('db9902-t-12-2023');
    const { promotion, diagnostics } = readPromotion(source, { file: 'promotion.yaml', text });
    return { promotion, found: diagnostics.map(({ rule, range }) => [rule, range.start.line]) };
  };

  it('says Chinese alone, or both languages', () => {
    expect(read('who: [企业, { zh: 学校, en: Schools }]\n')).toEqual({
      promotion: {
        who: [
          { zh: '企业', en: undefined },
          { zh: '学校', en: 'Schools' },
        ],
      },
      found: [],
    });
  });

  it('leaves out a requirement whose clause is gone, with a finding at its line', () => {
    const { promotion, found } = read('requirements:\n  - id: zones\n  - id: gone\n');
    expect(promotion?.requirements?.map(({ id }) => id)).toEqual(['zones']);
    expect(found).toEqual([['promotion-clause', 3]]);
  });

  it.each([
    ['who: [企业\n', 'promotion-yaml'],
    ['whom: [企业]\n', 'promotion-value'],
    ['headline: 7\n', 'promotion-value'],
    ["basis: [{ what: 某法, asOf: 2026-01-01, url: 'javascript:alert(1)' }]\n", 'promotion-value'],
  ])('is not used as %j', (source, rule) => {
    const { promotion, found } = read(source);
    expect(promotion).toBeNull();
    expect(found.map(([each]) => each)).toContain(rule);
  });
});

import { gzipSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeDue } from '#core/lifecycle/due-state.ts';
import { lifeStageTerms } from '#core/terms/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { buildPlanWorkbook } from '#site/files/plan-xlsx.ts';
import { listPages } from '#site/routes.ts';
import { viewLifecycle, viewPlan, viewProject } from '#site/views/lifecycle.ts';

const today = '2026-11-30';
let library: Library;
beforeAll(async () => {
  library = await openLibrary({ dir: 'content', cache: '.cache', asOf: today });
});

describe('the board of the sample', () => {
  it('has a project at every stage, and each says that it is a sample', () => {
    const { projects } = viewLifecycle(library);
    expect(projects).toHaveLength(18);
    const stages = new Set(projects.map(({ stage }) => stage));
    expect(lifeStageTerms.flatMap(({ value }) => (stages.has(value) ? [] : [value]))).toEqual([]);
    expect(projects.every(({ sample }) => sample)).toBe(true);
  });

  it('has two projects that stay late, and a standard whose review is', () => {
    const late = viewLifecycle(library).dues.filter(
      ({ day, bound }) => judgeDue(day, bound === '至少', today).state === 'late',
    );
    expect(late.map(({ project, entry, day }) => [project ?? entry?.number, day])).toEqual([
      ['DB9902/T 24—2020', '2025-09-01'],
      ['sf2025-022', '2026-04-10'],
      ['sf2026-021', '2026-10-09'],
    ]);
  });

  it('counts 30 days to the filing of what was issued, and names standards that no project is known of', () => {
    const { dues } = viewLifecycle(library);
    expect(dues.find(({ limit }) => limit === 'filing')).toMatchObject({
      project: 'sf2025-017',
      day: '2026-12-05',
    });
    expect(dues).toContainEqual(
      expect.objectContaining({ limit: 'begins', awaited: '实施', day: '2027-01-01' }),
    );
    expect(dues.every(({ project, entry }) => project !== undefined || entry !== undefined)).toBe(
      true,
    );
  });

  it('asks nothing of what is over, or of a day before the announced end', () => {
    const { dues } = viewLifecycle(library);
    expect(dues.filter(({ project }) => project === 'sf2018-009')).toEqual([]);
    const comments = dues.filter(({ project }) => project === 'sf2026-014');
    expect(comments.map(({ limit, day }) => [limit, day])).toEqual([['until', '2026-12-31']]);
  });

  it('says of each limit who set it, or that nobody of law did', () => {
    const { limits } = viewLifecycle(library);
    const sources = Object.fromEntries(limits.map(({ id, source }) => [id, source?.document]));
    expect(sources).toMatchObject({
      filing: '《山东省标准化条例》（2020）',
      review: '《中华人民共和国标准化法》（2017）',
      comments: undefined,
      assessment: undefined,
    });
  });
});

describe('the page of a project', () => {
  it('shows the way gone, with what is announced, and the way to come', () => {
    const { way, stage } = viewProject(library, { project: 'sf2025-017' });
    expect(stage).toBe('发布');
    const shown = way.map((each) =>
      each.began === undefined ? [each.stage] : [each.stage, each.began, each.ahead],
    );
    expect(shown.slice(-5)).toEqual([
      ['发布', '2026-11-05', false],
      ['实施', '2027-03-01', true],
      ['实施评估'],
      ['复审'],
      ['废止'],
    ]);
  });

  it('gives papers away that are public, and names of others', () => {
    const papers = viewProject(library, { project: 'sf2026-014' }).way.flatMap((each) =>
      each.began === undefined ? [] : each.papers,
    );
    expect(papers.map(({ file, here }) => [file, here])).toEqual([
      ['papers/项目申报书.txt', false],
      ['papers/编制说明.txt', true],
    ]);
    const paths = [...listPages(library)].map(({ path }) => path);
    expect(paths).toContain('/lifecycle/sf2026-014/papers/编制说明.txt');
    expect(paths.filter((path) => path.includes('项目申报书'))).toEqual([]);
  });
});

describe('the plan of a year', () => {
  it.each(['zh', 'en'] as const)('is a workbook that others open, in %s', async (language) => {
    const view = viewPlan(library, { year: 2026 });
    const [sheet] = await readExcelFile(Buffer.from(await buildPlanWorkbook(view, language)));
    const rows = sheet?.data ?? [];
    expect(rows[0]?.[0]).toBe(language === 'zh' ? '2026 年立项计划' : 'Plan of 2026');
    const body = rows.slice(3);
    expect(body).toHaveLength(view.rows.length);
    expect(body.map((row) => row[1] ?? '')).toEqual(view.rows.map(({ plan }) => plan));
    expect(body.map((row) => row[0])).toEqual(view.rows.map((_, at) => at + 1));
  });

  it('is the same file for the same plan', async () => {
    const view = viewPlan(library, { year: 2026 });
    const [a, b] = [await buildPlanWorkbook(view, 'zh'), await buildPlanWorkbook(view, 'zh')];
    expect(gzipSync(a).equals(gzipSync(b))).toBe(true);
  });
});

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  applyPlan,
  checkPlan,
  planAmend,
  planConfirm,
  planCorrect,
  planPublish,
  planRenumber,
  planRevise,
  planTransfer,
  planWithdraw,
} from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { projectRoot } from '#library/code-digest.ts';
import type { Library } from '#library/open.ts';
import { systemOn } from '#site/data/system-on.ts';
import { buildFeedFile } from '#site/files/feed-files.ts';
import { buildNoticesFeed } from '#site/files/notices-feed.ts';
import { viewOf } from '#site/views/index.ts';
import { viewNotices } from '#site/views/notices.ts';
import { viewStandard } from '#site/views/standard.ts';
import { makeFolder } from '#tests/support/temporary-library.ts';
import { base, basePath, changedText, makeActsLibrary, openActs } from './acts-library.ts';

const content = join(projectRoot, 'content');
const asOf = '2026-11-30';

/** The sample with the few standards and the one system that these tests are about. */
function copyLibrary(): string {
  const dir = join(makeFolder(), 'content');
  const wanted =
    /^(?:standards(?:\/\w+)?|standards\/local\/db9902-t-12-\d+.*|systems|systems\/cold-chain\.yaml|projects|projects\/sf2026-014.*|notices.*|vocabulary.*|[\w-]+\.(?:yaml|tsv)|)$/;
  cpSync(content, dir, {
    recursive: true,
    filter: (path) => wanted.test(path.slice(content.length + 1).replaceAll('\\', '/')),
  });
  return dir;
}

/** Applies what was planned; the same act a second time changes nothing. */
async function act(dir: string, plan: (library: Library) => ActPlan): Promise<ActPlan> {
  const library = await openActs(dir);
  const planned = plan(library);
  const { added } = await checkPlan(library, planned);
  expect(added.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(applyPlan(dir, planned).changed).not.toEqual([]);
  const again = plan(await openActs(dir));
  expect(again.changes).toEqual([]);
  expect(applyPlan(dir, again).changed).toEqual([]);
  return planned;
}

const statusOf = ({ catalog }: Library, key: string) => {
  const entry = catalog.byKey(key);
  if (!entry) throw new Error(key);
  return catalog.statusOf(entry);
};

/** What who has subscribed to the notices, to all standards and to their days is told of a standard and its sheets. */
function told(library: Library, name = 'db9902-t-12-2026') {
  const address = (path: string): string => `https://std.example${path}`;
  const view = viewOf(library, 'feed', {});
  const events = parseAtomFeed(buildFeedFile(view, 'atom', 'zh', address)).entries ?? [];
  const notices =
    parseAtomFeed(buildNoticesFeed(viewNotices(library), 'zh', address)).entries ?? [];
  const days = new ICAL.Component(ICAL.parse(buildFeedFile(view, 'ics', 'zh', address)));
  const own = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) =>
      id.includes(name) ? [id.replace(/^urn:biaolian:\w+:|@biaolian$/g, '')] : [],
    );
  return {
    notices: own(notices.map(({ id }) => String(id))),
    events: own(events.map(({ id }) => String(id))),
    days: own(
      days.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('uid'))),
    ),
  };
}

const source = (dir: string, path: string) => readFileSync(join(dir, path), 'utf8');

describe('the life of a standard', { timeout: 180_000 }, () => {
  it('is revised, issued, amended, confirmed and withdrawn, each with its status, relations, place and notice', async () => {
    const dir = copyLibrary();
    const place = (library: Library) =>
      library.systems.list
        .map((system) => systemOn(library, system, asOf))
        .flatMap(({ rows }) => rows)
        .flatMap(({ subject }) =>
          subject.kind === 'standard' && subject.entry.key.startsWith('DB9902/T 12-')
            ? [subject.entry.key]
            : [],
        );
    await act(dir, (library) => planRevise(library, 'DB9902/T 12—2023', { on: '2026-09-01' }));
    let library = await openActs(dir);
    expect(statusOf(library, 'DB9902/T 12-2026').status).toBe('草案');
    expect(statusOf(library, 'DB9902/T 12-2023').status).toBe('现行');
    const draft = 'standards/local/db9902-t-12-2026/index.md';
    expect(source(dir, draft).split('---')[2]).toBe(
      source(dir, 'standards/local/db9902-t-12-2023/index.md').split('---')[2],
    );

    await act(dir, (opened) =>
      planPublish(opened, {
        source: { folder: join(dir, 'standards/local/db9902-t-12-2026') },
        on: '2026-09-20',
        implemented: '2026-11-01',
      }),
    );
    library = await openActs(dir);
    expect(statusOf(library, 'DB9902/T 12-2026').status).toBe('现行');
    expect(statusOf(library, 'DB9902/T 12-2023')).toMatchObject({
      status: '被代替',
      since: '2026-11-01',
      replacedBy: ['DB9902/T 12-2026'],
    });
    // A row with a year goes on meaning that edition, and the checks say that it is replaced.
    expect(new Set(place(library))).toEqual(new Set(['DB9902/T 12-2023']));
    expect(
      library.diagnostics.some(
        ({ rule, hint }) =>
          rule === 'system-number-replaced' && hint?.zh.includes('DB9902/T 12—2026'),
      ),
    ).toBe(true);
    const issue = {
      notices: ['2026-09-20-replaced-db9902-t-12-2026'],
      events: ['db9902-t-12-2026:implemented:2026-11-01', 'db9902-t-12-2026:issued:2026-09-20'],
    };
    const days = ['db9902-t-12-2026:implemented:2026-11-01'];
    expect(told(library)).toEqual({
      ...issue,
      days: [...days, 'db9902-t-12-2026:review-due:2031-11-01'],
    });
    expect(told(library, 'db9902-t-12-2023').events[0]).toBe(
      'db9902-t-12-2023:superseded:2026-11-01',
    );
    expect(existsSync(join(dir, 'standards/local/db9902-t-12-2026/anchors.tsv'))).toBe(true);

    const changed = source(dir, draft)
      .replace('不少于8学时', '不少于12学时')
      .replace('企业应指定一名温度控制负责人。', '企业应指定一名专职的温度控制负责人。');
    expect(changed).not.toBe(source(dir, draft));
    await act(dir, (opened) =>
      planAmend(opened, 'DB9902/T 12—2026', {
        text: changed,
        on: '2026-11-05',
        implemented: '2026-11-20',
      }),
    );
    library = await openActs(dir);
    const amendment = {
      notices: ['2026-11-05-amended-db9902-t-12-2026', ...issue.notices],
      events: [
        'db9902-t-12-2026-xg1-2026:implemented:2026-11-20',
        'db9902-t-12-2026-xg1-2026:issued:2026-11-05',
        ...issue.events,
      ],
    };
    days.push('db9902-t-12-2026-xg1-2026:implemented:2026-11-20');
    expect(told(library)).toMatchObject(amendment);
    expect(told(library).days).toEqual(expect.arrayContaining(days));
    const sheet = library.catalog.byKey('DB9902/T 12-2026/XG1-2026');
    expect(sheet?.row?.meta.implemented).toBe('2026-11-20');
    const amended = viewStandard(library, { slug: 'db9902-t-12-2026' });
    expect(amended.amendments.map(({ entry }) => entry?.slug)).toEqual([sheet?.slug]);
    expect(amended.text?.meta.amendments[0]?.clauses).toEqual(['management', 'staff']);
    const marked = library
      .body('db9902-t-12-2026')
      .text.clauses.filter(({ html }) => html.includes('第1号修改单修改，2026-11-20起实施'));
    expect(marked.map(({ id }) => id).sort()).toEqual(
      [...(amended.text?.meta.amendments[0]?.clauses ?? [])].sort(),
    );

    await act(dir, (opened) => planConfirm(opened, 'DB9902/T 12—2026', { on: '2026-11-25' }));
    library = await openActs(dir);
    const review = {
      notices: ['2026-11-25-confirmed-db9902-t-12-2026', ...amendment.notices],
      events: ['db9902-t-12-2026:confirmed:2026-11-25', ...amendment.events],
    };
    expect(told(library)).toMatchObject(review);
    expect(told(library).days).toEqual(
      expect.arrayContaining([...days, 'db9902-t-12-2026:review-due:2031-11-25']),
    );
    expect(statusOf(library, 'DB9902/T 12-2026')).toMatchObject({
      status: '现行',
      confirmed: '2026-11-25',
    });

    await act(dir, (opened) =>
      planWithdraw(opened, 'DB9902/T 12—2026', {
        on: '2026-11-26',
        from: '2027-03-01',
        reason: '内容并入国家标准',
      }),
    );
    library = await openActs(dir);
    const later = await openActs(dir, '2027-03-01');
    // The withdrawal is a day to come: calendars have it, news only from that day on.
    expect(told(library)).toMatchObject({
      notices: ['2026-11-26-withdrawn-db9902-t-12-2026', ...review.notices],
      events: review.events,
    });
    expect(told(library).days).toEqual(
      expect.arrayContaining([...days, 'db9902-t-12-2026:withdrawn:2027-03-01']),
    );
    expect(told(library).days.join()).not.toContain('db9902-t-12-2026:review-due');
    expect(told(later).events).toContain('db9902-t-12-2026:withdrawn:2027-03-01');
    expect(statusOf(library, 'DB9902/T 12-2026')).toMatchObject({
      status: '现行',
      until: '2027-03-01',
    });
    // A sheet holds no longer than what it amends.
    for (const key of ['DB9902/T 12-2026', 'DB9902/T 12-2026/XG1-2026']) {
      expect(statusOf(library, key)).toMatchObject({ status: '现行', until: '2027-03-01' });
      expect(statusOf(later, key).status).toBe('废止');
    }
    expect(library.register.published).toEqual(
      expect.arrayContaining(
        [
          { slug: 'db9902-t-12-2026', number: 'DB9902/T 12—2026', day: asOf },
          { slug: sheet?.slug, number: 'DB9902/T 12—2026/XG1—2026', day: asOf },
        ].map((entry) => expect.objectContaining(entry) as unknown),
      ),
    );
    const numbers = library.notices.flatMap(({ standards, number }) =>
      standards.includes('DB9902/T 12—2026') ? [number] : [],
    );
    expect(numbers).toHaveLength(4);
    expect(new Set(numbers).size).toBe(4);
    for (const number of numbers) expect(number).toMatch(/^2026年第\d+号$/);
  });

  it('is corrected with a note, and the clause says so', async () => {
    const dir = makeActsLibrary();
    const slug = 'db9902-t-701-2024';
    const { clauses } = (await openActs(dir)).body(slug).text;
    const first = clauses.find(({ html }) => html.includes('样例应完整'))?.id ?? '';
    const plan = (library: Library) =>
      planCorrect(library, base, {
        text: changedText,
        note: '4.1 漏印“当场”',
        noteEn: '4.1 lacked "on the spot"',
        on: '2024-07-01',
        notice: false,
      });
    await act(dir, plan);
    const library = await openActs(dir);
    const shown = viewStandard(library, { slug });
    // A clause without a title keeps the address that its first text has given it.
    expect(shown.text?.meta.corrections).toEqual([
      {
        date: '2024-07-01',
        note: '4.1 漏印“当场”',
        noteEn: '4.1 lacked "on the spot"',
        clauses: [first],
      },
    ]);
    expect(source(dir, basePath.replace('index.md', 'anchors.tsv'))).toContain(`\n${first}\t`);
    const marked = library
      .body(slug)
      .text.clauses.filter(({ html }) => html.includes('class="clause-change"'));
    expect(marked.map(({ id }) => id)).toEqual([first]);
    expect(marked[0]?.html).toContain('〔2024-07-01勘误〕');
    expect(library.notices).toEqual([]);
  });

  it('makes the draft of a project a standard, and moves the project on', async () => {
    const dir = copyLibrary();
    const skips = await openActs(dir);
    const early = planPublish(skips, {
      source: { project: 'sf2026-014' },
      on: '2026-11-30',
      implemented: '2027-02-01',
    });
    expect((await checkPlan(skips, early)).added.map(({ rule }) => rule)).toContain(
      'project-stage-skipped',
    );
    const file = join(dir, 'projects/sf2026-014/project.yaml');
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8').replace('    until: 2026-12-31\n', '    ended: 2026-11-20\n')}  - { stage: 技术审查, began: 2026-11-25, ended: 2026-11-26 }\n`,
    );
    await act(dir, (library) =>
      planPublish(library, {
        source: { project: 'sf2026-014' },
        on: '2026-11-30',
        implemented: '2027-02-01',
      }),
    );
    const library = await openActs(dir);
    const project = library.projects.find(({ id }) => id === 'sf2026-014');
    expect(project?.stages.at(-1)).toMatchObject({ stage: '发布', began: '2026-11-30' });
    const entry = library.catalog.entries.find(({ row }) => row?.number === project?.number);
    expect(entry && library.catalog.statusOf(entry).status).toBe('即将实施');
    expect(existsSync(join(dir, 'projects/sf2026-014/draft'))).toBe(false);
  });

  it('renumbers and transfers, and the old address leads on', async () => {
    const dir = makeActsLibrary();
    await act(dir, (library) =>
      planRenumber(library, 'DB9902/T 700—2019', 'DB9902/T 790—2019', { on: asOf }),
    );
    await act(dir, (library) =>
      planTransfer(library, 'DB9902/T 790—2019', 'T/SFXS 099—2026', {
        on: asOf,
        issuer: '示范市行业协会',
      }),
    );
    const library = await openActs(dir);
    const row = library.rows.find(({ slug }) => slug === 't-sfxs-099-2026');
    expect(row).toMatchObject({
      kind: 'group',
      meta: { issuers: ['示范市行业协会'], formerly: ['DB9902/T 700—2019', 'DB9902/T 790—2019'] },
    });
    expect(library.register.published.map(({ slug }) => slug)).toEqual([
      'db9902-t-790-2019',
      't-sfxs-099-2026',
    ]);
    for (const slug of ['db9902-t-700-2019', 'db9902-t-790-2019'])
      expect(library.moved).toContainEqual(expect.objectContaining({ slug, to: row?.slug }));
    // Who replaced it goes on replacing it, under the number that it has now.
    expect(source(dir, basePath)).toContain('replaces: [T/SFXS 099—2026]');
    expect(statusOf(library, 'T/SFXS 099-2026')).toMatchObject({
      status: '被代替',
      replacedBy: ['DB9902/T 701-2024'],
    });
    expect(library.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('keeps its sheets under another number', async () => {
    const dir = makeActsLibrary();
    await act(dir, (library) =>
      planAmend(library, base, { text: changedText, on: asOf, implemented: asOf }),
    );
    await act(dir, (library) => planRenumber(library, base, 'DB9902/T 770—2024', { on: asOf }));
    const library = await openActs(dir);
    const shown = viewStandard(library, { slug: 'db9902-t-770-2024' });
    expect(shown.amendments.map(({ entry }) => entry?.slug)).toEqual([
      'db9902-t-701-2024-xg1-2026',
    ]);
    const sheet = viewStandard(library, { slug: 'db9902-t-701-2024-xg1-2026' });
    expect(sheet.amends?.entry?.slug).toBe('db9902-t-770-2024');
    const [marked] = library
      .body('db9902-t-770-2024')
      .text.clauses.filter(({ html }) => html.includes('class="clause-change"'));
    expect(marked?.html).toContain('〔第1号修改单修改，2026-11-30起实施〕');
    expect(library.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says of a translation that it was not amended', async () => {
    const dir = makeActsLibrary();
    writeFileSync(
      join(dir, basePath.replace('index.md', 'index.en.md')),
      '---\nlanguage: en\n---\n\n# Scope\n',
    );
    const { warnings } = planAmend(await openActs(dir), base, {
      text: changedText,
      on: asOf,
      implemented: asOf,
    });
    expect(warnings.map(({ zh }) => zh)).toEqual([
      'DB9902/T 701—2024 的英文译文 index.en.md 没有跟着改',
    ]);
  });

  it('keeps line ends, comments and order of what it edits', async () => {
    const dir = makeActsLibrary();
    const own = source(dir, basePath)
      .replace('\nissued:', '\n# 备注\nissued:')
      .replaceAll('\n', '\r\n');
    writeFileSync(join(dir, basePath), own);
    await act(dir, (library) => planConfirm(library, base, { on: asOf }));
    const lines = source(dir, basePath).split('\r\n');
    const added = lines.filter((line) => !own.split('\r\n').includes(line));
    expect(added.join('|')).toBe('reviews:|  - { date: 2026-11-30, result: 继续有效 }');
    expect(lines.filter((line) => !added.includes(line)).join('\r\n')).toBe(own);
  });
});

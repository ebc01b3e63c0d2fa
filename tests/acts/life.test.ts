import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ActRefused,
  applyPlan,
  checkPlan,
  diffPlan,
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
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { systemOn } from '#site/data/system-on.ts';
import { viewStandard } from '#site/views/standard.ts';
import { makeFolder } from '#tests/support/temporary-library.ts';

const content = join(projectRoot, 'content');
const asOf = '2026-11-30';

async function open(dir: string, day = asOf): Promise<Library> {
  return openLibrary({ dir, asOf: day, copyOf: content });
}

function copyLibrary(): string {
  const dir = join(makeFolder(), 'content');
  cpSync(content, dir, { recursive: true });
  return dir;
}

/** Applies what was planned; the same act a second time changes nothing. */
async function act(dir: string, plan: (library: Library) => ActPlan): Promise<ActPlan> {
  const library = await open(dir);
  const planned = plan(library);
  const { added } = await checkPlan(library, planned);
  expect(added.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(applyPlan(dir, planned).changed).not.toEqual([]);
  const again = plan(await open(dir));
  expect(again.changes).toEqual([]);
  expect(applyPlan(dir, again).changed).toEqual([]);
  return planned;
}

const statusOf = ({ catalog }: Library, key: string) => {
  const entry = catalog.byKey(key);
  if (!entry) throw new Error(key);
  return catalog.statusOf(entry);
};

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
    let library = await open(dir);
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
    library = await open(dir);
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
    expect(library.notices[0]).toMatchObject({ kind: 'replaced', day: '2026-09-20' });
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
    library = await open(dir);
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
    library = await open(dir);
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
    library = await open(dir);
    expect(statusOf(library, 'DB9902/T 12-2026')).toMatchObject({
      status: '现行',
      until: '2027-03-01',
    });
    expect(statusOf(await open(dir, '2027-03-01'), 'DB9902/T 12-2026').status).toBe('废止');
    expect(library.notices.slice(0, 4).map(({ kind, number }) => [kind, number])).toMatchObject([
      ['withdrawn', expect.stringMatching(/^2026年第\d+号$/)],
      ['confirmed', expect.any(String)],
      ['amended', expect.any(String)],
      ['replaced', expect.any(String)],
    ]);
  });

  it('corrects a text with a note, and says what a clause says now', async () => {
    const dir = copyLibrary();
    const path = 'standards/local/db9902-t-12-2018/index.md';
    const text = source(dir, path).replace('使易腐食品在贮存', '使易腐的食品在贮存');
    await act(dir, (library) =>
      planCorrect(library, 'DB9902/T 12—2018', {
        text,
        note: '3.1 漏印“的”',
        on: '2018-07-01',
        notice: false,
      }),
    );
    const library = await open(dir);
    expect(library.rows.find(({ slug }) => slug === 'db9902-t-12-2018')?.meta.corrections).toEqual([
      { date: '2018-07-01', note: '3.1 漏印“的”', clauses: ['cold-chain'] },
    ]);
  });

  it('makes the draft of a project a standard, and moves the project on', async () => {
    const dir = copyLibrary();
    const skips = await open(dir);
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
    const library = await open(dir);
    const project = library.projects.find(({ id }) => id === 'sf2026-014');
    expect(project?.stages.at(-1)).toMatchObject({ stage: '发布', began: '2026-11-30' });
    const entry = library.catalog.entries.find(({ row }) => row?.number === project?.number);
    expect(entry && library.catalog.statusOf(entry).status).toBe('即将实施');
    expect(existsSync(join(dir, 'projects/sf2026-014/draft'))).toBe(false);
  });

  it('renumbers and transfers, and the old address leads on', async () => {
    const dir = copyLibrary();
    await act(dir, (library) =>
      planRenumber(library, 'DB9902/T 17—2019', 'DB9902/T 170—2019', { on: asOf }),
    );
    await act(dir, (library) =>
      planTransfer(library, 'DB9902/T 170—2019', 'T/SFXS 099—2026', {
        on: asOf,
        issuer: '示范市行业协会',
      }),
    );
    const library = await open(dir);
    const row = library.rows.find(({ slug }) => slug === 't-sfxs-099-2026');
    expect(row).toMatchObject({
      kind: 'group',
      meta: { issuers: ['示范市行业协会'], formerly: ['DB9902/T 17—2019', 'DB9902/T 170—2019'] },
    });
    expect(library.moved.map(({ slug }) => slug)).toContain('db9902-t-17-2019');
    expect(library.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('refuses what cannot be, in a sentence, and changes nothing', async () => {
    const dir = copyLibrary();
    const library = await open(dir);
    const before = source(dir, 'standards/local/db9902-t-12-2023/index.md');
    const on = asOf;
    const refused: readonly (readonly [RegExp, () => ActPlan])[] = [
      [
        /before that of issue/,
        () =>
          planPublish(library, {
            source: { project: 'sf2026-014' },
            on,
            implemented: '2026-01-01',
          }),
      ],
      [
        /taken/,
        () =>
          planPublish(library, {
            source: { project: 'sf2026-014' },
            on,
            implemented: '2027-01-01',
            number: 'DB9902/T 12—2023',
          }),
      ],
      [/taken/, () => planRenumber(library, 'DB9902/T 17—2019', 'DB9902/T 12—2023', { on })],
      [/two kinds/, () => planRenumber(library, 'DB9902/T 17—2019', 'T/SFXS 099—2026', { on })],
      [/no text/, () => planConfirm(library, 'DB9902/T 9999—2020', { on })],
      [/replaced/, () => planConfirm(library, 'DB9902/T 12—2018', { on })],
      [/no standard number/, () => planConfirm(library, '../../etc', { on })],
      [
        /no path inside/,
        () => planPublish(library, { source: { project: '../x' }, on, implemented: on }),
      ],
      [/is no day/, () => planConfirm(library, 'DB9902/T 12—2023', { on: '2026-02-30' })],
      [/No reason/, () => planWithdraw(library, 'DB9902/T 12—2023', { on, reason: ' ' })],
      [
        /what DB9902\/T 12—2023 says now/,
        () => planAmend(library, 'DB9902/T 12—2023', { text: before, on, implemented: on }),
      ],
    ];
    for (const [message, plan] of refused) {
      expect(plan).toThrow(ActRefused);
      expect(plan).toThrow(message);
    }
    const planned = planConfirm(library, 'DB9902/T 12—2023', { on });
    expect(diffPlan(dir, planned)).toContain(`+  - { date: ${on}, result: 继续有效 }`);
    expect(source(dir, 'standards/local/db9902-t-12-2023/index.md')).toBe(before);
    expect(existsSync(join(dir, 'notices', `${on}-confirmed-db9902-t-12-2023.md`))).toBe(false);
  });

  it('keeps line ends, comments and order of what it edits', async () => {
    const dir = copyLibrary();
    const path = 'standards/local/db9902-t-12-2023/index.md';
    const own = source(dir, path)
      .replace('\nissued:', '\n# 备注\nissued:')
      .replaceAll('\n', '\r\n');
    writeFileSync(join(dir, path), own);
    await act(dir, (library) => planConfirm(library, 'DB9902/T 12—2023', { on: asOf }));
    const lines = source(dir, path).split('\r\n');
    const added = lines.filter((line) => !own.split('\r\n').includes(line));
    expect(added.join('|')).toMatch(
      /^(?:reviews:\|)?  - \{ date: 2026-11-30, result: 继续有效 \}$/,
    );
    expect(lines.filter((line) => !added.includes(line)).join('\r\n')).toBe(own);
  });
});

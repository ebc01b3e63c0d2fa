import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import { findPaper, readProjects } from '#library/projects.ts';
import { findPaperAt } from '#publish/dev-papers.ts';
import { openPublished } from '#library/published.ts';
import { completeFiles } from './example-files.ts';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

const cache = mkdtempSync(join(tmpdir(), 'biaolian-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const head = 'title: 样例\nkind: local\n';

function libraryOf(files: Readonly<Record<string, string>>): string {
  const dir = makeFolder();
  writeFiles(dir, files);
  return dir;
}

const rulesOf = (dir: string) => readProjects(dir).diagnostics.map(({ rule }) => rule);

describe('projects of a library', () => {
  it('are read with their stages, and what the author left out', () => {
    const dir = libraryOf({
      'projects/sf1/project.yaml': `${head}stages:\n  - { stage: 立项, began: 2026-03-16 }\n`,
    });
    const { projects, diagnostics } = readProjects(dir);
    expect(diagnostics).toEqual([]);
    expect(projects).toMatchObject([
      {
        id: 'sf1',
        title: { zh: '样例' },
        chains: [],
        stages: [{ stage: '立项', began: '2026-03-16', papers: [], offices: [] }],
      },
    ]);
  });

  it('a wrong value is a finding at its line, and the project is left out', () => {
    const dir = libraryOf({
      'projects/sf1/project.yaml': `${head}stages:\n  - { stage: 立项, began: 2026-02-30 }\n`,
      'projects/sf2/project.yaml': `${head}stages:\n  - { stage: 起草, began: 2026-02-20 }\n`,
    });
    const { projects, diagnostics } = readProjects(dir);
    expect(projects.map(({ id }) => id)).toEqual(['sf2']);
    expect(diagnostics).toMatchObject([
      { rule: 'project-value', file: 'projects/sf1/project.yaml', range: { start: { line: 4 } } },
    ]);
  });

  it.each([
    '../other/secret.txt',
    '/etc/passwd.txt',
    'a/b/c.txt',
    '.hidden.txt',
    'a\\b.txt',
    'page.html',
    'papers/../project.txt',
  ])('a paper %s is refused by its name', (file) => {
    const papers = `[{ file: '${file}', name: 材料 }]`;
    const dir = libraryOf({
      'projects/sf1/project.yaml': `${head}stages:\n  - { stage: 立项, began: 2026-03-16, papers: ${papers} }\n`,
    });
    expect(rulesOf(dir)).toEqual(['project-value']);
  });

  it('a paper has to be a regular file of the folder: no link leads out', () => {
    const dir = libraryOf({
      'projects/sf1/project.yaml': `${head}stages:\n  - stage: 立项\n    began: 2026-03-16\n    papers: [{ file: a.txt, name: 甲 }, { file: papers/b.txt, name: 乙 }]\n`,
      'projects/sf1/a.txt': '甲',
      'elsewhere/b.txt': '乙',
    });
    expect(findPaper(dir, 'sf1', 'a.txt')).toBe(join(dir, 'projects/sf1/a.txt'));
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'projects/sf1/papers'));
    expect(findPaper(dir, 'sf1', 'papers/b.txt')).toBeNull();
    rmSync(join(dir, 'projects/sf1/papers'));
    mkdirSync(join(dir, 'projects/sf1/papers'));
    symlinkSync(join(dir, 'elsewhere/b.txt'), join(dir, 'projects/sf1/papers/b.txt'));
    expect(rulesOf(dir)).toEqual(['project-paper']);
  });

  it('limits and kinds are data, with who set them', () => {
    const dir = libraryOf({
      'project-kinds.yaml':
        '- { id: local, name: { zh: 地方标准, en: Local }, way: [立项, { stage: 公示, optional: true }] }\n',
      'deadlines.yaml': `limits:
  - id: filing
    name: { zh: 备案, en: Filing }
    from: { stage: 发布 }
    to: { stage: 备案 }
    span: { days: 30 }
    source: { document: 某条例, article: 第一条 }
    asOf: 2026-11-01
`,
    });
    const { kinds, deadlines, diagnostics } = readProjects(dir);
    expect(diagnostics).toEqual([]);
    expect(kinds[0]?.way).toEqual([
      { stage: '立项', optional: false },
      { stage: '公示', optional: true },
    ]);
    expect(deadlines.limits).toMatchObject([
      { id: 'filing', bound: '至多', from: [{ stage: '发布', day: 'began' }], span: { days: 30 } },
    ]);
  });

  it('a limit has one length of time', () => {
    const limit = (span: string) =>
      libraryOf({
        'deadlines.yaml': `limits:\n  - { id: a, name: { zh: 甲, en: A }, from: { stage: 发布 }, to: { stage: 备案 }, asOf: 2026-11-01, span: ${span} }\n`,
      });
    expect(rulesOf(limit('{ workdays: 20 }'))).toEqual([]);
    expect(rulesOf(limit('{ days: 20, years: 1 }'))).toEqual(['deadlines-file']);
    expect(rulesOf(limit('{}'))).toEqual(['deadlines-file']);
  });
});

describe('the text of a project', () => {
  it('is compiled and checked as a standard is, and is none of the library', async () => {
    const text = (number: string) =>
      `---\nnumber: ${number}\ntitle: 样例\nissuers: [某局]\nstatus: draft\n---\n\n# 范围\n\n本文件规定了样例。\n`;
    const dir = libraryOf({
      'projects/sf1/project.yaml': `${head}stages:\n  - { stage: 征求意见, began: 2026-03-16 }\n`,
      'projects/sf1/draft/index.md': text('T/AB 1—2026'),
    });
    const library = await openLibrary({ dir, cache, asOf: '2026-06-01' });
    expect(library.rows).toEqual([]);
    const draft = library.drafts.get('sf1');
    expect(draft?.row).toMatchObject({ number: 'T/AB 1—2026', kind: 'group' });
    expect(draft?.body().text.clauses.map(({ title }) => title)).toContain('范围');
    const own = library.diagnostics.filter(({ file }) => file.startsWith('projects/'));
    expect(own.map(({ rule }) => rule)).not.toContain('kind-unknown');
    expect(own.map(({ file }) => file)).toContain('projects/sf1/draft/index.md');
  });
});

describe('a planned row of a system', () => {
  const system = `name: { zh: 甲, en: A }
kind: 领域
version: '1'
date: '2026-06-01'
tree: [{ code: '1', name: { zh: 乙, en: B } }]
rows:
  - { system: '1', planned: 冷库节能, level: 地方, stage: 在研, role: 基础, project: sf1 }
`;
  const standard = (issued: string) =>
    `---\nnumber: DB9902/T 9—2026\ntitle: 冷库节能\nissuers: [某局]\nissued: ${issued}\nimplemented: ${issued}\n---\n\n# 范围\n\n本文件规定了冷库节能。\n`;
  const open = async (issued: string, asOf: string) => {
    const dir = libraryOf({
      'systems/a.yaml': system,
      'projects/sf1/project.yaml': `${head}number: DB9902/T 9—2026\nstages: [{ stage: 起草, began: 2026-03-16 }]\n`,
      'standards/local/db9902-t-9-2026/index.md': standard(issued),
    });
    return (await openLibrary({ dir, cache, asOf })).systems.list[0]?.rows;
  };

  it('is the standard by itself once its project has issued one, and not a day before', async () => {
    expect(await open('2026-05-20', '2026-05-19')).toMatchObject([
      { state: 'preparing', subject: { kind: 'planned' }, title: { zh: '冷库节能' } },
    ]);
    expect(await open('2026-05-20', '2026-05-20')).toMatchObject([
      { state: 'in-force', subject: { kind: 'standard' }, number: 'DB9902/T 9—2026' },
    ]);
  });
});

describe('a project with errors', () => {
  it('is not published, and stays as it was published last', async () => {
    const project = 'projects/sf1/project.yaml';
    const good = `${head}stages:\n  - { stage: 立项, began: 2026-03-16 }\n`;
    const bad = `${good}  - { stage: 起草, began: 2026-03-02 }\n`;
    const dir = makeFolder();
    writeFiles(dir, completeFiles({ [project]: bad }));
    const open = () => openPublished({ dir, cache, asOf: '2026-06-01', out: join(dir, 'site') });
    const first = await open();
    expect(first.library?.projects).toEqual([]);
    expect(first.withheld).toContainEqual({ path: project, errors: 1, shown: 'nothing' });
    writeFiles(dir, { [project]: good });
    (await open()).keep();
    writeFiles(dir, { [project]: bad });
    const later = await open();
    expect(later.library?.projects.map(({ stages }) => stages.length)).toEqual([1]);
    expect(later.withheld).toContainEqual({ path: project, errors: 1, shown: 'earlier' });
  });
});

it('papers that readers may have are served while developing, and no other file', async () => {
  const dir = libraryOf({
    ...completeFiles,
    'projects/sf1/project.yaml': `${head}stages:\n  - stage: 立项\n    began: 2026-03-16\n    papers: [{ file: papers/甲.txt, name: 甲, public: true }, { file: b.txt, name: 乙 }]\n`,
    'projects/sf1/papers/甲.txt': '甲',
    'projects/sf1/b.txt': '乙',
  });
  const library = await openLibrary({ dir, cache });
  const find = (address: string) => findPaperAt(library, address);
  expect(find('/lifecycle/sf1/papers/%E7%94%B2.txt?v=1')).toBe(
    join(dir, 'projects/sf1/papers/甲.txt'),
  );
  for (const address of [
    '/lifecycle/sf1/b.txt',
    '/lifecycle/sf1/project.yaml',
    '/lifecycle/sf1/',
    '/lifecycle/sf1/papers/../../../deadlines.yaml',
    '/lifecycle/%',
    '/',
  ])
    expect(find(address), address).toBeNull();
});

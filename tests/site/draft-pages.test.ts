import { describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import { listAddresses, listPages } from '#site/routes.ts';
import { viewDraft, viewOutcome } from '#site/views/draft.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const stages = (stage: string): string => `title: 样例标准
kind: local
contact: { office: 示范市标准化研究院, email: a@b.example }
stages:
  - { stage: ${stage}, began: 2026-11-02, until: 2026-12-04 }
`;

const comment = (more: string): string => `  - { clause: '4.1', comment: 改, ${more} }\n`;

async function open(comments: string) {
  const dir = makeFolder();
  writeFiles(dir, {
    [standardPath()]: writeStandard(),
    'projects/a/project.yaml': stages('征求意见'),
    'projects/a/draft/index.md': writeStandard({ serial: 701 }).replace(
      'sample: true',
      'sample: true\nstatus: draft',
    ),
    'projects/a/draft/a.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>',
    'projects/a/comments.yaml': comments,
    'projects/b/project.yaml': stages('起草'),
    'projects/b/draft/index.md': writeStandard({ serial: 702 }),
  });
  return openLibrary({ dir, cache: makeFolder() });
}

const all =
  comment('id: a1, organisation: 某公司, named: true, decision: 采纳') +
  comment('id: a2, organisation: 某大学, decision: 不采纳, answer: 超出范围') +
  comment('id: a3, decision: 部分采纳, answer: 改字');

describe('pages of a draft', () => {
  it('has a page for a text that is open to comments, which no list of addresses names', async () => {
    const library = await open(`comments:\n${all}`);
    const paths = [...listPages(library)].map(({ path }) => path);
    expect(paths.filter((path) => path.includes('/draft/'))).toEqual([
      '/lifecycle/a/draft/',
      '/en/lifecycle/a/draft/',
      '/lifecycle/a/draft/a.svg',
    ]);
    expect([...listAddresses(library)].filter(({ template }) => template === 'draft')).toEqual([]);
    const view = viewDraft(library, { project: 'a' });
    expect(view).toMatchObject({
      name: '样例标准701',
      began: '2026-11-02',
      until: '2026-12-04',
      contact: { email: 'a@b.example' },
      isDecided: true,
    });
    expect(view.text.clauses.map(({ id }) => id)).toContain('inspection');
  });

  it('shows the outcome once all is decided: no person, and organisations only where they agreed', async () => {
    const library = await open(`comments:\n${all}`);
    const view = viewOutcome(library, { project: 'a' });
    expect(view.counts).toEqual({
      all: 3,
      organisations: 2,
      decisions: { 采纳: 1, 部分采纳: 1, 不采纳: 1 },
      open: 0,
    });
    expect(view.rows.map(({ from, isPerson, decision }) => [from, isPerson, decision])).toEqual([
      ['某公司', false, '采纳'],
      [undefined, false, '不采纳'],
      [undefined, true, '部分采纳'],
    ]);
    expect(JSON.stringify(view)).not.toContain('某大学');
    const half = await open(`comments:\n${all}${comment('id: a4')}`);
    const paths = [...listPages(half)].map(({ path }) => path);
    expect(paths.filter((path) => path.includes('/comments/'))).toEqual([]);
  });
});

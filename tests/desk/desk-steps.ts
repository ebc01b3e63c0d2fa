import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditLog, auditPlaces } from '#desk/audit/log.ts';
import type { PublicationLine } from '#desk/client/shapes.ts';
import { Drafts } from '#desk/drafts.ts';
import { toPlan } from '#desk/file-changes.ts';
import type { FileChange } from '#desk/file-changes.ts';
import { Publications } from '#desk/publications.ts';
import { Requests } from '#desk/requests.ts';
import type { OnDeskStage } from '#desk/stages.ts';
import { settleChange } from '#library/pending-change.ts';

const who = { user: 'wang', name: '王芳', roles: ['publisher'] } as const;
const path = 'standards/local/db9902-t-700-2024';
const moved = 'standards/local/db9902-t-701-2024';
export const files = { kept: `${path}/index.md`, made: 'notices/new.md', gone: `${path}/old.svg` };

/** What a desk works with, opened in its order. */
export function openPieces(library: string, keep: string, onStage: OnDeskStage = () => undefined) {
  const audit = new AuditLog(auditPlaces(keep), undefined, onStage);
  settleChange(library);
  return {
    library,
    audit,
    publications: new Publications(keep, library, audit, onStage),
    requests: new Requests(keep, onStage),
    drafts: new Drafts(keep, onStage),
  };
}

type Pieces = ReturnType<typeof openPieces>;

/** What a person does at a desk that writes to the disk. */
export const steps = {
  import: ({ drafts }) => {
    const parts = new Map([
      ['index.md', Buffer.from('一')],
      ['a.svg', Buffer.from('<svg/>')],
    ]);
    drafts.create(path, parts, {
      origin: { kind: 'word', file: '稿.docx' },
      base: {},
      report: null,
    });
  },
  figure: ({ drafts }) => drafts.addFile(one(drafts), 'b.svg', Buffer.from('<svg/>'), 'zhang'),
  autosave: ({ drafts }) => {
    const { id, revision } = one(drafts);
    drafts.save(id, '二', revision, 'zhang');
  },
  fix: ({ drafts }) => {
    const { id, text, revision } = one(drafts);
    drafts.save(id, `${text}改`, revision, 'zhang');
  },
  renumber: ({ drafts }) => {
    drafts.move(one(drafts), moved);
  },
  'lay aside': ({ drafts }) => drafts.discard(one(drafts).id),
  ask: ({ audit, requests }) => {
    audit.append({ who: 'zhang', name: '张伟', act: 'asked', digest: 'd' });
    requests.add({
      kind: 'draft',
      subject: 'x',
      asked: null,
      number: '',
      title: '',
      digest: 'd',
      by: 'zhang',
      byName: '张伟',
      remark: '',
      writers: [],
    });
  },
  approve: ({ audit, requests }) => {
    const request = requests.list()[0];
    if (!request) throw new Error('nothing was asked for');
    audit.append({ who: 'li', name: '李娜', act: 'approved', digest: 'd' });
    requests.change(request, { state: 'approved', decidedBy: 'li' });
  },
  publish: ({ library, publications }) => {
    const read = (name: string): Buffer => readFileSync(join(library, name));
    const changes: readonly FileChange[] = [
      { path: files.kept, before: read(files.kept), after: Buffer.from('after') },
      { path: files.made, before: null, after: Buffer.from('new') },
      { path: files.gone, before: read(files.gone), after: null },
    ];
    const facts = { number: 'DB9902/T 700—2024', title: '样例', slug: 'db9902-t-700-2024' };
    publications.applyAct(toPlan(changes, '公布', 'Publish'), { by: who, facts, digest: 'd' });
  },
  undo: ({ publications }) => {
    const last = publications.list().find((line: PublicationLine) => !line.undone);
    if (!last) throw new Error('nothing was published');
    publications.undo(last.id, who);
  },
} as const satisfies Readonly<Record<string, (pieces: Pieces) => void>>;

export type Step = keyof typeof steps;

function one(drafts: Drafts): ReturnType<Drafts['read']> {
  const [draft] = drafts.list();
  if (!draft) throw new Error('there is no draft');
  return draft;
}

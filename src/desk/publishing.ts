import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { isEarly } from '#core/catalog/index.ts';
import type { ProjectModel } from '#core/lifecycle/index.ts';
import { shortDigest } from '#library/digest.ts';
import { readIfThere } from '#library/files.ts';
import type { Library } from '#library/open.ts';
import { partOf } from '#library/relate.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { projectPath } from '#site/lifecycle-paths.ts';
import type { PublicationLine, PublishPlan } from './client/shapes.ts';
import type { Draft } from './drafts.ts';
import { readParts } from './drafts.ts';
import { digestOf, listActChanges, showChange, toPlan } from './file-changes.ts';
import type { FileChange } from './file-changes.ts';
import { findText, projectOf } from './read-draft.ts';
import { Refusal } from './refusal.ts';

/** What putting a draft into the library would change, and what keeps it from being published. */
export function planPublication(draft: Draft, library: Library): PublishPlan {
  const changes = listChanges(draft, library.dir);
  const row = findText(library, draft.path)?.row;
  const isProject = projectOf(draft.path) !== undefined;
  const own = library.diagnostics.filter(({ file }) => partOf(file) === draft.path);
  const errors = own.filter(({ severity }) => severity === 'error');
  const early = row && isEarly(row.meta, library.asOf);
  return {
    digest: digestOf(changes),
    files: changes.map(showChange),
    errors,
    notes: [
      ...(isProject ? [backToProject] : []),
      ...(early
        ? [
            {
              zh: `发布日期 ${row.meta.issued ?? ''} 还没有到：到那一天才会出现在网站上。`,
              en: `The day of issue, ${row.meta.issued ?? ''}, has not come: it is on the site from that day on.`,
            },
          ]
        : []),
      ...(row?.meta.status === 'draft' && !isProject
        ? [
            {
              zh: '状态是草案：网站上会标明“本文件是草案，不是已发布的标准”。',
              en: 'It is a draft, and is marked as one on the site.',
            },
          ]
        : []),
    ],
    number: row?.number ?? '',
    title: row?.meta.title ?? '',
    // The text of a project is issued as the project is.
    status: isProject ? '' : (row?.meta.status ?? ''),
    issued: row?.meta.issued,
    implemented: row?.meta.implemented,
  };
}

const backToProject = {
  zh: '写回项目：项目的草案换成这份稿；正式发布在工作台的“项目”里办。',
  en: 'It goes back to its project, as its draft; the project is issued from the desk.',
};

/** Whether a draft is what the library has: there is nothing to publish. */
export function isInLibrary(draft: Draft, library: string): boolean {
  return draft.origin.kind === 'library' && listChanges(draft, library).length === 0;
}

/** Which standard a publication is of. */
export type PublicationFacts = Pick<PublicationLine, 'number' | 'title' | 'slug' | 'page'>;

/** A project as a publication names it. */
export function describeProject(
  { id, plan, title }: ProjectModel,
  name = title.zh,
): PublicationFacts {
  return { number: plan ?? id, title: name, slug: id, page: projectPath(id).slice(1) };
}

/** Publications made at the desk, with what undoes them, kept in a folder. */
export class Publications {
  private readonly folder: string;
  private readonly library: string;

  constructor(keep: string, library: string) {
    this.folder = join(keep, 'publications');
    this.library = library;
    mkdirSync(this.folder, { recursive: true });
    this.finish();
  }

  /** The last first. */
  list(): readonly PublicationLine[] {
    return readdirSync(this.folder)
      .filter((id) => /^\d+$/.test(id))
      .flatMap((id) => readLine(join(this.folder, id)) ?? [])
      .sort((a, b) => b.at - a.at);
  }

  /**
   * Puts the files of a draft into the library, all or none. What was there is kept first, for undoing.
   *
   * @throws {Refusal} where the files are others than were shown, or somebody else changed them
   */
  apply(draft: Draft, library: Library, digest: string): PublicationLine {
    const changes = listChanges(draft, library.dir);
    if (digestOf(changes) !== digest) throw changedSince();
    const foreign = changes.filter(
      ({ path, before }) => (draft.base[path] ?? null) !== (before && shortDigest(before)),
    );
    if (foreign.length > 0) throw changedInLibrary(foreign.map(({ path }) => path));
    const { number = '', slug = '', meta } = findText(library, draft.path)?.row ?? {};
    const title = meta?.title ?? '';
    const id = projectOf(draft.path);
    const project = library.projects.find((each) => each.id === id);
    const facts = project ? describeProject(project, title) : { number, title, slug };
    const name = facts.number;
    return this.make(facts, changes, toPlan(changes, `公布 ${name}`, `Publish ${name}`));
  }

  /** Does an act on the library, so that it can be undone as a publication can. */
  applyAct(plan: ActPlan, facts: PublicationFacts): PublicationLine {
    return this.make(facts, listActChanges(this.library, plan), plan);
  }

  private make(
    facts: PublicationFacts,
    changes: readonly FileChange[],
    plan: ActPlan,
  ): PublicationLine {
    const at = Date.now();
    const line: PublicationLine = { ...facts, id: String(at), at, undone: false };
    const folder = join(this.folder, line.id);
    keepBefore(folder, changes);
    writeAtomically(join(folder, 'line.json'), JSON.stringify(line));
    applyPlan(this.library, plan);
    writeAtomically(join(folder, 'done'), '');
    return line;
  }

  /**
   * Brings the files of the library back to what they were before a publication.
   *
   * @throws {Refusal} where there is no such publication, or somebody changed its files since
   */
  undo(id: string): PublicationLine {
    const folder = join(this.folder, id);
    const line = /^\d+$/.test(id) ? readLine(folder) : undefined;
    if (!line || line.undone) throw nothingToUndo();
    const kept = readKept(folder);
    // What an undo that was cut short has brought back already is no change of anybody's.
    const foreign = kept.filter(({ path, before, after }) => {
      const now = readIfThere(join(this.library, path));
      const was = before === null ? null : readIfThere(join(folder, before));
      const digest = now && shortDigest(now);
      return digest !== after && digest !== (was && shortDigest(was));
    });
    if (foreign.length > 0) throw changedInLibrary(foreign.map(({ path }) => path));
    const undone = { ...line, undone: true };
    const back = listBack(folder, kept).map((change) => ({
      ...change,
      before: readIfThere(join(this.library, change.path)),
    }));
    applyPlan(this.library, toPlan(back, `撤回 ${line.number}`, `Take ${line.number} back`));
    writeAtomically(join(folder, 'line.json'), JSON.stringify(undone));
    return undone;
  }

  /** A publication that was cut short was made as a whole, or not at all. */
  private finish(): void {
    for (const id of readdirSync(this.folder)) {
      const folder = join(this.folder, id);
      if (readIfThere(join(folder, 'done'))) continue;
      const kept = readKept(folder);
      const isMade = kept.every(({ path, after }) => {
        const now = readIfThere(join(this.library, path));
        return (now && shortDigest(now)) === after;
      });
      if (kept.length > 0 && isMade) writeAtomically(join(folder, 'done'), '');
      else rmSync(folder, { recursive: true, force: true });
    }
  }
}

interface KeptFile {
  readonly path: string;
  /** Name of what was there. */
  readonly before: string | null;
  /** Digest of what was written. */
  readonly after: string | null;
}

function keepBefore(folder: string, changes: readonly FileChange[]): void {
  const kept = changes.map(({ path, before, after }, at): KeptFile => {
    if (before) writeAtomically(join(folder, `before-${at}`), before);
    return { path, before: before && `before-${at}`, after: after && shortDigest(after) };
  });
  writeAtomically(join(folder, 'files.json'), JSON.stringify(kept));
}

function readKept(folder: string): readonly KeptFile[] {
  const bytes = readIfThere(join(folder, 'files.json'));
  return bytes ? (JSON.parse(bytes.toString()) as readonly KeptFile[]) : [];
}

function listBack(folder: string, kept: readonly KeptFile[]): readonly FileChange[] {
  return kept.map(({ path, before }) => ({
    path,
    before: null,
    after: before === null ? null : readIfThere(join(folder, before)),
  }));
}

function readLine(folder: string): PublicationLine | undefined {
  const bytes = readIfThere(join(folder, 'line.json'));
  return bytes ? (JSON.parse(bytes.toString()) as PublicationLine) : undefined;
}

function listChanges(draft: Draft, library: string): readonly FileChange[] {
  const now = readParts(join(library, draft.path));
  const after = readParts(join(draft.root, draft.path));
  const moved = draft.origin.kind === 'library' && draft.origin.path !== draft.path;
  const old = moved && draft.origin.kind === 'library' ? draft.origin.path : undefined;
  const changes: FileChange[] = [];
  for (const [name, bytes] of after) {
    const before = now.get(name);
    if (before && shortDigest(before) === shortDigest(bytes)) continue;
    changes.push({
      path: `${draft.path}/${name}`,
      before: before ? Buffer.from(before) : null,
      after: bytes,
    });
  }
  for (const [name, bytes] of old === undefined ? [] : readParts(join(library, old))) {
    changes.push({ path: `${old ?? ''}/${name}`, before: Buffer.from(bytes), after: null });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** That what was shown is not what would be done. */
export const changedSince = (): Refusal =>
  new Refusal(
    409,
    {
      zh: '看过之后又有改动，没有公布。',
      en: 'There were changes since you looked; nothing was published.',
    },
    { zh: '再看一遍要改什么，然后公布。', en: 'Look at what will change once more, then publish.' },
  );

const changedInLibrary = (paths: readonly string[]): Refusal =>
  new Refusal(
    409,
    {
      zh: `标准库里的 ${paths.join('、')} 在打开这份稿之后被别人改过，什么也没有写。`,
      en: `${paths.join(', ')} of the library was changed by somebody else since; nothing was written.`,
    },
    {
      zh: '这份稿还在。把标准库里的那份另外打开，对照着把改动并进来。',
      en: 'The draft is kept. Open what is in the library as well and bring the changes together.',
    },
  );

const nothingToUndo = (): Refusal =>
  new Refusal(404, { zh: '没有可以撤回的公布。', en: 'There is no publication to undo.' });

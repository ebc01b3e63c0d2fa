import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import type { ProjectModel } from '#core/lifecycle/index.ts';
import { shortDigest } from '#library/digest.ts';
import { readIfThere } from '#library/files.ts';
import type { Library } from '#library/open.ts';
import { publishedFile } from '#library/register.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import { projectPath } from '#site/lifecycle-paths.ts';
import type { AuditAct } from './audit/chain.ts';
import type { AuditLog } from './audit/log.ts';
import type { PublicationLine } from './client/shapes.ts';
import { ledgerFile } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { digestOf, listActChanges, listAdded, toPlan } from './file-changes.ts';
import type { FileChange } from './file-changes.ts';
import type { Person } from './people.ts';
import { listPublicationChanges } from './publishing.ts';
import { findText, projectOf } from './read-draft.ts';
import { Refusal } from './refusal.ts';
import type { OnDeskStage } from './stages.ts';

/** Which standard a publication is of. */
export type PublicationFacts = Pick<PublicationLine, 'number' | 'title' | 'slug' | 'page'>;

/** A project as a publication names it. */
export function describeProject(
  { id, plan, title }: Pick<ProjectModel, 'id' | 'plan' | 'title'>,
  name = title.zh,
): PublicationFacts {
  return { number: plan ?? id, title: name, slug: id, page: projectPath(id).slice(1) };
}

/** What a change of the library is made by, and what of it was shown before. */
export interface PublicationAct {
  readonly by: Person;
  readonly facts: PublicationFacts;
  readonly digest: string;
}

/** Publications made at the desk, with what undoes them, kept in a folder. */
export class Publications {
  private readonly folder: string;
  private readonly library: string;
  private readonly audit: AuditLog;
  private readonly onStage: OnDeskStage;

  constructor(keep: string, library: string, audit: AuditLog, onStage: OnDeskStage) {
    this.folder = join(keep, 'publications');
    this.library = library;
    this.audit = audit;
    this.onStage = onStage;
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
  apply(draft: Draft, library: Library, digest: string, by: Person): PublicationLine {
    const changes = listPublicationChanges(draft, library);
    if (digestOf(changes) !== digest) throw changedSince();
    const foreign = changes.filter(
      ({ path, before }) =>
        !isRegister(path) && (draft.base[path] ?? null) !== (before && shortDigest(before)),
    );
    if (foreign.length > 0) throw changedInLibrary(foreign.map(({ path }) => path));
    const facts = describePublication(draft, library);
    const name = facts.number;
    const plan = toPlan(changes, `公布 ${name}`, `Publish ${name}`);
    return this.make({ by, facts, digest }, changes, plan);
  }

  /** Does an act on the library, so that it can be undone as a publication can. */
  applyAct(plan: ActPlan, act: PublicationAct): PublicationLine {
    return this.make(act, listActChanges(this.library, plan), plan);
  }

  private make(
    act: PublicationAct,
    changes: readonly FileChange[],
    plan: ActPlan,
  ): PublicationLine {
    const { facts, by } = act;
    const at = Date.now();
    const line: PublicationLine = {
      ...facts,
      id: String(at),
      at,
      by: by.name,
      digest: act.digest,
      undone: false,
    };
    const folder = join(this.folder, line.id);
    try {
      keepBefore(folder, changes);
      this.onStage('before-kept');
      writeAtomically(join(folder, 'line.json'), JSON.stringify(line));
      this.onStage('publication-named');
      this.say('publishing', by, line);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    try {
      applyPlan(this.library, plan, { onStage: this.onStage });
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      this.say('failed', by, line);
      throw error;
    }
    writeAtomically(join(folder, 'done'), '');
    this.onStage('publication-made');
    this.say('published', by, line);
    return line;
  }

  /**
   * Brings the files of the library back to what they were before a publication.
   *
   * @throws {Refusal} where there is no such publication, or its files were changed since
   */
  undo(id: string, by: Person): PublicationLine {
    const folder = join(this.folder, id);
    const line = /^\d+$/.test(id) ? readLine(folder) : undefined;
    if (!line || line.undone) throw nothingToUndo();
    const changes = readKept(folder).map((kept) => this.takeBack(folder, kept));
    const foreign = changes.flatMap((change) => (typeof change === 'string' ? [change] : []));
    if (foreign.length > 0) throw this.refuseUndo(line, foreign);
    const back = changes.flatMap((change) => (typeof change === 'string' ? [] : [change]));
    this.say('undoing', by, line);
    try {
      applyPlan(this.library, toPlan(back, `撤回 ${line.number}`, `Take ${line.number} back`), {
        onStage: this.onStage,
      });
    } catch (error) {
      this.say('failed', by, line);
      throw error;
    }
    return this.noteUndone(folder, line, by);
  }

  private noteUndone(folder: string, line: PublicationLine, by: Writer): PublicationLine {
    const undone = { ...line, undone: true };
    writeAtomically(join(folder, 'line.json'), JSON.stringify(undone));
    this.onStage('publication-undone');
    this.say('undone', by, undone);
    return undone;
  }

  /** What brings a file back; its path where it is neither as it was made nor as it was before. */
  private takeBack(folder: string, { path, before, after, added }: KeptFile): FileChange | string {
    const now = readIfThere(join(this.library, path));
    const was = before === null ? null : readIfThere(join(folder, before));
    const digest = now && shortDigest(now);
    // What an undo that was cut short has brought back already is no change of anybody's.
    if (digest === after || digest === (was && shortDigest(was))) {
      return { path, before: now, after: was };
    }
    const rest = now && added && removeLines(now.toString(), added);
    return typeof rest === 'string' ? { path, before: now, after: Buffer.from(rest) } : path;
  }

  /** Names what was done to the files later, where that was done here: it is taken back first. */
  private refuseUndo({ at, id }: PublicationLine, paths: readonly string[]): Refusal {
    const later = this.list().find(
      (each) =>
        each.id !== id &&
        each.at >= at &&
        !each.undone &&
        readKept(join(this.folder, each.id)).some(({ path }) => paths.includes(path)),
    );
    return later ? laterFirst(later) : changedAfter(paths);
  }

  private say(act: AuditAct, { user, name }: Writer, line: PublicationLine, more = ''): void {
    const { number, title, digest, id } = line;
    this.audit.append({
      who: user,
      name,
      act,
      of: number,
      title,
      digest,
      remark: more === '' ? id : `${id} ${more}`,
    });
  }

  /** A publication that was cut short was made as a whole, or not at all; an undo too. The log says which. */
  private finish(): void {
    const open = this.findUnfinished();
    for (const id of readdirSync(this.folder)) {
      const folder = join(this.folder, id);
      const line = readLine(folder);
      const isDone = readIfThere(join(folder, 'done')) !== null;
      const begun = open.get(id);
      open.delete(id);
      const kept = readKept(folder);
      if (isDone && line && begun?.act === 'undoing') {
        if (line.undone) this.say('undone', begun, line, atRestart);
        else if (kept.every((each) => this.isBack(folder, each))) {
          this.noteUndone(folder, line, begun);
        } else this.say('failed', begun, line, atRestart);
        continue;
      }
      const isMade = isDone || (kept.length > 0 && kept.every((each) => this.isMade(each)));
      if (isMade && !isDone) writeAtomically(join(folder, 'done'), '');
      if (!isMade) rmSync(folder, { recursive: true, force: true });
      if (begun && line) this.say(isMade ? 'published' : 'failed', begun, line, atRestart);
    }
    for (const [id, { user, name, number, title, digest }] of open) {
      this.audit.append({
        who: user,
        name,
        act: 'failed',
        of: number,
        title,
        digest,
        remark: `${id} ${atRestart}`,
      });
    }
  }

  private isMade({ path, after }: KeptFile): boolean {
    const now = readIfThere(join(this.library, path));
    return (now && shortDigest(now)) === after;
  }

  private isBack(folder: string, { path, before }: KeptFile): boolean {
    const now = readIfThere(join(this.library, path));
    const was = before === null ? null : readIfThere(join(folder, before));
    return (now && shortDigest(now)) === (was && shortDigest(was));
  }

  /** What the log says was begun, and not how it ended, by the id of the publication. */
  private findUnfinished(): Map<string, Unfinished> {
    const open = new Map<string, Unfinished>();
    for (const { act, remark, who, name, of, title, digest } of this.audit.list()) {
      const id = /^\d+/.exec(remark)?.[0] ?? '';
      if (act === 'publishing' || act === 'undoing') {
        open.set(id, { act, user: who, name, number: of, title, digest });
      } else if (['published', 'undone', 'failed'].includes(act)) open.delete(id);
    }
    return open;
  }
}

type Writer = Pick<Person, 'user' | 'name'>;

interface Unfinished extends Writer, Pick<PublicationLine, 'number' | 'title' | 'digest'> {
  readonly act: 'publishing' | 'undoing';
}

const atRestart = '（重新打开时查明 found when the desk was opened again）';

/** Which standard, or project, the text of a draft is of. */
export function describePublication(draft: Draft, library: Library): PublicationFacts {
  const { number = '', slug = '', meta } = findText(library, draft.path)?.row ?? {};
  const title = meta?.title ?? '';
  const id = projectOf(draft.path);
  const project = library.projects.find((each) => each.id === id);
  return project ? describeProject(project, title) : { number, title, slug };
}

interface KeptFile {
  readonly path: string;
  /** Name of what was there. */
  readonly before: string | null;
  /** Digest of what was written. */
  readonly after: string | null;
  /** Lines that were added to a register, to which others add theirs. */
  readonly added?: readonly string[] | undefined;
}

function keepBefore(folder: string, changes: readonly FileChange[]): void {
  const kept = changes.map(({ path, before, after }, at): KeptFile => {
    if (before) writeAtomically(join(folder, `before-${at}`), before);
    return {
      path,
      before: before && `before-${at}`,
      after: after && shortDigest(after),
      ...(path === publishedFile && { added: listAdded(before, after) }),
    };
  });
  writeAtomically(join(folder, 'files.json'), JSON.stringify(kept));
}

function readKept(folder: string): readonly KeptFile[] {
  const bytes = readIfThere(join(folder, 'files.json'));
  return bytes ? (JSON.parse(bytes.toString()) as readonly KeptFile[]) : [];
}

/** A register without lines that were added to it; null where one of them is no longer there. */
function removeLines(text: string, lines: readonly string[]): string | null {
  let rest = text;
  for (const line of lines) {
    const at = `\n${rest}`.indexOf(`\n${line}`);
    const end = rest.indexOf('\n', at) + 1;
    if (at < 0 || end === 0 || rest.slice(at, end).trimEnd() !== line) return null;
    rest = rest.slice(0, at) + rest.slice(end);
  }
  return rest;
}

function readLine(folder: string): PublicationLine | undefined {
  const bytes = readIfThere(join(folder, 'line.json'));
  return bytes ? (JSON.parse(bytes.toString()) as PublicationLine) : undefined;
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

/** That something was done later to the same files: it goes first. */
const laterFirst = ({ number, title }: PublicationLine): Refusal =>
  new Refusal(
    409,
    {
      zh: `后来办的 ${number}《${title}》也改了同样的文件，没有撤回。`,
      en: `${number} ${title}, which came later, changed the same files; nothing was undone.`,
    },
    {
      zh: '先撤回后来的那一件，再撤回这一件。',
      en: 'Undo the later one first, then this one.',
    },
  );

const changedAfter = (paths: readonly string[]): Refusal =>
  new Refusal(
    409,
    {
      zh: `公布以后有人在别处改过 ${paths.join('、')}，没有撤回。`,
      en: `${paths.join(', ')} was changed elsewhere after it was published; nothing was undone.`,
    },
    {
      zh: '要改回去，在“标准库”里打开它修改，再公布。',
      en: 'To change it back, open it from the library, edit it and publish it.',
    },
  );

const nothingToUndo = (): Refusal =>
  new Refusal(404, { zh: '没有可以撤回的公布。', en: 'There is no publication to undo.' });

/** Files to which lines are only ever added: whoever added some meanwhile loses none. */
const isRegister = (path: string): boolean =>
  path === publishedFile || path.endsWith(`/${ledgerFile}`);

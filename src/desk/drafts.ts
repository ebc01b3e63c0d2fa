import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '#core/model/standard.ts';
import { shortDigest } from '#library/digest.ts';
import { isRegularFile } from '#library/figures.ts';
import { isPartOfStandard, listFolders, readIfThere } from '#library/files.ts';
import { writeAtomically } from '#library/write-atomically.ts';
import type { DraftOrigin, ImportSummary } from './client/shapes.ts';
import { noDraft, Refusal } from './refusal.ts';
import type { OnDeskStage } from './stages.ts';

/** What is kept of a draft beside its files. */
export interface DraftRecord {
  readonly id: string;
  readonly origin: DraftOrigin;
  /** Files of the library that it was opened from, by digest: another digest, and somebody changed them since. */
  readonly base: Readonly<Record<string, string>>;
  readonly report: ImportSummary | null;
  readonly revision: number;
  /** Of the English text, which another window may have open. */
  readonly revisionEn?: number;
  readonly saved: number;
  /** Who wrote in it: none of them can approve it. */
  readonly writers?: readonly string[];
}

/** A draft with where it lies: `root` is a library of one standard, `path` its folder there. */
export interface Draft extends DraftRecord {
  readonly root: string;
  readonly path: string;
  readonly text: string;
  /** The English text; null where none was begun. */
  readonly english: string | null;
}

/** The addresses of clauses that were published. */
export const ledgerFile = 'anchors.tsv';

/** The file of the text in a language. */
const textFiles: Readonly<Record<Language, string>> = { zh: 'index.md', en: 'index.en.md' };

/** The text of a draft in a language; null where there is none. */
export const textIn = (draft: Draft, language: Language): string | null =>
  language === 'zh' ? draft.text : draft.english;

/** Whether the English text of a draft was begun in it: the library has none, and it can be laid aside. */
export const hasOwnEnglish = ({ english, base }: Draft): boolean =>
  english !== null && !Object.keys(base).some((file) => file.endsWith(`/${textFiles.en}`));

/** How often the text in a language was saved. */
export const revisionIn = ({ revision, revisionEn = 1 }: DraftRecord, language: Language): number =>
  language === 'zh' ? revision : revisionEn;

const idShape = /^[0-9a-f]{12}$/;

/** The drafts of one library, on disk: each is written whole, and what was written is there after a crash. */
export class Drafts {
  private readonly folder: string;
  private readonly onStage: OnDeskStage;

  constructor(keep: string, onStage: OnDeskStage = () => undefined) {
    this.folder = join(keep, 'drafts');
    this.onStage = onStage;
    mkdirSync(this.folder, { recursive: true });
  }

  /** All drafts, the last saved first; a folder that is none is passed over. */
  list(): readonly Draft[] {
    return readdirSync(this.folder)
      .filter((id) => idShape.test(id))
      .flatMap((id) => this.find(id) ?? [])
      .sort((a, b) => b.saved - a.saved);
  }

  /**
   * A draft by its id.
   *
   * @throws {Refusal} where there is none
   */
  read(id: string): Draft {
    const found = this.find(id);
    if (!found) throw noDraft();
    return found;
  }

  /** A new draft at a path of the library. */
  create(
    path: string,
    files: ReadonlyMap<string, Uint8Array>,
    facts: Pick<DraftRecord, 'origin' | 'base' | 'report' | 'writers'>,
  ): Draft {
    const id = randomBytes(6).toString('hex');
    const root = join(this.folder, id);
    for (const [name, bytes] of files) {
      if (!isPartOfStandard(name)) continue;
      writeAtomically(join(root, path, name), bytes);
      this.onStage('file-taken');
    }
    writeRecord(root, { ...facts, id, revision: 1, saved: Date.now() });
    this.onStage('draft-made');
    return this.read(id);
  }

  /** A draft of a standard of the library; the one there is, where somebody opened it before. */
  open(library: string, path: string): Draft {
    const before = this.list().find(
      ({ origin }) => origin.kind === 'library' && origin.path === path,
    );
    if (before) return before;
    const files = readParts(join(library, path));
    return this.create(path, files, {
      origin: { kind: 'library', path },
      base: digestFiles(path, files),
      report: null,
      writers: [],
    });
  }

  /**
   * Keeps a text; the same text again is no change. The English one is begun by the first that is kept.
   *
   * @throws {Refusal} where it was written over another state than is kept: in another window
   */
  save(
    id: string,
    text: string,
    revision: number,
    writer: string,
    language: Language = 'zh',
  ): Draft {
    const draft = this.read(id);
    if (textIn(draft, language) === text) return draft;
    if (revisionIn(draft, language) !== revision) throw changedElsewhere();
    const writers = addWriter(draft, writer);
    writeAtomically(join(draft.root, draft.path, textFiles[language]), text);
    this.onStage('text-saved');
    // Two saves are never of one moment: what is held of a draft is known by it.
    const saved = Math.max(Date.now(), draft.saved + 1);
    const next = { [language === 'zh' ? 'revision' : 'revisionEn']: revision + 1 };
    writeRecord(draft.root, { ...recordOf(draft), writers, saved, ...next });
    this.onStage('revision-saved');
    return this.read(id);
  }

  /** Moves a draft to another folder of its own library: its number is another now. */
  move(draft: Draft, path: string): Draft {
    if (path === draft.path) return draft;
    mkdirSync(dirname(join(draft.root, path)), { recursive: true });
    renameSync(join(draft.root, draft.path), join(draft.root, path));
    this.onStage('draft-moved');
    return this.read(draft.id);
  }

  /** Puts a file of a draft beside its text. */
  addFile(draft: Draft, name: string, bytes: Uint8Array, writer: string): void {
    writeRecord(draft.root, { ...recordOf(draft), writers: addWriter(draft, writer) });
    writeAtomically(join(draft.root, draft.path, name), bytes);
    this.onStage('figure-taken');
  }

  /** Takes a file of a draft away again. */
  removeFile(draft: Draft, name: string): void {
    rmSync(join(draft.root, draft.path, name), { force: true });
  }

  /** Takes what the library has now for what the draft was opened from. */
  rebase(draft: Draft, library: string): void {
    const ledger = readIfThere(join(library, draft.path, ledgerFile));
    if (ledger) writeAtomically(join(draft.root, draft.path, ledgerFile), ledger);
    else this.removeFile(draft, ledgerFile);
    const base = digestFiles(draft.path, readParts(join(library, draft.path)));
    const origin: DraftOrigin = { kind: 'library', path: draft.path };
    writeRecord(draft.root, { ...recordOf(draft), base, origin });
  }

  /** Lays a draft aside: it is in `laid-aside`, and no longer in the list. */
  discard(id: string): void {
    const { root } = this.read(id);
    const aside = join(dirname(this.folder), 'laid-aside', `${id}-${Date.now()}`);
    mkdirSync(dirname(aside), { recursive: true });
    renameSync(root, aside);
    this.onStage('draft-aside');
  }

  /**
   * Lays the English text of a draft aside: it is in `laid-aside`, and the draft has none. A window that still has it open
   * saves over nothing.
   */
  dropEnglish(draft: Draft, writer: string): void {
    const file = join(draft.root, draft.path, textFiles.en);
    const aside = join(dirname(this.folder), 'laid-aside', `${draft.id}-en-${Date.now()}`);
    mkdirSync(aside, { recursive: true });
    const writers = addWriter(draft, writer);
    const revisionEn = revisionIn(draft, 'en') + 1;
    const saved = Math.max(Date.now(), draft.saved + 1);
    writeRecord(draft.root, { ...recordOf(draft), writers, saved, revisionEn });
    renameSync(file, join(aside, textFiles.en));
    this.onStage('draft-aside');
  }

  /** Keeps another text of a draft, which somebody chose not to go on with, in `laid-aside`. */
  keepAside({ id }: Draft, text: string, language: Language): void {
    const name = `${id}-${language === 'en' ? 'en-' : ''}other-${Date.now()}`;
    writeAtomically(join(dirname(this.folder), 'laid-aside', name, textFiles[language]), text);
    this.onStage('draft-aside');
  }

  /**
   * Brings a draft back that was laid aside; nothing happens to one that is in the list.
   *
   * @throws {Refusal} where there is none
   */
  bringBack(id: string): Draft {
    const there = this.find(id);
    if (there) return there;
    const folder = join(dirname(this.folder), 'laid-aside');
    const [last] = (existsSync(folder) && idShape.test(id) ? readdirSync(folder) : [])
      .filter((name) => name.startsWith(`${id}-`) && /^\d+$/.test(name.slice(id.length + 1)))
      .sort()
      .toReversed();
    if (last === undefined) throw noDraft();
    renameSync(join(folder, last), join(this.folder, id));
    this.onStage('draft-moved');
    return this.read(id);
  }

  private find(id: string): Draft | undefined {
    if (!idShape.test(id)) return undefined;
    const root = join(this.folder, id);
    if (!existsSync(root)) return undefined;
    const path = [...listFolders(root), ...listProjectTexts(root)].find((each) =>
      isRegularFile(join(root, each, 'index.md')),
    );
    const record = readRecord(root, id);
    if (path === undefined || !record) return undefined;
    const english = readIfThere(join(root, path, textFiles.en))?.toString() ?? null;
    const text = readFileSync(join(root, path, textFiles.zh), 'utf8');
    return { ...record, root, path, text, english };
  }
}

/** Folders that the text of a project may lie in. */
function listProjectTexts(root: string): readonly string[] {
  const folder = join(root, 'projects');
  return existsSync(folder) ? readdirSync(folder).map((id) => `projects/${id}/draft`) : [];
}

/** The files of a standard's folder, by name. */
export function readParts(folder: string): ReadonlyMap<string, Uint8Array> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(
    names
      .filter((name) => isPartOfStandard(name) && isRegularFile(join(folder, name)))
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

/** Digests of files, by their paths in the library. */
export function digestFiles(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...files].map(([name, bytes]) => [`${path}/${name}`, shortDigest(bytes)]),
  );
}

/** Who has written in a draft: whoever goes on with what was published begins anew. */
function addWriter({ root, path, base, writers = [] }: Draft, writer: string): readonly string[] {
  const now = digestFiles(path, readParts(join(root, path)));
  const isAsPublished =
    Object.keys(base).length > 0 &&
    Object.entries(now).every(([file, digest]) => base[file] === digest);
  return [...new Set([...(isAsPublished ? [] : writers), writer])];
}

function recordOf(draft: Draft): DraftRecord {
  const { id, origin, base, report, revision, revisionEn, saved, writers } = draft;
  return {
    id,
    origin,
    base,
    report,
    revision,
    ...(revisionEn !== undefined && { revisionEn }),
    saved,
    ...(writers && { writers }),
  };
}

function writeRecord(root: string, record: DraftRecord): void {
  writeAtomically(join(root, 'draft.json'), JSON.stringify(record));
}

/** What is kept of a draft; where that is damaged, what can be said without it. */
function readRecord(root: string, id: string): DraftRecord | undefined {
  const bytes = readIfThere(join(root, 'draft.json'));
  if (!bytes) return undefined;
  try {
    return JSON.parse(bytes.toString()) as DraftRecord;
  } catch {
    rmSync(join(root, 'draft.json'), { force: true });
    const record = { id, origin: { kind: 'new' }, base: {}, report: null } as const;
    const whole = { ...record, revision: 1, saved: Date.now() };
    writeRecord(root, whole);
    return whole;
  }
}

function changedElsewhere(): Refusal {
  return new Refusal(
    409,
    { zh: '这份稿在另一个窗口里改过了。', en: 'This draft was changed in another window.' },
    {
      zh: '这里写的都还在。可以换成那边的内容，或者用这里的盖过它。',
      en: 'What was written here is kept. Take what is there, or put this in its place.',
    },
  );
}

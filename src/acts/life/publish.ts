import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reference } from '#core/model/standard.ts';
import { formatNumber, numberKey, numberSlug, undatedKey } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { reliesOnOther } from '#core/terms/index.ts';
import { isPartOfStandard, readIfThere } from '#library/files.ts';
import type { Library } from '#library/open.ts';
import { partOf } from '#library/part-of.ts';
import { draftPlan } from '../draft-plan.ts';
import type { PlanDraft } from '../draft-plan.ts';
import { editFrontMatter, editYaml, quoteYaml } from '../front-matter.ts';
import type { MetaEdit } from '../front-matter.ts';
import type { ActPlan } from '../plan.ts';
import {
  editMeta,
  findHosted,
  getHosted,
  kindOf,
  readDay,
  readNumber,
  refuse,
  refuseEnded,
  tell,
} from './common.ts';
import type { ActOptions } from './common.ts';
import { refuseEarly } from './amend.ts';
import { enterAnchors, enterPublished } from './record.ts';
import { refuseTaken } from './renumber.ts';
import { compileFiles } from './text-changes.ts';

/** What becomes a standard: the text of a project, by its id, or a folder that holds an `index.md`. */
export type PublishSource = { readonly project: string } | { readonly folder: string };

export interface PublishOptions extends ActOptions {
  readonly source: PublishSource;
  /** The next free one like that of the text where it is not given. */
  readonly number?: string | undefined;
  readonly implemented: string;
}

/** A draft becomes a standard: its number and days, its place, its anchors, the project moved on, and a notice. */
export function planPublish(library: Library, options: PublishOptions): ActPlan {
  const [issued, implemented] = [readDay(options.on), readDay(options.implemented)];
  if (implemented < issued) throw refuseEarly(implemented, issued);
  const { source } = options;
  const draft = draftPlan(library.dir);
  const files = readSource(draft, source);
  const index = files.get('index.md');
  if (!index) return planNothing(library, draft, source, options.number);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(index);
  const compiled = compileFiles('projects/draft/draft', files);
  const meta = compiled?.meta;
  const number = chooseNumber(library, options, text, meta?.number ?? '');
  const folder = `standards/${kindOf(number)}/${numberSlug(number)}`;
  const printed = formatNumber(number);
  const edited = editFrontMatter(text, listEdits(printed, issued, implemented));
  if (edited === null || !meta)
    throw refuse('文本的文件头读不懂', 'The front matter of the text cannot be read');
  files.set('index.md', new TextEncoder().encode(edited));
  const isSame = readIfThere(join(library.dir, folder, 'index.md'))?.toString() === edited;
  if (!isSame && !isFree(library, number, source)) throw refuseTaken(printed);
  for (const [name, content] of files)
    draft.write(`${folder}/${name}`, content, { zh: '标准的文件', en: 'A file of the standard' });
  const after = compileFiles(folder, files);
  if (after) enterAnchors(draft, folder, after.text);
  enterPublished(draft, library, number, issued);
  if ('project' in source) {
    for (const name of files.keys())
      draft.remove(`projects/${source.project}/draft/${name}`, {
        zh: '草案移作标准',
        en: 'The draft has become the standard',
      });
    moveOn(library, draft, source.project, { number: printed, issued, issuer: meta.issuers[0] });
  }
  const replaced = meta.replaces.map((each) => each.number);
  warnOfSystems(library, draft, replaced);
  warnOfEnded(library, draft, after?.text.references ?? [], replaced);
  tell(draft, library, options, {
    kind: replaced.length > 0 ? 'replaced' : 'issued',
    day: issued,
    from: implemented,
    issuer: meta.issuers[0] ?? '',
    standards: [{ number: printed, slug: numberSlug(number) }],
    number,
    sample: meta.sample,
  });
  return draft.finish({
    zh: `发布 ${printed}《${meta.title}》`,
    en: `${printed} ${meta.titleEn ?? meta.title} is issued`,
  });
}

/** Whether nothing has a number but, perhaps, the very draft that is published. */
function isFree(library: Library, number: StandardNumber, source: PublishSource): boolean {
  const there = findHosted(library, number);
  if (!there) return library.catalog.byKey(numberKey(number)) === undefined;
  return isOwnDraft(source, there.folder) && there.row.meta.status === 'draft';
}

const isOwnDraft = (source: PublishSource, folder: string): boolean =>
  'folder' in source && source.folder.replaceAll('\\', '/').endsWith(folder);

/** Nothing to be done where the project has become that standard; else there is nothing to publish. */
function planNothing(
  library: Library,
  draft: PlanDraft,
  source: PublishSource,
  written: string | undefined,
): ActPlan {
  const project =
    'project' in source ? library.projects.find(({ id }) => id === source.project) : undefined;
  const number = project?.number;
  if (
    number !== undefined &&
    findHosted(library, readNumber(number)) &&
    (written === undefined || numberKey(readNumber(written)) === numberKey(readNumber(number)))
  )
    return draft.finish({ zh: `${number} 已经发布`, en: `${number} is issued already` });
  const name = 'project' in source ? `projects/${source.project}/draft` : source.folder;
  throw refuse(`${name} 里没有 index.md`, `There is no index.md in ${name}`);
}

const listEdits = (number: string, issued: string, implemented: string): readonly MetaEdit[] => [
  { key: 'number', set: number },
  { key: 'status', remove: true },
  { key: 'draftStage', remove: true },
  { key: 'issued', set: issued },
  { key: 'implemented', set: implemented },
];

/** The number that was asked for; that under which the text was published before; else the next free one. */
function chooseNumber(
  library: Library,
  { number, source, on, implemented }: PublishOptions,
  text: string,
  own: string,
): StandardNumber {
  if (number !== undefined) return readNumber(number);
  const done = library.rows.find((row) => {
    if ('folder' in source && isOwnDraft(source, partOf(row.file))) return true;
    if (row.meta.issued !== on) return false;
    const wanted = editFrontMatter(text, listEdits(row.number, on, implemented));
    return readIfThere(join(library.dir, row.file))?.toString() === wanted;
  });
  return done ? readNumber(done.number) : nextFree(library, readNumber(own), on);
}

function readSource(draft: PlanDraft, source: PublishSource): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  if ('project' in source) {
    const folder = `projects/${source.project}/draft`;
    for (const name of draft.list(folder).filter(isPartOfStandard)) {
      const bytes = draft.readBytes(`${folder}/${name}`);
      if (bytes) files.set(name, bytes);
    }
    draft.read(`${folder}/index.md`);
    return files;
  }
  try {
    for (const entry of readdirSync(source.folder, { withFileTypes: true })) {
      if (entry.isFile() && isPartOfStandard(entry.name))
        files.set(entry.name, readFileSync(join(source.folder, entry.name)));
    }
  } catch {
    // Said by who looks for index.md.
  }
  return files;
}

/** The number of a text where it is free, else the next serial above all of its code; with the year of issue. */
function nextFree(library: Library, like: StandardNumber, issued: string): StandardNumber {
  const year = issued.slice(0, 4);
  const own: StandardNumber = { ...like, year, yearWritten: null };
  const isTaken = (number: StandardNumber): boolean => {
    const entry = library.catalog.byKey(numberKey(number));
    return entry !== undefined && entry.row?.meta.status !== 'draft';
  };
  const editions = library.catalog.entries.filter(
    ({ parsed }) => parsed && undatedKey(parsed) === undatedKey(own),
  );
  if (
    /[1-9]/.test(own.serial) &&
    !isTaken(own) &&
    (editions.length === 0 || editions.some(({ row }) => row?.meta.status === 'draft'))
  )
    return own;
  const highest = library.catalog.entries.reduce((most, { parsed }) => {
    const isKin = parsed?.prefix === like.prefix && /^\d{1,6}$/.test(parsed.serial);
    return isKin ? Math.max(most, Number(parsed.serial)) : most;
  }, 0);
  return {
    ...own,
    part: null,
    serial: String(highest + 1).padStart(like.serial.startsWith('0') ? like.serial.length : 1, '0'),
  };
}

/** The project has its number and its issue; approval and numbering, where nobody entered them, are of the same day. */
function moveOn(
  library: Library,
  draft: PlanDraft,
  id: string,
  {
    number,
    issued,
    issuer,
  }: { readonly number: string; readonly issued: string; readonly issuer: string | undefined },
): void {
  const path = `projects/${id}/project.yaml`;
  const source = draft.read(path);
  const project = library.projects.find((each) => each.id === id);
  if (source === null || !project) throw refuse(`没有项目 ${id}`, `There is no project ${id}`);
  const office = issuer === undefined ? '' : `, offices: [${quoteYaml(issuer)}]`;
  const way = library.kinds.find((kind) => kind.id === project.kind)?.way ?? [];
  const entered = new Set(project.stages.map(({ stage }) => stage));
  const missing = (['批准', '编号'] as const).filter(
    (stage) => !entered.has(stage) && way.some((each) => each.stage === stage && !each.optional),
  );
  const edited = [...missing, '发布'].reduce<string | null>(
    (text, stage) =>
      text &&
      editYaml(text, { key: 'stages', add: `{ stage: ${stage}, began: ${issued}${office} }` }),
    editYaml(source, { key: 'number', set: number }),
  );
  if (!edited) throw refuse(`${path} 读不懂`, `${path} cannot be read`);
  draft.write(path, edited, { zh: '项目进到发布', en: 'The project has come to its issue' });
}

/** Systems that name an edition which is replaced go on naming it: somebody has to decide. */
function warnOfSystems(
  { catalog, systems }: Library,
  draft: PlanDraft,
  replaced: readonly string[],
): void {
  for (const number of replaced) {
    const entry = catalog.byKey(numberKey(readNumber(number)));
    for (const { system } of entry ? systems.systemsOf(entry) : []) {
      draft.warn({
        zh: `标准体系“${system.model.name.zh}”里有 ${number}，实施以后按检查的提示改成新版`,
        en: `The system "${system.model.name.en}" names ${number}; once the new edition is in force the checks say how to change it`,
      });
    }
  }
}

/** What a text relies on that holds no longer; what it replaces itself is none of it (GB/T 1.1—2020, 8.6). */
function warnOfEnded(
  { catalog }: Library,
  draft: PlanDraft,
  references: readonly Reference[],
  replaced: readonly string[],
): void {
  const told = new Set(replaced.map((number) => numberKey(readNumber(number))));
  for (const reference of references) {
    const found = catalog.resolve(reference.key, reference.dated);
    if (!reliesOnOther(reference) || found.kind === 'unknown' || told.has(found.entry.key))
      continue;
    told.add(found.entry.key);
    const { status } = catalog.statusOf(found.entry);
    if (status !== '废止' && status !== '被代替') continue;
    draft.warn({
      zh: `正文引用的 ${found.entry.number} 已${status}`,
      en: `The text refers to ${found.entry.number}, which is ${status === '废止' ? 'withdrawn' : 'replaced'}`,
    });
  }
}

export interface ReviseOptions extends ActOptions {
  /** The number of the new edition; the same serial with the year of the day unless said otherwise. */
  readonly number?: string | undefined;
}

/** 修订: a copy of a standard as the draft of its next edition, which says that it replaces it. */
export function planRevise(library: Library, written: string, options: ReviseOptions): ActPlan {
  const on = readDay(options.on);
  const hosted = getHosted(library, written);
  const { row, folder } = hosted;
  const old = readNumber(row.number);
  const number =
    options.number === undefined
      ? { ...old, year: on.slice(0, 4), yearWritten: null }
      : readNumber(options.number);
  const printed = formatNumber(number);
  const sentence = {
    zh: `${row.number} 修订为 ${printed}，先是草案`,
    en: `${printed} revises ${row.number}; it is a draft for now`,
  };
  const draft = draftPlan(library.dir);
  const there = findHosted(library, number);
  if (
    there?.row.meta.status === 'draft' &&
    there.row.meta.replaces.some((each) => numberKey(readNumber(each.number)) === row.key)
  )
    return draft.finish(sentence);
  if (library.catalog.byKey(numberKey(number))) throw refuseTaken(printed);
  refuseEnded(library, hosted, on);
  const target = `standards/${kindOf(number)}/${numberSlug(number)}`;
  for (const name of draft.list(folder).filter(isPartOfStandard)) {
    const bytes = draft.readBytes(`${folder}/${name}`);
    if (bytes && name !== 'anchors.tsv')
      draft.write(`${target}/${name}`, bytes, {
        zh: '新版的草案',
        en: 'The draft of the new edition',
      });
  }
  const gone = [
    'issued',
    'implemented',
    'withdrawn',
    'withdrawnReason',
    'reviews',
    'formerly',
    'amendments',
    'corrections',
    'recordNumber',
    'recorded',
    'planNumber',
  ];
  editMeta(
    draft,
    `${target}/index.md`,
    [
      ...gone.map((key) => ({ key, remove: true }) as const),
      { key: 'number', set: printed },
      { key: 'status', set: 'draft' },
      { key: 'draftStage', set: '工作组讨论稿' },
      { key: 'replaces', set: `[${quoteYaml(row.number)}]` },
    ],
    {
      zh: '新版的草案，写明代替哪一版',
      en: 'The draft of the new edition, which says what it replaces',
    },
  );
  return draft.finish(sentence);
}

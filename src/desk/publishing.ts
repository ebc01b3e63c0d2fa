import { join } from 'node:path';
import { isEarly } from '#core/catalog/index.ts';
import { shortDigest } from '#library/digest.ts';
import { readIfThere } from '#library/files.ts';
import { extendLedger } from '#library/ledger.ts';
import type { Library } from '#library/open.ts';
import { partOf } from '#library/part-of.ts';
import { extendPublished, publishedFile } from '#library/register.ts';
import type { PublishPlan } from './client/shapes.ts';
import type { Draft } from './drafts.ts';
import { ledgerFile, readParts } from './drafts.ts';
import { readValues } from './front-matter.ts';
import { splitText } from './client/split-text.ts';
import { digestOf, showChange } from './file-changes.ts';
import type { FileChange } from './file-changes.ts';
import { nameFields } from './name-fields.ts';
import { findText, projectOf } from './read-draft.ts';

/** What putting a draft into the library would change, and what keeps it from being published. */
export function planPublication(draft: Draft, library: Library): Omit<PublishPlan, 'approval'> {
  const changes = listPublicationChanges(draft, library);
  const row = findText(library, draft.path)?.row;
  const isProject = projectOf(draft.path) !== undefined;
  const own = library.diagnostics.filter(({ file }) => partOf(file) === draft.path);
  const errors = own.filter(({ severity }) => severity === 'error');
  const early = row && isEarly(row.meta, library.asOf);
  return {
    digest: digestOf(changes),
    files: changes.map(showChange),
    errors: nameFields(errors),
    notes: [
      ...(isProject ? [backToProject] : []),
      ...(changesIssuedText(changes, draft.path) ? [unannounced] : []),
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

const unannounced = {
  zh: '这项标准已经发布：改动条文应当办“修改单”或“勘误”（在“标准库”里按“办理”），读者才知道改了什么。这里只改不动内容的地方。',
  en: 'This standard has been issued: its clauses are changed by an amendment sheet or a correction (Act, in the Library), so that readers are told. Change here only what leaves its content alone.',
};

/** Whether the text of a standard becomes another that was issued before, and its facts alone do not say so. */
function changesIssuedText(changes: readonly FileChange[], path: string): boolean {
  const text = changes.find((change) => change.path === `${path}/index.md`);
  if (!text?.before || !text.after || projectOf(path) !== undefined) return false;
  const [before, after] = [text.before, text.after].map((bytes) => Buffer.from(bytes).toString());
  if (readValues(before ?? '')['status'] === 'draft') return false;
  return splitText(before ?? '').body.trim() !== splitText(after ?? '').body.trim();
}

/** Whether a draft is what the library has: there is nothing to publish. */
export function isInLibrary(draft: Draft, library: string): boolean {
  return listChanges(draft, library).length === 0;
}

/**
 * The files of a draft, the addresses of its clauses and the line by which its number is entered as published: as the
 * command `publish` does.
 */
export function listPublicationChanges(draft: Draft, library: Library): readonly FileChange[] {
  const own = listChanges(draft, library.dir);
  const found = findText(library, draft.path);
  if (!found || projectOf(draft.path) !== undefined || own.length === 0) return own;
  const { slug, number, meta } = found.row;
  const changes = [...own, ...enterAnchors(draft, library, found)];
  const isKnown = library.register.published.some((each) => each.slug === slug);
  if (isKnown || meta.status === 'draft' || isEarly(meta, library.asOf)) return changes;
  const before = readIfThere(join(library.dir, publishedFile));
  const after = extendPublished(before ?? new Uint8Array(), [{ slug, number, day: library.asOf }]);
  return [...changes, { path: publishedFile, before, after }];
}

/** What is entered into the ledger of a standard: of an issued one the addresses of its clauses, for good. */
function enterAnchors(
  { root, path }: Draft,
  { dir }: Library,
  { row, body }: NonNullable<ReturnType<typeof findText>>,
): readonly FileChange[] {
  const file = `${path}/${ledgerFile}`;
  const before = readIfThere(join(dir, file));
  const known = (before ?? readIfThere(join(root, file)))?.toString() ?? '';
  const isIssued = row.meta.status !== 'draft';
  const { content, count } = extendLedger(known, file, isIssued ? body().text : nothing);
  const isMoved = before === null && known !== '';
  return count > 0 || isMoved ? [{ path: file, before, after: Buffer.from(content) }] : [];
}

const nothing = { clauses: [], exhibits: [] };

function listChanges(draft: Draft, library: string): readonly FileChange[] {
  const now = readParts(join(library, draft.path));
  const after = readParts(join(draft.root, draft.path));
  const moved = draft.origin.kind === 'library' && draft.origin.path !== draft.path;
  const old = moved && draft.origin.kind === 'library' ? draft.origin.path : undefined;
  const changes: FileChange[] = [];
  for (const [name, bytes] of after) {
    if (name === ledgerFile) continue;
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

import type { Library } from '#library/open.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import type { StandardRow } from '#core/model/row.ts';
import { partOf } from '#library/part-of.ts';
import type { Language } from '#core/model/standard.ts';
import type { DraftReading } from './client/shapes.ts';
import { revisionIn } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { nameFields } from './name-fields.ts';
import { readValues } from './front-matter.ts';

/** The id of the project whose text lies in a folder; undefined of a standard's folder. */
export const projectOf = (path: string): string | undefined =>
  /^projects\/([^/]+)\/draft$/.exec(path)?.[1];

/** What a library knows of the text in a folder; undefined where it cannot be read. */
export function findText(
  library: Library,
  path: string,
): { readonly row: StandardRow; readonly body: () => CompiledStandard } | undefined {
  const project = projectOf(path);
  if (project !== undefined) return library.drafts.get(project);
  const row = library.rows.find(({ file }) => partOf(file) === path);
  return row && { row, body: () => library.body(row.slug) };
}

/** All that follows from the text of a draft in a language, in the library that it is in. */
export function readDraft(draft: Draft, library: Library, language: Language = 'zh'): DraftReading {
  const found = findText(library, draft.path);
  const values = readValues(draft.text);
  const row = found?.row;
  const body = found?.body();
  const text = language === 'zh' ? body?.text : body?.english;
  const clauses = text?.clauses ?? [];
  const all = library.diagnostics.filter(({ file }) => partOf(file) === draft.path);
  const findings = all.filter(({ file }) => file.endsWith('.en.md') === (language === 'en'));
  return {
    revision: revisionIn(draft, language),
    saved: draft.saved,
    number: row?.number ?? asText(values['number']),
    title: row?.meta.title ?? asText(values['title']),
    slug: row?.slug ?? null,
    findings: nameFields(findings),
    findingsBeside: all.length - findings.length,
    outline: clauses.map(({ id, label, title, line }) => ({ id, label, title, line })),
    anchors: [
      ...clauses.map(({ id, label, title }) => ({ id, label, title })),
      ...(text?.exhibits ?? []).map(({ id, label, title }) => ({ id, label, title })),
    ],
    values: language === 'zh' ? values : readValues(draft.english ?? ''),
  };
}

/** A value as typed, where it is a text; else no text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

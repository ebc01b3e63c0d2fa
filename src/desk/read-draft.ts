import type { Library } from '#library/open.ts';
import { partOf } from '#library/relate.ts';
import type { DraftReading } from './client/shapes.ts';
import type { Draft } from './drafts.ts';
import { readValues } from './front-matter.ts';

/** All that follows from the text of a draft, in the library that it is in. */
export function readDraft(draft: Draft, library: Library): DraftReading {
  const row = library.rows.find(({ file }) => partOf(file) === draft.path);
  const values = readValues(draft.text);
  const text = row && library.body(row.slug).text;
  const clauses = text?.clauses ?? [];
  return {
    revision: draft.revision,
    saved: draft.saved,
    number: row?.number ?? asText(values['number']),
    title: row?.meta.title ?? asText(values['title']),
    slug: row?.slug ?? null,
    findings: library.diagnostics.filter(({ file }) => partOf(file) === draft.path),
    outline: clauses.map(({ id, label, title, line }) => ({ id, label, title, line })),
    anchors: [
      ...clauses.map(({ id, label, title }) => ({ id, label, title })),
      ...(text?.exhibits ?? []).map(({ id, label, title }) => ({ id, label, title })),
    ],
    values,
  };
}

/** A value as typed, where it is a text; else no text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

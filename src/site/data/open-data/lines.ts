import { memo } from '#core/base/memo.ts';
import { listClauseLines } from '#core/exchange/clause-lines.ts';
import { slotOf } from '#core/exchange/open-data/manifest.ts';
import type { CatalogRecord } from '#core/model/catalog-record.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { CompiledStandard, CompiledText } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { describeRow } from '../../files/system-json.ts';
import { noticePath } from '../../notice-paths.ts';
import { projectPath } from '../../lifecycle-paths.ts';
import { listShownProjects } from '../../views/lifecycle.ts';
import { viewNotices } from '../../views/notices.ts';
import { viewSystemFile } from '../../views/system.ts';
import { countTextSlots, listTexts } from './datasets.ts';
import type { SlotDataset } from './datasets.ts';

/** Facts of standards that are not here, as the library keeps them, in the order of their numbers. */
export const listRecords: (library: Library) => readonly CatalogRecord[] = memo(
  ({ catalog }: Library) =>
    catalog.entries.flatMap(({ record, origin }) => (record && !origin ? [record] : [])),
);

const rowsBySlot = memo((library: Library) => {
  const slots = countTextSlots(library);
  return Map.groupBy(listTexts(library), ({ slug }) => slotOf(slug, slots));
});

/** The texts of a slot, by their addresses. */
export const listSlotTexts = (library: Library, slot: number): readonly StandardRow[] =>
  rowsBySlot(library).get(slot) ?? [];

/** The lines of the texts of a slot, for each set. */
export function listSlotLines(
  library: Library,
  slot: number,
): Readonly<Record<SlotDataset, readonly unknown[]>> {
  const lines: Record<SlotDataset, unknown[]> = {
    clauses: [],
    provisions: [],
    terms: [],
    references: [],
  };
  for (const row of listSlotTexts(library, slot)) {
    const standard = library.body(row.slug);
    const { key, text, english } = standard;
    for (const each of [text, ...(english ? [english] : [])]) {
      lines.clauses.push(...listClauseLines(standard, each));
      lines.references.push(...listReferenceLines(standard, each));
    }
    lines.provisions.push(...listProvisionLines(standard));
    lines.terms.push(
      ...row.terms.map(({ anchor, address, ...term }) => ({
        standard: key,
        clause: anchor,
        number: address,
        ...term,
      })),
    );
  }
  return lines;
}

const placeIn = (text: CompiledText, clause: number) => ({
  clause: text.clauses[clause]?.id ?? null,
  number: text.clauses[clause]?.address ?? '',
});

function listProvisionLines({ key, text }: CompiledStandard): readonly unknown[] {
  return text.provisions.map(({ clause, ...provision }) => ({
    standard: key,
    ...placeIn(text, clause),
    ...provision,
  }));
}

function listReferenceLines({ key }: CompiledStandard, text: CompiledText): readonly unknown[] {
  return text.references.map(({ clause, range: _range, key: to, ...reference }) => ({
    standard: key,
    language: text.language,
    ...placeIn(text, clause),
    to,
    ...reference,
  }));
}

/** The rows of all systems. */
export const listSystemLines = memo((library: Library): readonly unknown[] =>
  library.systems.list.flatMap(({ model: { id } }) => {
    const { system } = viewSystemFile(library, { system: id });
    return system.rows.map((row) => ({
      inSystem: id,
      ...describeRow(row, system.branches),
    }));
  }),
);

/** The projects, each with its stages and the next deadline. */
export const listProjectLines = memo((library: Library): readonly unknown[] =>
  listShownProjects(library).map(({ steps, begun: _begun, way: _way, ...project }) => ({
    ...project,
    steps: steps.map(([stage, began]) => ({ stage, began })),
    path: projectPath(project.id),
  })),
);

/** The notices, the latest first. */
export const listNoticeLines = memo((library: Library): readonly unknown[] =>
  viewNotices(library).list.map(({ standards, family: _family, ...notice }) => ({
    ...notice,
    standards: standards.map(({ written, entry }) => ({
      number: entry?.number ?? written,
      ...(entry && { slug: entry.slug }),
    })),
    path: noticePath(notice.id),
  })),
);

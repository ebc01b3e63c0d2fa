import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memo } from '#core/base/memo.ts';
import { facetValues } from '#core/catalog/index.ts';
import type { CatalogEntry, EffectiveStatus } from '#core/catalog/index.ts';
import { writeCsv } from '#core/render/csv.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import type { CompiledStandard, CompiledText } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { standardPath } from '../lib/urls.ts';

/** A status with the days between which it holds, as far as they are known. */
export interface DatedStatus extends Pick<EffectiveStatus, 'status' | 'since' | 'until'> {
  /** Numbers of what replaced the whole of it. */
  readonly successors: readonly string[];
  /** What is said of it where it is a sample. */
  readonly sample?: Bilingual | undefined;
}

/** What stands above a text that is taken away: that it is a sample, and that it does not hold. */
export function listNotices(dated: DatedStatus): readonly Bilingual[] {
  return [dated.sample, sayStatus(dated)].filter((notice) => notice !== undefined);
}

/** The author's Markdown; of a sample, and of a standard that does not hold, with a notice. */
export function exportMarkdown(folder: string, dated: DatedStatus): string {
  const source = readFileSync(join(folder, 'index.md'), 'utf8');
  const notices = listNotices(dated);
  return notices.length > 0 ? markNotices(source, notices) : source;
}

/** That a standard holds no longer, or not yet, with its day; undefined where it holds or is a draft. */
export function sayStatus({
  status,
  since,
  until,
  successors,
}: DatedStatus): Bilingual | undefined {
  const [zhFrom, enFrom] = since ? [`自 ${since} 起`, ` since ${since}`] : ['', ''];
  switch (status) {
    case '被代替':
      return {
        zh: `本文件${zhFrom}已被${successors.length > 0 ? ` ${successors.join('、')} ` : ''}代替。`,
        en: `This document has been superseded${successors.length > 0 ? ` by ${successors.join(', ')}` : ''}${enFrom}.`,
      };
    case '废止':
      return { zh: `本文件${zhFrom}已废止。`, en: `This document has been withdrawn${enFrom}.` };
    case '即将实施':
      return {
        zh: `本文件${until ? `自 ${until} 起` : '尚未'}实施。`,
        en: until
          ? `This document comes into force on ${until}.`
          : 'This document is not yet in force.',
      };
    default:
      return undefined;
  }
}

/** Of a catalogue in which some rows are samples. */
export const SAMPLE_ROWS_NOTICE = {
  zh: 'sample 为 yes 的各行是样例，属虚构；其余各行是真实标准的目录信息，以 as_of 所记日期为准。',
  en: 'Rows with sample = yes are invented samples; all others are facts about real standards as of the day in as_of.',
};

/** Markdown with notices below its front matter; the rest is untouched. */
export function markNotices(source: string, notices: readonly Bilingual[]): string {
  const head = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---[ \t]*\r?\n/.exec(source)?.[0] ?? '';
  const lines = notices.flatMap(({ zh, en }) => [`> **${zh}**`, `> **${en}**`]);
  const notice = `\n${lines.join('\n>\n')}\n`;
  return head + notice + source.slice(head.length);
}

/** `index.json` of a standard: metadata and the text as addressable units (machine-readable, level 2–3). */
export function exportStandard(standard: CompiledStandard, dated: DatedStatus): unknown {
  const { number, key, slug, kind, meta, text, english } = standard;
  return {
    format: 'biaolian-standard',
    version: 1,
    ...(dated.sample && { sample: dated.sample }),
    number,
    key,
    slug,
    kind,
    status: dated.status,
    ...(dated.since && { statusSince: dated.since }),
    ...(dated.until && { statusUntil: dated.until }),
    ...(dated.successors.length > 0 && { replacedBy: dated.successors }),
    metadata: meta,
    text: exportText(text),
    ...(english && { english: exportText(english) }),
  };
}

function exportText(text: CompiledText): unknown {
  const idOf = (index: number | null) =>
    index === null ? null : (text.clauses[index]?.id ?? null);
  return {
    language: text.language,
    clauses: text.clauses.map(
      ({ id, kind, address, label, level, title, titleEn, normative, parent, text: content }) => ({
        id,
        kind,
        address,
        label,
        level,
        title,
        ...(titleEn && { titleEn }),
        normative,
        parent: idOf(parent),
        text: content,
      }),
    ),
    provisions: text.provisions.map(({ clause, ...provision }) => ({
      ...provision,
      clause: idOf(clause),
    })),
    terms: text.terms.map(({ clause, ...term }) => ({ ...term, clause: idOf(clause) })),
    exhibits: text.exhibits.map(({ clause, ...exhibit }, index) => {
      const limits = text.cellLimits.filter(({ table }) => table === index);
      return {
        ...exhibit,
        clause: idOf(clause),
        ...(limits.length > 0 && { limits: limits.map(({ table: _table, ...limit }) => limit) }),
      };
    }),
    references: text.references.map(({ clause, range: _range, ...reference }) => ({
      ...reference,
      clause: idOf(clause),
    })),
  };
}

/** Columns of the catalogue that is published. */
export const CATALOGUE_COLUMNS = [
  'number',
  'title',
  'title_en',
  'kind',
  'nature',
  'status',
  'status_since',
  'status_until',
  'issued',
  'implemented',
  'withdrawn',
  'replaces',
  'replaced_by',
  'ics',
  'ccs',
  'issuers',
  'full_text',
  'sample',
  'as_of',
  'source',
  'path',
  'systems',
  'places',
  'administered_by',
] as const;

export type CatalogRow = Readonly<Record<(typeof CATALOGUE_COLUMNS)[number], string>>;

function exportEntry({ catalog, systems }: Library, entry: CatalogEntry): CatalogRow {
  const { row, record } = entry;
  const standings = systems.systemsOf(entry);
  const { status, since = '', until = '' } = catalog.statusOf(entry);
  const keys = (relations: readonly { readonly key: string }[]) =>
    relations.map(({ key }) => key).join(';');
  return {
    number: entry.key,
    title: entry.hasChineseTitle ? entry.title : '',
    title_en: entry.titleEn ?? '',
    kind: entry.family,
    nature: facetValues(entry, 'nature', catalog.statusOf)[0] ?? '',
    status,
    status_since: since,
    status_until: until,
    issued: entry.issued ?? '',
    implemented: entry.implemented ?? '',
    withdrawn: entry.withdrawn ?? '',
    replaces: keys(catalog.replacesOf(entry)),
    replaced_by: keys(catalog.replacedByOf(entry)),
    ics: entry.ics.join(';'),
    ccs: entry.ccs.join(';'),
    issuers: entry.issuers.join(';'),
    full_text: row ? 'yes' : 'no',
    sample: row?.meta.sample ? 'yes' : 'no',
    as_of: row ? '' : (record?.asOf ?? ''),
    source: row ? 'library' : (record?.source ?? ''),
    path: standardPath(entry.slug),
    systems: standings.map(({ system }) => system.model.name.zh).join(';'),
    places: standings.map(({ place }) => place.name.zh).join(';'),
    administered_by: (row?.meta.administeredBy ?? []).join(';'),
  };
}

/** The whole catalogue as rows of text, without what partners publish themselves; several values of a cell are joined by `;`. */
export const exportCatalogue: (library: Library) => readonly CatalogRow[] = memo(
  (library: Library) => {
    const own = library.catalog.entries.filter(({ origin }) => origin === undefined);
    return own.map((entry) => exportEntry(library, entry));
  },
);

/** The catalogue as CSV, a head and a line for each row. */
export function writeCatalogueCsv(rows: readonly CatalogRow[]): string {
  return writeCsv([
    CATALOGUE_COLUMNS,
    ...rows.map((row) => CATALOGUE_COLUMNS.map((column) => row[column])),
  ]);
}

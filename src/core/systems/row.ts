import { classifyNature, formatNumber, numberKey, parseNumber } from '../number/index.ts';
import type { Family, StatedNature } from '../number/index.ts';
import type { Catalog, CatalogEntry, EffectiveStatus } from '../catalog/index.ts';
import type { AdoptionFact, Plan, RowModel, MaybeBilingual } from './model.ts';
import { holdsOn } from '../model/partner.ts';
import { isForeign, statusRowStates } from '../terms/index.ts';
import type { Role, RowState } from '../terms/index.ts';

export type { RowState };

/**
 * Whether a standard adopts an international one. `unknown`: nothing is known of a standard without text
 * here; `international`: it is one itself. NEQ is correspondence and no adoption.
 */
export type Adoption =
  | {
      readonly kind: 'adopted' | 'corresponds';
      readonly of: readonly AdoptionFact[];
      /** Who says so: the text, the double number, or the system. */
      readonly by: 'text' | 'number' | 'system';
    }
  | { readonly kind: 'none' | 'unknown' | 'international' };

/** What stands in a row; `Entry` is what is known of a standard, on a page less than in the catalog. */
export type RowSubject<Entry = CatalogEntry> =
  | {
      readonly kind: 'standard';
      readonly entry: Entry;
      readonly status: EffectiveStatus;
    }
  | { readonly kind: 'planned'; readonly plan: Plan }
  /** A number that neither the library nor its catalogue has; its title is what the author's list says. */
  | { readonly kind: 'unknown'; readonly key: string };

/** One row of a system, looked up on the day of the catalog. */
export interface SystemRow<Entry = CatalogEntry> {
  /** Id of its system. */
  readonly system: string;
  /** 标准体系编号 */
  readonly code: string;
  readonly role: Role;
  /** Of the number, or 宜定级别 of a planned one. */
  readonly level: Family;
  readonly state: RowState;
  readonly subject: RowSubject<Entry>;
  /** Display form; empty for a planned one. */
  readonly number: string;
  readonly title: MaybeBilingual;
  /** Index into the system's branches. */
  readonly branch: number;
  /** Key of the place where it counts. */
  readonly place: string;
  /** Id of its node. */
  readonly node?: string | undefined;
  /** Ids of other nodes it serves, known ones only. */
  readonly also: readonly string[];
  /** 归口部门: as the system says, else as the standard does; empty where nobody says. Who issued it is not meant. */
  readonly responsible: readonly string[];
  /** 发布机构 */
  readonly issuers: readonly string[];
  /** What the number says of its force; null where it says nothing. */
  readonly nature: StatedNature | null;
  /** Day of the facts, where they are those of the catalogue. */
  readonly asOf?: string | undefined;
  /** 实施日期 */
  readonly implemented?: string | undefined;
  readonly adoption: Adoption;
  readonly keep: boolean;
  readonly remark?: MaybeBilingual | undefined;
  /** Where it stands in the file. */
  readonly path: string;
}

type Looked = Pick<
  SystemRow,
  | 'level'
  | 'state'
  | 'subject'
  | 'number'
  | 'title'
  | 'responsible'
  | 'issuers'
  | 'nature'
  | 'asOf'
  | 'implemented'
  | 'adoption'
>;

/** What can be known of a row without its place. */
export function lookUp(row: RowModel, catalog: Catalog): Looked {
  const own = row.responsible === undefined ? [] : [row.responsible];
  if (row.planned) {
    const { title, stage, level } = row.planned;
    return {
      level,
      state: stage === '在研' ? 'preparing' : 'to-make',
      subject: { kind: 'planned', plan: row.planned },
      number: '',
      title,
      responsible: own,
      issuers: [],
      nature: null,
      adoption: adoptionOf(row),
    };
  }
  const raw = row.number ?? '';
  const parsed = parseNumber(raw);
  const key = parsed.ok ? numberKey(parsed.number) : raw;
  const resolution = catalog.resolve(key, parsed.ok && parsed.number.year !== null);
  const known = resolution.kind === 'unknown' ? undefined : resolution.entry;
  if (!known || !isCounted(known, catalog)) {
    return {
      level: parsed.ok ? parsed.number.family : 'other',
      state: 'unverified',
      subject: { kind: 'unknown', key },
      number: parsed.ok ? formatNumber(parsed.number) : raw,
      title: row.title ?? { zh: known?.title ?? '', en: known?.titleEn },
      responsible: own,
      issuers: [],
      nature: parsed.ok ? classifyNature(parsed.number) : null,
      adoption: adoptionOf(row),
    };
  }
  const entry = known;
  const status = catalog.statusOf(entry);
  return {
    level: entry.family,
    state: statusRowStates[status.status],
    subject: { kind: 'standard', entry, status },
    number: entry.number,
    title: { zh: entry.title, en: entry.titleEn },
    responsible: own.length > 0 ? own : (entry.row?.meta.administeredBy ?? []),
    issuers: entry.issuers,
    nature: entry.parsed ? classifyNature(entry.parsed) : null,
    asOf: entry.row ? undefined : entry.record?.asOf,
    implemented: entry.implemented,
    adoption: adoptionOf(row, entry),
  };
}

/** A standard of another city counts in a system of this one while it is recognised, see docs/decisions/0023. */
function isCounted(entry: CatalogEntry, catalog: Catalog): boolean {
  if (!entry.origin) return true;
  return catalog.recognitionsOf(entry).some((each) => holdsOn(each, catalog.asOf));
}

function adoptionOf(row: Pick<RowModel, 'number' | 'adopts'>, entry?: CatalogEntry): Adoption {
  if (entry && isForeign(entry.family)) return { kind: 'international' };
  if (entry?.row) {
    const { adopts } = entry.row.meta;
    if (adopts.length > 0) return judge(adopts, 'text');
    return row.adopts.length > 0 ? judge(row.adopts, 'system') : { kind: 'none' };
  }
  const identical = entry ? adoptedByNumber(entry.number, row.number ?? '') : [];
  if (identical.length > 0) return judge(identical, 'number');
  return row.adopts.length > 0 ? judge(row.adopts, 'system') : { kind: 'unknown' };
}

/** What a standard adopts by its text or its double number, whatever systems say of it. */
export const adoptionOfEntry = (entry: CatalogEntry): Adoption =>
  adoptionOf({ number: entry.number, adopts: [] }, entry);

/** The numbers after the first of a double number, as its catalogue or the author writes it: an identical adoption. */
function adoptedByNumber(...numbers: readonly string[]): readonly AdoptionFact[] {
  for (const text of numbers) {
    const parsed = parseNumber(text);
    if (!parsed.ok || parsed.number.form !== 'double') continue;
    const { degree, others } = parsed.number;
    // 等效 (EQV) is a degree of the time before 2001 and none of today's.
    if (degree === null || degree === 'EQV') return [];
    return others.map((other) => ({ number: formatNumber(other), degree }));
  }
  return [];
}

function judge(facts: readonly AdoptionFact[], by: 'text' | 'number' | 'system'): Adoption {
  const of = facts.map(({ number, degree }) => ({ number, degree }));
  return { kind: of.some(({ degree }) => degree !== 'NEQ') ? 'adopted' : 'corresponds', of, by };
}

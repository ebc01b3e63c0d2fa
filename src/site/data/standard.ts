import type { CatalogEntry, Citation, Relation } from '../../core/catalog/index.ts';
import type { StandardRow } from '../../core/model/row.ts';
import type { CompiledText, Language } from '../../core/model/standard.ts';
import type { FillContext, ResolvedReference } from '../../core/render/index.ts';
import { measureFigure } from '../../library/figure-size.ts';
import { readFigure } from '../../library/figures.ts';
import type { Library } from '../../library/open.ts';
import { messagesOf } from '../i18n/index.ts';
import { chooseLabel } from '../lib/labels.ts';
import type { Label } from '../lib/labels.ts';
import { linkTo, standardPath, withBase } from '../lib/urls.ts';

/** Another standard as it is named in a list or a sentence. */
export interface Mention {
  readonly number: string;
  /** Absent when the other is neither in the library nor in a catalogue. */
  readonly entry?: CatalogEntry;
  readonly title?: Label;
  readonly href?: string;
}

export interface RelatedStandard extends Mention {
  readonly partial?: string;
}

export interface ContentsItem {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly level: number;
}

const CONTENTS_LIMIT = 60;

/** 目次: titled elements, chapters, annexes and, where that stays short, their titled clauses. */
export function listContents({ clauses }: CompiledText): readonly ContentsItem[] {
  const listed = clauses.filter(
    ({ title, kind, level }) => title !== '' && kind !== 'term' && level <= 3,
  );
  const depth = listed.length > CONTENTS_LIMIT ? 2 : 3;
  return listed
    .filter(({ level }) => level <= depth)
    .map(({ id, address, label, title, level, kind }) => ({
      id,
      label: kind === 'annex' ? label : address,
      title,
      level,
    }));
}

export function mention(library: Library, language: Language, key: string): Mention {
  const entry = library.catalog.byKey(key);
  return entry ? mentionEntry(language, entry) : { number: key.replace(/-(\d{4})$/, '—$1') };
}

function mentionEntry(language: Language, entry: CatalogEntry): Mention {
  return {
    number: entry.number,
    entry,
    title: chooseLabel(language, entry.title, entry.titleEn),
    href: linkTo(language, standardPath(entry.slug)),
  };
}

export function listRelated(
  library: Library,
  language: Language,
  relations: readonly Relation[],
): readonly RelatedStandard[] {
  return relations.map(({ key, partial }) => ({
    ...mention(library, language, key),
    ...(partial !== undefined && { partial }),
  }));
}

/** Citations in the order of the citing numbers. */
export function listCitations(library: Library, entry: CatalogEntry): readonly Citation[] {
  return library.catalog
    .citedBy(entry)
    .toSorted((a, b) => (a.by.key < b.by.key ? -1 : a.by.key > b.by.key ? 1 : 0));
}

/** Editions of the number, newest first; empty when there is only this one. */
export function listEditions({ catalog }: Library, entry: CatalogEntry): readonly CatalogEntry[] {
  const editions = catalog.editionsOf(entry);
  return editions.length > 1 ? editions : [];
}

/** Ids of clauses that stand in the edition which replaces a standard as a whole, too. */
function listKept({ catalog, body }: Library, key: string): ReadonlySet<string> {
  const entry = catalog.byKey(key);
  const whole = entry && catalog.replacedByOf(entry).filter(({ partial }) => partial === undefined);
  const successor = whole?.length === 1 ? catalog.byKey(whole[0]?.key ?? '') : undefined;
  const text = successor?.row && body(successor.slug).text;
  return new Set(text?.clauses.map(({ id }) => id));
}

const DATED = /[-:]\d{4}$/;

/** How mentions of other standards in a body become links with a status. */
export function createFillContext(
  library: Library,
  language: Language,
  { slug, references, meta, key: own }: StandardRow,
): FillContext {
  const m = messagesOf(language);
  const undated = new Set(references.filter(({ dated }) => !dated).map(({ key }) => key));
  const resolve = (key: string, targetClause: string | null): ResolvedReference => {
    const dated = !undated.has(key) && DATED.test(key);
    const found = library.catalog.resolve(key, dated);
    if (found.kind === 'unknown') return { href: null, status: '未知', title: m.notInLibrary };
    const { entry } = found;
    const { status } = library.catalog.statusOf(entry);
    const { text: title } = chooseLabel(language, entry.title, entry.titleEn);
    const clause = targetClause && entry.row ? `#${encodeURIComponent(targetClause)}` : '';
    return {
      href: linkTo(language, standardPath(entry.slug)) + clause,
      status,
      title: `${entry.number}　${title}　${m.status[status]}`,
      ...(status === '被代替' || status === '废止' ? { mark: m.referenceMark[status] } : {}),
    };
  };
  const { profile } = meta;
  const sizeOf = (file: string) => {
    const figure = readFigure(library.folder(slug), file);
    return figure ? measureFigure(figure) : undefined;
  };
  const kept = listKept(library, own);
  return { resolve, figures: withBase(standardPath(slug)), sizeOf, profile, kept };
}

import { facetValues } from '../../core/catalog/index.ts';
import type { CatalogEntry } from '../../core/catalog/index.ts';
import { basisOf } from '../../core/model/drafting-rules.ts';
import type { Language } from '../../core/model/standard.ts';
import type { Library } from '../../library/open.ts';
import { messagesOf } from '../i18n/index.ts';
import { chooseLabel, dataLang, HAN } from '../lib/labels.ts';
import { linkTo } from '../lib/urls.ts';
import { facetPath, findFacetValue, isCoded, nameKind, nameValue } from './facets.ts';
import type { Facet } from './facets.ts';
import { mention } from './standard.ts';

/** One value of a field; several values of a field are printed one after another. */
export interface FieldValue {
  readonly text: string;
  readonly href?: string;
  /** `lang` when it is not the page's. */
  readonly lang?: string | undefined;
  /** A second, quieter text after it. */
  readonly note?: string;
  readonly noteLang?: string | undefined;
  readonly numeric?: boolean;
}

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly values: readonly FieldValue[];
}

interface Scope {
  readonly library: Library;
  readonly language: Language;
}

/** The fields of GB/T 22373—2021 that are in use for a standard, in the order of the cover. */
export function listFields(scope: Scope, entry: CatalogEntry): readonly Field[] {
  const { library, language } = scope;
  const m = messagesOf(language);
  const meta = entry.row?.meta;
  const { record } = entry;
  const { catalog } = library;
  const { status } = catalog.statusOf(entry);
  const field = (id: keyof typeof m.field, values: readonly (FieldValue | undefined)[]): Field => ({
    id,
    name: m.field[id],
    values: values.filter((value) => value !== undefined),
  });
  const plain = (text: string | undefined, numeric = false): FieldValue | undefined =>
    text ? { text, lang: dataLang(language, text), ...(numeric && { numeric }) } : undefined;
  const all = (texts: readonly string[] | undefined) => (texts ?? []).map((text) => plain(text));
  const bodies = (names: readonly string[] | undefined): readonly FieldValue[] =>
    (names ?? []).map((name) =>
      chooseLabel(language, name, library.vocabulary.bodies.get(name)?.en),
    );
  const english = (text: string | undefined): FieldValue | undefined =>
    text ? { text, lang: language === 'zh' ? 'en' : undefined } : undefined;
  const others = (relations: readonly { readonly key: string; readonly partial?: string }[]) =>
    relations.map(({ key, partial }) => describeOther(scope, key, partial));
  const facet = (name: Facet, values: readonly string[]) =>
    values.map((value) => describeFacet(scope, name, value));

  return [
    field('number', [plain(entry.number, true)]),
    field('title', [HAN.test(entry.title) ? plain(entry.title) : undefined]),
    field('titleEn', [english(entry.titleEn ?? (HAN.test(entry.title) ? undefined : entry.title))]),
    field(
      'kind',
      facet('kind', [entry.family]).map((value) => ({ ...value, text: nameKind(language, entry) })),
    ),
    field('nature', facet('nature', facetValues(entry, 'nature', catalog.statusOf))),
    field('status', facet('status', [status])),
    field('issued', [plain(entry.issued, true)]),
    field('implemented', [plain(entry.implemented, true)]),
    field('withdrawn', [
      plain(entry.withdrawn, true) ?? (status === '废止' ? { text: m.dayUnknown } : undefined),
    ]),
    field(
      'reviews',
      (meta?.reviews ?? []).map(({ date, result }) => ({
        text: date,
        note: m.reviewResult[result],
        numeric: true,
      })),
    ),
    field('issuers', facet('issuer', entry.issuers)),
    field('recordNumber', [plain(meta?.recordNumber, true)]),
    field('recorded', [plain(meta?.recorded, true)]),
    field('planNumber', [plain(meta?.planNumber, true)]),
    field('ics', facet('ics', entry.ics)),
    field('ccs', facet('ccs', entry.ccs)),
    field('industries', facet('industry', entry.industries)),
    field('chains', facet('chain', entry.chains)),
    field('replaces', others(catalog.replacesOf(entry))),
    field('replacedBy', others(catalog.replacedByOf(entry))),
    field(
      'adopts',
      (meta?.adopts ?? []).map(({ number, degree, note }) => ({
        text: number,
        note: [m.degree[degree], degree, note].filter(Boolean).join(' · '),
        noteLang: note ? dataLang(language, note) : undefined,
        numeric: true,
      })),
    ),
    field('proposedBy', bodies(meta?.proposedBy)),
    field('administeredBy', bodies(meta?.administeredBy)),
    field('draftedBy', bodies(meta?.draftedBy)),
    field('drafters', all(meta?.drafters)),
    field('functionType', [meta?.functionType && { text: m.functionType[meta.functionType] }]),
    field('profile', [meta && { text: basisOf(meta) ?? m.profileName[meta.profile] }]),
    field('abstract', [
      language === 'en' && meta?.abstractEn ? { text: meta.abstractEn } : plain(meta?.abstract),
    ]),
    field('keywords', all(meta?.keywords)),
    field('keywordsEn', (meta?.keywordsEn ?? []).map(english)),
    field('asOf', [meta ? undefined : plain(record?.asOf, true)]),
    field('source', [
      meta || !record ? undefined : { text: m.sourceKind[record.source] ?? record.source },
    ]),
  ].filter(({ values }) => values.length > 0);
}

function describeFacet({ library, language }: Scope, facet: Facet, value: string): FieldValue {
  const label = nameValue(language, library, facet, value);
  const page = findNearestPage(library, facet, value);
  const href = page && { href: linkTo(language, facetPath(page)) };
  const { lang } = label;
  if (!isCoded(facet)) return { text: label.text, lang, ...href };
  const text = facet === 'ccs' ? `${value.slice(0, 1)} ${value.slice(1)}` : value;
  return { text, ...href, numeric: true, ...(label.text && { note: label.text, noteLang: lang }) };
}

/** A code's own list, or that of the narrowest wider code which has one. */
function findNearestPage(library: Library, facet: Facet, value: string) {
  for (let length = value.length; length > 0; length -= 1) {
    const page = findFacetValue(library, facet, value.slice(0, length));
    if (page) return page;
    if (!isCoded(facet)) return undefined;
  }
  return undefined;
}

function describeOther(
  { library, language }: Scope,
  key: string,
  partial: string | undefined,
): FieldValue {
  const { number, href, title } = mention(library, language, key);
  const note = partial ?? title?.text;
  return {
    text: number,
    numeric: true,
    ...(href && { href }),
    ...(note && { note, noteLang: dataLang(language, note) }),
  };
}

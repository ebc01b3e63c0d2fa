import { hasHan } from '#core/characters/chinese.ts';
import { basisOf } from '#core/model/drafting-rules.ts';
import type { Language } from '#core/model/standard.ts';
import { messagesOf } from '../i18n/index.ts';
import { chooseLabel, dataLang } from '../lib/labels.ts';
import { entryPath, linkTo } from '../lib/urls.ts';
import type { ShownMention, ShownValue } from '../views/shapes.ts';
import type { StandardView } from '../views/standard.ts';
import { NOTICE_WORDS } from '../i18n/notices.ts';
import { noticePath } from '../notice-paths.ts';
import { isCoded } from '#core/terms/index.ts';
import { facetPath, nameKind, nameValue } from './facet-words.ts';

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
  /** Of a value that holds on later days only: from when. */
  readonly from?: string | undefined;
}

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly values: readonly FieldValue[];
}

/** How values of a page are put into fields. */
function createFields(language: Language, view: StandardView) {
  const m = messagesOf(language);
  const plain = (text: string | undefined, numeric = false): FieldValue | undefined =>
    text ? { text, lang: dataLang(language, text), ...(numeric && { numeric }) } : undefined;
  return {
    m,
    field: (id: keyof typeof m.field, values: readonly (FieldValue | undefined)[]): Field => ({
      id,
      name: m.field[id],
      values: values.filter((value) => value !== undefined),
    }),
    plain,
    all: (texts: readonly string[] | undefined) => (texts ?? []).map((text) => plain(text)),
    bodies: (names: readonly string[] | undefined): readonly FieldValue[] =>
      (names ?? []).map((name) => chooseLabel(language, name, view.bodies[name])),
    others: (mentions: readonly ShownMention[]) =>
      mentions.map((each) => describeOther(language, each)),
    facet: (values: readonly ShownValue[]) => values.map((value) => describeValue(language, value)),
  };
}

/** The fields of GB/T 22373—2021 that are in use for a standard, in the order of the cover. */
export function listFields(language: Language, view: StandardView): readonly Field[] {
  return [
    ...listNames(language, view),
    ...listDays(language, view),
    ...listRelations(language, view),
    ...listContents(language, view),
  ].filter(({ values }) => values.length > 0);
}

function listNames(language: Language, view: StandardView): readonly Field[] {
  const { field, plain, facet } = createFields(language, view);
  return [
    field('number', [plain(view.number, true)]),
    field('title', [hasHan(view.title) ? plain(view.title) : undefined]),
    field('titleEn', [describeEnglishTitle(language, view)]),
    field('kind', [{ ...describeValue(language, view.kind), text: nameKind(language, view) }]),
    field('nature', facet(view.nature)),
  ];
}

function listDays(language: Language, view: StandardView): readonly Field[] {
  const { m, field, plain } = createFields(language, view);
  const { status } = view.today;
  return [
    field(
      'status',
      view.statuses.map(({ from, value }) => ({ ...describeValue(language, value), from })),
    ),
    field('issued', [plain(view.issued, true)]),
    field('implemented', [plain(view.implemented, true)]),
    field('withdrawn', [
      plain(view.withdrawn, true) ?? (status === '废止' ? { text: m.dayUnknown } : undefined),
    ]),
    field(
      'reviews',
      (view.text?.meta.reviews ?? []).map(({ date, result }) => ({
        text: date,
        note: m.reviewResult[result],
        numeric: true,
      })),
    ),
  ];
}

function listRelations(language: Language, view: StandardView): readonly Field[] {
  const { m, field, plain, facet, others } = createFields(language, view);
  const meta = view.text?.meta;
  return [
    field('issuers', facet(view.issuers)),
    field('recordNumber', [plain(meta?.recordNumber, true)]),
    field('recorded', [plain(meta?.recorded, true)]),
    field('planNumber', [plain(meta?.planNumber, true)]),
    field('ics', facet(view.ics)),
    field('ccs', facet(view.ccs)),
    field('industries', facet(view.industries)),
    field('chains', facet(view.chains)),
    field('replaces', others(view.replaces)),
    field('replacedBy', others(view.replacedBy)),
    field('amends', others(view.amends ? [view.amends] : [])),
    field('amendments', others(view.amendments)),
    field(
      'notices',
      view.notices.map(({ id, number, day, kind }) => ({
        text: number ?? day,
        lang: dataLang(language, number ?? day),
        href: linkTo(language, noticePath(id)),
        note: NOTICE_WORDS[language].kind[kind],
      })),
    ),
    field(
      'adopts',
      (meta?.adopts ?? []).map(({ number, degree, note }) => ({
        text: number,
        note: [m.degree[degree], degree, note].filter(Boolean).join(' · '),
        noteLang: note ? dataLang(language, note) : undefined,
        numeric: true,
      })),
    ),
  ];
}

/** Who made it, what it is about, and where the facts are from. */
function listContents(language: Language, view: StandardView): readonly Field[] {
  const { m, field, plain, all, bodies } = createFields(language, view);
  const meta = view.text?.meta;
  const { recorded } = view;
  const english = (text: string): FieldValue | undefined =>
    text ? { text, lang: language === 'zh' ? 'en' : undefined } : undefined;
  return [
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
    field('asOf', [meta ? undefined : plain(recorded?.asOf, true)]),
    field('source', [
      meta || !recorded ? undefined : { text: m.sourceKind[recorded.source] ?? recorded.source },
    ]),
  ];
}

/** The English title; that of a text of the library is said to be from there. */
function describeEnglishTitle(
  language: Language,
  { title, titleEn, titleEnFrom }: StandardView,
): FieldValue | undefined {
  const text = titleEn ?? (hasHan(title) ? undefined : title);
  if (text === undefined) return undefined;
  const note = titleEnFrom === undefined ? undefined : messagesOf(language).titleFrom(titleEnFrom);
  return { text, lang: language === 'zh' ? 'en' : undefined, ...(note && { note }) };
}

function describeValue(language: Language, shown: ShownValue): FieldValue {
  const { facet, value, id } = shown;
  const { text, lang } = nameValue(language, shown);
  const href = id !== undefined && { href: linkTo(language, facetPath({ facet, id })) };
  if (!isCoded(facet)) return { text, lang, ...href };
  const code = facet === 'ccs' ? `${value.slice(0, 1)} ${value.slice(1)}` : value;
  return { text: code, ...href, numeric: true, ...(text && { note: text, noteLang: lang }) };
}

function describeOther(language: Language, { number, entry, partial }: ShownMention): FieldValue {
  const note = partial ?? (entry && chooseLabel(language, entry.title, entry.titleEn).text);
  return {
    text: number,
    numeric: true,
    ...(entry && { href: linkTo(language, entryPath(entry)) }),
    ...(note && { note, noteLang: dataLang(language, note) }),
  };
}

import { memo } from '#core/base/memo.ts';
import type { DataManifest, DataStandard } from '#core/exchange/open-data/manifest.ts';
import type { StandardRow } from '#core/model/row.ts';
import type { Library } from '#library/open.ts';
import { getSummary } from '../library.ts';

/** On what terms the data may be used where the library says nothing of it. */
const usual: DataManifest['licence'] = {
  facts: {
    zh: '目录信息是事实，可以自由使用，建议注明来源和日期。',
    en: 'Catalogue facts are free to use; please name the source and its day.',
  },
  texts: {
    zh: '标准文本的权利属于发布机构；标为 sample 的是样例，不得作为依据。',
    en: 'Rights in the texts belong to the issuing bodies; what is marked as a sample must not be relied upon.',
  },
};

/** On what terms the data of a library may be used. */
export function licenceOf({ settings }: Library): DataManifest['licence'] {
  const { facts, texts } = settings.licences ?? {};
  const say = (said: typeof facts) => said && { ...said.name, ...(said.url && { url: said.url }) };
  return { facts: say(facts) ?? usual.facts, texts: say(texts) ?? usual.texts };
}

/** What the manifest says of a hosted standard, beside its files: nothing that its JSON does not say, too. */
export function describeTexts(library: Library, row: StandardRow): Omit<DataStandard, 'files'> {
  const { key, number, slug, meta } = row;
  const entry = library.catalog.bySlug(slug);
  const day = dayOf(library, row);
  return {
    key,
    number,
    title: meta.title,
    ...(meta.titleEn && { titleEn: meta.titleEn }),
    slug,
    status: entry ? library.catalog.statusOf(entry).status : '',
    ...(day && { day }),
    ...(meta.sample && { sample: true }),
  };
}

/** The latest day of the facts of a standard that has come. */
function dayOf({ catalog, asOf }: Library, { slug, meta }: StandardRow): string {
  const entry = catalog.bySlug(slug);
  const days = [
    meta.issued,
    meta.implemented,
    meta.withdrawn,
    ...meta.reviews.map(({ date }) => date),
    entry && catalog.statusOf(entry).since,
  ];
  return days.reduce<string>(
    (latest, day = '') => (day > latest && day <= asOf ? day : latest),
    '',
  );
}

/** The latest day of the facts of a library; empty where none has one. */
export const latestDay: (library: Library) => string = memo((library: Library) =>
  library.rows.reduce(
    (latest, row) => {
      const day = dayOf(library, row);
      return day > latest ? day : latest;
    },
    getSummary(library).factsAsOf ?? '',
  ),
);

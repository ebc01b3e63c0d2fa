import type { CatalogEntry } from '../../core/catalog/index.ts';
import type { Language } from '../../core/model/standard.ts';

/** JSON-LD of a standard's page. schema.org has no type for a standard; CreativeWork is the nearest. */
export function describeStandard(
  entry: CatalogEntry,
  language: Language,
  url: string,
  status: string,
): unknown {
  const { number, title, titleEn, issued, issuers, row } = entry;
  return {
    '@context': 'https://schema.org',
    '@type': row ? 'TechArticle' : 'CreativeWork',
    '@id': url,
    url,
    name: title,
    ...(titleEn && { alternateName: titleEn }),
    identifier: number,
    inLanguage: row && language === 'en' && row.hasEnglish ? 'en' : 'zh-CN',
    ...(issued && { datePublished: issued }),
    ...(issuers.length > 0 && {
      publisher: issuers.map((name) => ({ '@type': 'Organization', name })),
    }),
    creativeWorkStatus: status,
    ...(row && { isAccessibleForFree: true }),
  };
}

import type { Language } from '#core/model/standard.ts';
import type { StandardView } from '../views/standard.ts';

/** JSON-LD of a standard's page. schema.org has no type for a standard; CreativeWork is the nearest. */
export function describeStandard(
  view: StandardView,
  language: Language,
  url: string,
  status: string,
): unknown {
  const { number, title, titleEn, issued, issuers, text } = view;
  return {
    '@context': 'https://schema.org',
    '@type': text ? 'TechArticle' : 'CreativeWork',
    '@id': url,
    url,
    name: title,
    ...(titleEn && { alternateName: titleEn }),
    identifier: number,
    inLanguage: language === 'en' && text?.hasEnglish ? 'en' : 'zh-CN',
    ...(issued && { datePublished: issued }),
    ...(issuers.length > 0 && {
      publisher: issuers.map(({ value }) => ({ '@type': 'Organization', name: value })),
    }),
    creativeWorkStatus: status,
    ...(text && { isAccessibleForFree: true }),
  };
}

import type { Language } from '#core/model/standard.ts';
import { messagesOf } from '../i18n/index.ts';
import type { StandardView } from '../views/standard.ts';
import { findEnd } from './banners.ts';

/**
 * JSON-LD of a standard's page. schema.org has no type for a standard; CreativeWork is the nearest. A page is drawn on one
 * day and read on another: it says from which day to which a standard holds, and a status only where no day can change it.
 */
export function describeStandard(view: StandardView, language: Language, url: string): unknown {
  const { number, title, titleEn, issued, implemented, issuers, text, facts, today } = view;
  const m = messagesOf(language);
  const end = findEnd(view);
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
    ...((implemented || end) && { temporalCoverage: `${implemented ?? '..'}/${end ?? '..'}` }),
    ...(end && { expires: end }),
    ...(facts.declared === 'draft' && { creativeWorkStatus: m.status[today.status] }),
    ...(view.sampleNotice && { disambiguatingDescription: view.sampleNotice[language] }),
    ...(text && { isAccessibleForFree: true }),
  };
}

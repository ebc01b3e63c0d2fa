import type { Language } from '#core/model/standard.ts';
import { messagesOf } from '../i18n/index.ts';
import { NOTICE_WORDS } from '../i18n/notices.ts';
import type { ShownNotice } from '../views/notices.ts';

/** What a notice is called: its own title, else what it is about. */
export function nameNoticeOf(language: Language, notice: ShownNotice): string {
  const words = NOTICE_WORDS[language];
  const own = language === 'en' ? notice.titleEn : notice.title;
  const family = notice.family ? messagesOf(language).kind[notice.family] : '';
  return own ?? words.about(notice.kind, family);
}

import { writeAtom } from '#core/exchange/feed.ts';
import type { Language } from '#core/model/standard.ts';
import { NOTICE_WORDS } from '../i18n/notices.ts';
import { nameNoticeOf } from '../lib/notice-names.ts';
import { pagePath } from '../lib/urls.ts';
import { noticePath, noticesFeedPath, noticesPath } from '../notice-paths.ts';
import type { NoticesView } from '../views/notices.ts';

/** The notices as an Atom feed. Addresses are whole where that of the site is known. */
export function buildNoticesFeed(
  { list, name }: NoticesView,
  language: Language,
  addressOf: (path: string) => string,
): string {
  const words = NOTICE_WORDS[language];
  const address = (path: string): string => addressOf(pagePath(language, path));
  return writeAtom({
    id: `urn:biaolian:notices:${language}`,
    title: words.title,
    language,
    self: address(noticesFeedPath),
    page: address(noticesPath),
    author: name[language],
    entries: list.map((notice) => ({
      id: `urn:biaolian:notice:${notice.id}`,
      title: `${notice.sample ? `[${words.sample}] ` : ''}${nameNoticeOf(language, notice)}`,
      day: notice.day,
      link: address(noticePath(notice.id)),
      summary: notice.standards.map(({ written, entry }) => entry?.number ?? written).join('、'),
      category: notice.kind,
    })),
  });
}

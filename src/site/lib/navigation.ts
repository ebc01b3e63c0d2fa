import { navigationPages } from '#core/settings/navigation.ts';
import type { SiteSettings } from '#core/settings/index.ts';
import type { Language } from '#core/model/standard.ts';
import { feedsPath } from '../feed-paths.ts';
import { FEED_WORDS } from '../i18n/feeds.ts';
import { messagesOf } from '../i18n/index.ts';
import { NOTICE_WORDS } from '../i18n/notices.ts';
import { noticesPath } from '../notice-paths.ts';
import { linkTo } from './urls.ts';

/** A link in the head of each page. */
export interface NavigationLink {
  readonly href: string;
  readonly text: string;
  readonly current: boolean;
}

/** Where the head of a page leads: to what a library says, else to the usual pages. */
export function listNavigation(
  language: Language,
  entries: NonNullable<SiteSettings['navigation']> = [...navigationPages],
  section?: string,
): readonly NavigationLink[] {
  const m = messagesOf(language);
  const own = {
    data: { path: '/data/', text: m.dataTitle },
    feeds: { path: feedsPath, text: FEED_WORDS[language].title },
    notices: { path: noticesPath, text: NOTICE_WORDS[language].title },
  };
  return entries.map((entry) => {
    if (typeof entry === 'object')
      return { href: entry.url, text: entry.name[language], current: false };
    const { path, text } =
      entry === 'data' || entry === 'feeds' || entry === 'notices'
        ? own[entry]
        : { path: `/${entry}/`, text: m[entry] };
    return { href: linkTo(language, path), text, current: section === entry };
  });
}

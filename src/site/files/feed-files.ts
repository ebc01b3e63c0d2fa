import { writeCalendar } from '#core/exchange/calendar.ts';
import { writeAtom, writeJsonFeed } from '#core/exchange/feed.ts';
import type { Language } from '#core/model/standard.ts';
import { nameValue } from '../data/facet-words.ts';
import { feedPath, feedsPath } from '../feed-paths.ts';
import type { FeedFormat } from '../feed-paths.ts';
import { FEED_WORDS } from '../i18n/feeds.ts';
import { pagePath, standardPath } from '../lib/urls.ts';
import type { FeedView, ShownEvent } from '../views/feeds.ts';
import type { ShownList } from '../views/shapes.ts';

type NamedFeed = Pick<ShownList, 'value' | 'names'> & {
  readonly facet: ShownList['facet'] | 'place';
};

/** What a list is called in a feed and beside the links to it. */
export function nameFeed(language: Language, list: NamedFeed | undefined): string {
  if (!list) return FEED_WORDS[language].all;
  if (list.facet === 'place') return list.names?.[language] ?? list.value;
  const { facet, value, names } = list;
  const { text } = nameValue(language, { facet, value, names });
  if (list.facet !== 'ics') return text || list.value;
  return text ? `ICS ${list.value} ${text}` : `ICS ${list.value}`;
}

/** A feed or a calendar of a list. Addresses are whole where that of the site is known. */
export function buildFeedFile(
  view: FeedView,
  format: FeedFormat,
  language: Language,
  addressOf: (path: string) => string,
): string {
  const words = FEED_WORDS[language];
  const { list } = view;
  const name = words.name(view.site[language], nameFeed(language, list));
  const address = (path: string): string => addressOf(pagePath(language, path));
  const tell = (event: ShownEvent) => describeEvent(event, language, address);
  if (format === 'ics') {
    const days = view.days.map((event) => {
      const { id, title, summary, link } = tell(event);
      return {
        uid: `${id}@biaolian`,
        day: event.day,
        title,
        text: summary,
        link,
        since: event.issued,
      };
    });
    return writeCalendar(name, days);
  }
  const feed = {
    id: `urn:biaolian:feed:${list ? `${list.facet}:${encodeURIComponent(list.id)}` : 'all'}:${language}`,
    title: name,
    language,
    self: address(feedPath(list, format)),
    page: address(list?.page ?? feedsPath),
    author: view.site[language],
    entries: view.news.map((event) => {
      const told = tell(event);
      return { ...told, id: `urn:biaolian:event:${told.id}` };
    }),
  };
  return format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed);
}

function describeEvent(
  { kind, day, entry }: ShownEvent,
  language: Language,
  address: (path: string) => string,
) {
  const words = FEED_WORDS[language];
  const mark = language === 'zh' ? `〔${words.sample}〕` : `[${words.sample}] `;
  const sample = entry.sample ? mark : '';
  const from = kind === 'issued' && entry.implemented ? words.from(entry.implemented) : '';
  const title = (language === 'en' && entry.titleEn) || entry.title;
  const standard = language === 'zh' ? `${entry.number}《${title}》` : `${entry.number} ${title}`;
  return {
    id: `${entry.slug}:${kind}:${day}`,
    title: `${sample}${words.event[kind]}${language === 'zh' ? '：' : ': '}${entry.number} ${title}`,
    day,
    link: address(standardPath(entry.slug)),
    summary: sample + words.sentence[kind](standard, day) + from,
    category: kind,
  };
}

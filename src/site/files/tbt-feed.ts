import { writeCalendar } from '#core/exchange/calendar.ts';
import { writeAtom, writeJsonFeed } from '#core/exchange/feed.ts';
import type { Language } from '#core/model/standard.ts';
import { abroadPath, tbtFeedPath } from '../abroad-paths.ts';
import type { FeedFormat } from '../feed-paths.ts';
import { FEED_WORDS } from '../i18n/feeds.ts';
import { pagePath } from '../lib/urls.ts';
import type { TbtFeedView } from '../views/abroad.ts';

/** TBT notifications as a feed, and as a calendar of the days by which comments have to be in. */
export function buildTbtFeed(
  { site, notifications }: TbtFeedView,
  format: FeedFormat,
  language: Language,
  addressOf: (path: string) => string,
): string {
  const words = FEED_WORDS[language];
  const name = words.name(site[language], words.tbt);
  const address = (path: string): string => addressOf(pagePath(language, path));
  const told = notifications.map(({ symbol, title, title_zh: zh, sample, notified, ...rest }) => {
    const draft = `${symbol} ${(language === 'zh' && zh) || title}`;
    const until = rest.comment_until || undefined;
    const mark = sample === 'yes' ? `[${words.sample}] ` : '';
    return {
      symbol,
      notified,
      until,
      link: rest.link || `${address(abroadPath)}#tbt`,
      title: mark + draft,
      ends: mark + words.commentsEnd(draft),
      summary: mark + words.commentsSentence(draft, notified, until),
    };
  });
  if (format === 'ics') {
    const days = told.flatMap(({ symbol, notified, until, link, ends, summary }) => {
      if (until === undefined) return [];
      const uid = `${symbol}:${until}@biaolian`;
      return [{ uid, day: until, title: ends, text: summary, link, since: notified }];
    });
    return writeCalendar(name, days);
  }
  const feed = {
    id: `urn:biaolian:feed:tbt:${language}`,
    title: name,
    language,
    self: address(tbtFeedPath(format)),
    page: address(abroadPath),
    author: site[language],
    entries: told.map(({ symbol, notified, link, title, summary }) => ({
      id: `urn:biaolian:tbt:${symbol}`,
      title,
      day: notified,
      link,
      summary,
      category: 'tbt',
    })),
  };
  return format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed);
}

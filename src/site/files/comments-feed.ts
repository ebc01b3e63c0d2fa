import { writeCalendar } from '#core/exchange/calendar.ts';
import { writeAtom, writeJsonFeed } from '#core/exchange/feed.ts';
import type { Language } from '#core/model/standard.ts';
import { draftPath } from '../draft-paths.ts';
import { commentsFeedPath } from '../feed-paths.ts';
import type { FeedFormat } from '../feed-paths.ts';
import { FEED_WORDS } from '../i18n/feeds.ts';
import { pagePath } from '../lib/urls.ts';
import { lifecyclePath } from '../lifecycle-paths.ts';
import type { CommentsFeedView } from '../views/feeds.ts';

/** Drafts that are open to comments as a feed, and as a calendar of the days by which comments have to be in. */
export function buildCommentsFeed(
  { site, drafts }: CommentsFeedView,
  format: FeedFormat,
  language: Language,
  addressOf: (path: string) => string,
): string {
  const words = FEED_WORDS[language];
  const name = words.name(site[language], words.comments);
  const address = (path: string): string => addressOf(pagePath(language, path));
  const told = drafts.map(({ id, title, sample, began, until }) => {
    const mark = sample ? `[${words.sample}] ` : '';
    const draft = (language === 'en' && title.en) || title.zh;
    return {
      id,
      began,
      until,
      link: address(draftPath(id)),
      opens: mark + words.commentsOpen(draft),
      ends: mark + words.commentsEnd(draft),
      summary: mark + words.commentsSentence(draft, began, until),
    };
  });
  if (format === 'ics') {
    const days = told.flatMap(({ id, began, until, link, ends, summary }) =>
      until === undefined
        ? []
        : [
            {
              uid: `${id}:comments:${until}@biaolian`,
              day: until,
              title: ends,
              text: summary,
              link,
              since: began,
            },
          ],
    );
    return writeCalendar(name, days);
  }
  const feed = {
    id: `urn:biaolian:feed:comments:${language}`,
    title: name,
    language,
    self: address(commentsFeedPath(format)),
    page: address(lifecyclePath),
    author: site[language],
    entries: told.map(({ id, began, link, opens, summary }) => ({
      id: `urn:biaolian:comments:${id}:${began}`,
      title: opens,
      day: began,
      link,
      summary,
      category: 'comments',
    })),
  };
  return format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed);
}

import { noHtml, xml } from '../base/html.ts';
import type { Language } from '../model/standard.ts';

/** Something that happened to a standard, or will, on a day. */
export interface FeedEntry {
  /** An IRI that stays, whatever the entry says. */
  readonly id: string;
  readonly title: string;
  /** The day of it, `YYYY-MM-DD`. */
  readonly day: string;
  /** The address of the page. */
  readonly link: string;
  readonly summary: string;
  /** What kind of event it is: `issued`, `implemented` … */
  readonly category: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** Addresses of the feed itself and of the page it belongs to. */
  readonly self: string;
  readonly page: string;
  readonly author: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** Days have no hour: entries are dated at noon UTC, so that no reader's time zone moves them to another day. */
const at = (day: string): string => `${day}T12:00:00Z`;

/** The newest day of a feed; of an empty one the first that a calendar of this time has. */
const updatedOf = ({ entries }: Feed): string =>
  at(entries.reduce((newest, { day }) => (day > newest ? day : newest), '1970-01-01'));

/** A feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const entries = feed.entries.map(
    ({ id, title, day, link, summary, category }) =>
      xml`<entry><id>${id}</id><title>${title}</title><updated>${at(day)}</updated><link rel="alternate" type="text/html" href="${link}"/><category term="${category}"/><summary>${summary}</summary></entry>\n`,
  );
  const language = feed.language === 'zh' ? 'zh-CN' : 'en';
  const { markup } = xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${feed.id}</id><title>${feed.title}</title><updated>${updatedOf(feed)}</updated><author><name>${feed.author}</name></author>
<link rel="self" type="application/atom+xml" href="${feed.self}"/><link rel="alternate" type="text/html" href="${feed.page}"/>
${entries.length > 0 ? entries : noHtml}</feed>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}`;
}

/** A feed as JSON Feed 1.1. */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    language: feed.language === 'zh' ? 'zh-CN' : 'en',
    home_page_url: feed.page,
    feed_url: feed.self,
    authors: [{ name: feed.author }],
    items: feed.entries.map(({ id, title, day, link, summary, category }) => ({
      id,
      url: link,
      title,
      content_text: summary,
      date_published: at(day),
      tags: [category],
    })),
  });
}

import { feedsPath } from './feed-paths.ts';
import type { FeedFormat } from './feed-paths.ts';

/** The way abroad: standards here and international ones; without language and base. */
export const abroadPath = '/abroad/';

/** The path of the feed of TBT notifications; only of a library that has some. */
export const tbtFeedPath = (format: FeedFormat): string => `${feedsPath}tbt.${format}`;

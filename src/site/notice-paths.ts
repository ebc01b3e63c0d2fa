/** All notices; without language and base. */
export const noticesPath = '/notices/';

/** The notices as an Atom feed. */
export const noticesFeedPath = '/notices/feed.atom';

/** The page of one notice. */
export const noticePath = (id: string): string => `${noticesPath}${id}/`;

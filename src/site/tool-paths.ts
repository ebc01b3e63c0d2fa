/** All tools; without language and base. */
export const toolsPath = '/tools/';

/** 查新, the validity of a list; without language and base. */
export const validityPath = '/tools/validity/';

/** What a list is checked against: all standards with the days their statuses follow from. */
export const validityFile = '/data/validity.json';

/** Lists of standards that a reader keeps in the browser; without language and base. */
export const basketPath = '/tools/basket/';

export { checkNotices } from './check.ts';
export { readNotice } from './read.ts';
export type { Notice } from './read.ts';
export { renderNotice } from './render.ts';
export { nameNotice, writeNotice } from './write.ts';
export type { NewNotice } from './write.ts';

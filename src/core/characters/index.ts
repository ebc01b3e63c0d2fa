export { findChinese, splitChinese } from './chinese.ts';
export { findRadicals, foldRadicals } from './radicals.ts';
export {
  findUnseen,
  hasOnlyPlainCharacters,
  nameCodePoint,
  removeUnseen,
  replaceUnseen,
} from './unseen.ts';
export type { FoundUnseen, UnseenKind } from './unseen.ts';

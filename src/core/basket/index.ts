export { readShare, writeShare } from './address.ts';
export type { ReadShare, SharedBasket } from './address.ts';
export {
  addBasket,
  addItems,
  chooseBasket,
  cleanName,
  findCurrent,
  isSlug,
  mostBaskets,
  moveItem,
  noBaskets,
  removeBasket,
  removeItem,
  renameBasket,
} from './basket.ts';
export type { Basket, BasketItem, Baskets } from './basket.ts';
export { readBaskets, writeBaskets } from './file.ts';
export type { ReadBaskets } from './file.ts';

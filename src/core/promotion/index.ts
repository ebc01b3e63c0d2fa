export { buildPromotion } from './build.ts';
export type { PromotedRequirement, Promotion } from './build.ts';
export { chooseGravest } from './choose.ts';
export type { GraveReason } from './choose.ts';
export { readPromotion } from './read.ts';
export type { PromotionFile } from '../model/promotion.ts';

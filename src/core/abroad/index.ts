export { buildBridges, findPath, listAdoptionGaps } from './bridge.ts';
export type { Bridge } from './bridge.ts';
export { judgeEdition, listCrossings } from './crossings.ts';
export type { Crossing, Edition, NamedStandard } from './crossings.ts';
export { dropDoubles, readList, readNotifications } from './read.ts';
export type { Placed } from './read.ts';
export { nameStage } from './stages.ts';
export type { MarketCard, Notification, Participation } from './schema.ts';

export { admitPartners } from './admit.ts';
export type { Partner, PartnerCatalogue } from './admit.ts';
export { findCode, findPretence, haveOneName } from './claims.ts';
export { readPartner, readRecognitions } from './read.ts';
export type { ReadRecognition } from './read.ts';
export { checkRecognitions } from './recognitions.ts';
export { compareSubjects, groupSubjects, nameSubject } from './alike.ts';
export type { AlikePair, AlikeReasons, CityStandard, Likeness, Subject } from './alike.ts';

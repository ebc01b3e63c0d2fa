export { readDeskFile } from './read.ts';
export { deskFile, deskRoles, userName } from './schema.ts';
export type { DeskFile, DeskPerson, DeskRole } from './schema.ts';

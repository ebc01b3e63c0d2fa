export { buildGlossary } from './glossary.ts';
export type { Glossary } from './glossary.ts';
export { checkGlossary, readGlossaryFile } from './read.ts';
export type { GlossarySource } from './read.ts';
export type { GlossaryEntry } from './schema.ts';

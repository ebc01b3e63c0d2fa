/**
 * The values a reader meets as filters, badges and columns, each once: how it is stored, what it is called in Chinese and
 * in English, and in which order it is shown. Pages, engines, importers and commands read them here; a value added here is
 * a value everywhere. Plain data, so that browsers can load it; what a browser has no use for (synonyms, sentences)
 * stands beside a table and not in it.
 */
export * from './abroad.ts';
export * from './decisions.ts';
export * from './facets.ts';
export * from './families.ts';
export * from './front-matter.ts';
export * from './glossary.ts';
export * from './lifecycle.ts';
export * from './notices.ts';
export * from './natures.ts';
export * from './provisions.ts';
export * from './references.ts';
export * from './roles.ts';
export * from './severities.ts';
export * from './statuses.ts';
export * from './systems.ts';
export * from './table.ts';

import { isObject, parseJson } from '../base/json.ts';
import { standardMeta } from './meta.ts';
import type { StandardMeta } from './meta.ts';

/** Keys of the front matter that no page of a document shows: a Word file carries them beside its pages. */
const carriedKeys = [
  'industries',
  'chains',
  'formerly',
  'planNumber',
  'profile',
  'functionType',
  'abstract',
  'abstractEn',
  'keywords',
  'keywordsEn',
  'indicators',
  'bodyRestricted',
  'sample',
] as const;

/** Values of those keys that are not what stands where nothing is written. */
export type CarriedFacts = Partial<Pick<StandardMeta, (typeof carriedKeys)[number]>>;

/** Returns what a document carries of a front matter; nothing of what goes without saying. */
export function pickCarried(meta: StandardMeta): CarriedFacts {
  return Object.fromEntries(
    carriedKeys.flatMap((key) => {
      const unwritten = standardMeta.shape[key].safeParse(undefined);
      const isUnwritten = JSON.stringify(meta[key]) === JSON.stringify(unwritten.data);
      return isUnwritten ? [] : [[key, meta[key]] as const];
    }),
  );
}

/** Returns what a document carries, from its JSON, which nobody trusts: of each key what a front matter could hold, and no other. */
export function readCarried(json: string): CarriedFacts {
  const given = parseJson(json);
  if (!isObject(given)) return {};
  const values = new Map<string, unknown>(Object.entries(given));
  return Object.fromEntries(
    carriedKeys.flatMap((key) => {
      if (!values.has(key)) return [];
      const read = standardMeta.shape[key].safeParse(values.get(key));
      return read.success && read.data !== undefined ? [[key, read.data] as const] : [];
    }),
  );
}

/** The namespace of the part of a Word file that carries them. */
export const carriedNamespace = 'urn:biaolian:facts';

import { distance } from 'fastest-levenshtein';

/** The name most like one that is not there; empty where there is none. */
export function nearestName(name: string, names: readonly string[]): string {
  const ranked = names.map((each) => ({ each, edits: distance(each, name) }));
  return ranked.toSorted((a, b) => a.edits - b.edits)[0]?.each ?? '';
}

import type { FilterName } from '#search/contract.ts';
import type { Place } from './engine.ts';
import type { SearchWords } from '#site/i18n/browser/search.ts';

/** Names of codes by filter, from `/data/labels.<language>.json`: values that occur in the library. */
export type Labels = Readonly<Partial<Record<FilterName, Readonly<Record<string, string>>>>>;

let loading: Promise<Labels> | undefined;

/** Loaded when facets are first shown; none when they cannot be read, and tried again the next time. */
export function loadLabels({ base, language }: Place): Promise<Labels> {
  return (loading ??= fetch(`${base}data/labels.${language}.json`)
    .then(async (response) => {
      if (!response.ok) throw new Error(String(response.status));
      return (await response.json()) as Labels;
    })
    .catch(() => {
      loading = undefined;
      return {};
    }));
}

/** The name of a value; the value itself where it is its own name, or has none. */
export function nameValue(
  name: FilterName,
  value: string,
  labels: Labels,
  words: SearchWords,
): string {
  const listed: Labels = words.values;
  const own = listed[name] ?? labels[name];
  return own && Object.hasOwn(own, value) ? (own[value] ?? value) : value;
}

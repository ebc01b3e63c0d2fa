import { formatNumber, parseNumber } from '#core/number/index.ts';
import { findCurrent } from '#core/basket/index.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import { loadKnown } from '../basket/known.ts';
import { loadBaskets } from '../basket/store.ts';
import { draw } from '../search/view.ts';

/** What somebody typed means, or why it means nothing that can be compared. */
export type Choice =
  | { readonly kind: 'text'; readonly standard: Pick<KnownStandard, 'slug' | 'number'> }
  | { readonly kind: 'record'; readonly standard: KnownStandard }
  | { readonly kind: 'absent' };

/** Returns what finds texts by number, title or address; standards of a basket are offered first. */
export function startChoosing(list: HTMLElement, file: string) {
  let offered = false;
  const offer = async (): Promise<void> => {
    if (offered) return;
    offered = true;
    const known = await loadKnown(file);
    if (!known) {
      offered = false;
      return;
    }
    const collected = findCurrent(loadBaskets().baskets)?.items ?? [];
    const first = collected.flatMap(({ slug }) => known.get(slug) ?? []);
    const all = [...new Set([...first, ...known.values()])].filter(({ hosted }) => hosted);
    list.replaceChildren(
      ...all.map(({ number, title }) => draw('option', { value: number }, title)),
    );
  };
  const find = async (typed: string): Promise<Choice> => {
    const known = await loadKnown(file);
    const text = typed.trim();
    // Without the list a number can still be right: its text is asked for.
    if (!known) return { kind: 'text', standard: { slug: text, number: text } };
    const found = known.get(text) ?? findByNumber(text, known) ?? findByTitle(text, known);
    if (!found) return { kind: 'absent' };
    return found.hosted ? { kind: 'text', standard: found } : { kind: 'record', standard: found };
  };
  return { offer, find };
}

function findByNumber(
  text: string,
  known: ReadonlyMap<string, KnownStandard>,
): KnownStandard | undefined {
  const parsed = parseNumber(text);
  if (!parsed.ok) return undefined;
  const number = formatNumber(parsed.number);
  const all = [...known.values()];
  const exact = all.find((each) => each.number === number);
  if (exact || parsed.number.year !== null) return exact;
  // Without a year: the newest whose text is here.
  return all
    .filter((each) => each.hosted && each.number.replace(/—\d+$/, '') === number)
    .toSorted((a, b) => (a.number < b.number ? 1 : -1))[0];
}

function findByTitle(
  text: string,
  known: ReadonlyMap<string, KnownStandard>,
): KnownStandard | undefined {
  if (text === '') return undefined;
  const all = [...known.values()].filter(
    ({ title, titleEn, hosted }) => hosted && (title === text || titleEn === text),
  );
  return all.length === 1 ? all[0] : undefined;
}

import { formatNumber, parseNumber } from '#core/number/index.ts';
import { findCurrent } from '#core/basket/index.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import type { CompareWords } from '#site/i18n/browser/compare.ts';
import { loadKnown } from '../basket/known.ts';
import { loadBaskets } from '../basket/store.ts';
import { draw } from '../draw.ts';

/** What somebody typed means, or why it means nothing that can be compared. */
type Choice =
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
  /** Both texts, or what is said of the first that cannot be compared. */
  const findBoth = async (
    a: string,
    b: string,
    words: Pick<CompareWords, 'recordOnly' | 'absent' | 'nothingGiven'>,
  ): Promise<Found> => {
    const [from, to] = await Promise.all([find(a), find(b)]);
    if (from.kind === 'text' && to.kind === 'text') return { from: from.standard, to: to.standard };
    const [side, choice, typed] =
      from.kind === 'text' ? (['to', to, b] as const) : (['from', from, a] as const);
    if (choice.kind === 'record') return { side, fault: words.recordOnly(choice.standard.number) };
    const text = typed.trim();
    return { side, fault: text === '' ? words.nothingGiven : words.absent(text) };
  };
  return { offer, findBoth };
}

type Named = Pick<KnownStandard, 'slug' | 'number'>;
type Found =
  | { readonly from: Named; readonly to: Named }
  | { readonly side: 'from' | 'to'; readonly fault: string };

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
    .sort((a, b) => (a.number < b.number ? 1 : -1))[0];
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

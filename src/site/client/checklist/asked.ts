import { isSlug } from '#core/basket/index.ts';
import { readAskedBasket } from '../basket/asked.ts';
import { findHome } from '../home.ts';

/** A standard that is to be listed. */
export interface AskedStandard {
  readonly slug: string;
  readonly number: string;
}

/** What the address asks to be listed, or why nothing is. */
export type AskedList =
  | {
      readonly kind: 'list';
      /** Of the list, where it has a name of its own. */
      readonly name: string;
      /** Under which its records are kept: `standard=gb-t-191-2008`. */
      readonly source: string;
      readonly standards: readonly AskedStandard[];
    }
  | { readonly kind: 'nothing' | 'unknown-basket' | 'unknown-place' | 'damaged' };

/** Reads an address: `?standard=SLUG` (more than one, too), `?system=ID&place=ID`, `?basket=ID` or a shared basket. */
export async function readAsked(location: Location): Promise<AskedList> {
  const params = new URLSearchParams(location.search);
  const slugs = [...new Set(params.getAll('standard'))].filter(isSlug);
  if (slugs.length > 0) {
    const source = slugs.map((slug) => `standard=${slug}`).join('&');
    return {
      kind: 'list',
      name: '',
      source,
      standards: slugs.map((slug) => ({ slug, number: slug })),
    };
  }
  if (params.has('standard')) return { kind: 'damaged' };
  const system = params.get('system');
  if (system !== null) return readPlace(system, params.get('place') ?? '');
  const asked = readAskedBasket(location);
  if (asked.kind === 'unknown') return { kind: 'unknown-basket' };
  if (asked.kind !== 'basket') return asked;
  const { name, items } = asked.basket;
  const id = params.get('basket');
  // A shared basket has its records under what it holds.
  const source =
    location.hash === '' && id !== null
      ? `basket=${id}`
      : items.map(({ slug }) => `standard=${slug}`).join('&');
  return { kind: 'list', name, source, standards: items };
}

interface SystemFile {
  readonly system?: { readonly name?: { readonly zh: string; readonly en?: string } };
  readonly rows?: readonly {
    readonly system?: string;
    readonly node?: string;
    readonly also?: readonly string[];
    readonly number?: string;
    readonly path?: string;
  }[];
}

/** The standards that stand or apply at a place of a system, as its page lists them, from the file of the system. */
async function readPlace(system: string, place: string): Promise<AskedList> {
  if (!/^[\w-]{1,100}$/.test(system) || place === '') return { kind: 'unknown-place' };
  try {
    const answered = await fetch(`${findHome()}systems/${system}/${system}.json`);
    if (!answered.ok) return { kind: 'unknown-place' };
    const { rows = [], system: about } = (await answered.json()) as SystemFile;
    const standards = rows.flatMap(
      ({ system: branch, node, also = [], number = '', path = '' }) => {
        const slug = /^\/standards\/([^/]+)\/$/.exec(path)?.[1];
        const isHere = node === place || also.includes(place) || branch === place;
        return isHere && slug !== undefined ? [{ slug, number: number || slug }] : [];
      },
    );
    if (standards.length === 0) return { kind: 'unknown-place' };
    const isEnglish = document.documentElement.lang === 'en';
    const name = (isEnglish ? about?.name?.en : undefined) ?? about?.name?.zh ?? system;
    const bySlug = new Map(standards.map((each) => [each.slug, each]));
    const source = `system=${system}&place=${place}`;
    return { kind: 'list', name: `${name} · ${place}`, source, standards: [...bySlug.values()] };
  } catch {
    return { kind: 'unknown-place' };
  }
}

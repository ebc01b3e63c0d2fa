import { slugKey } from '#core/base/slug-order.ts';
import { pick, statusTerms } from '#core/terms/index.ts';
import { readLanguage, slugOfAddress } from './home.ts';
import { shownDay } from './shown-day.ts';
import { refreshStatuses } from './status.ts';

/** The first record of each page of records, in the order of `slugKey`. */
interface RecordIndex {
  readonly first: readonly string[];
}

/** Draws the record that an address without a page means, from the page where it stands; else the page stays what it is. */
export async function drawRecordAt(place: HTMLElement): Promise<void> {
  const { records = '', index = '' } = place.dataset;
  const slug = slugOfAddress(window.location.href);
  try {
    const drawn = slug === undefined ? undefined : await findRecord(slug, { records, index });
    if (drawn) showRecord(place, drawn);
  } catch {
    // The page says that nothing was found, and where to search.
  } finally {
    delete document.documentElement.dataset['seeking'];
  }
}

async function findRecord(
  slug: string,
  { records, index }: { readonly records: string; readonly index: string },
): Promise<readonly Element[] | undefined> {
  const { first } = (await (await ask(index)).json()) as RecordIndex;
  const page = findFirst(first, slug);
  if (page === undefined) return undefined;
  const text = await (await ask(`${records}${page}/`)).text();
  const read = new DOMParser().parseFromString(text, 'text/html');
  const record = read.getElementById(slug);
  if (!record) return undefined;
  const notice = read.querySelector('.page-head p');
  const source = read.querySelector(`[data-source="${record.dataset['family'] ?? ''}"]`);
  return [record, notice, source].filter((each) => each !== null);
}

/** The page that a slug is on, if on any: the last that does not begin behind it. */
function findFirst(first: readonly string[], slug: string): string | undefined {
  const key = slugKey(slug);
  let [from, to] = [0, first.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (slugKey(first[middle] ?? '') <= key) from = middle + 1;
    else to = middle;
  }
  return first[from - 1];
}

async function ask(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

function showRecord(place: HTMLElement, drawn: readonly Element[]): void {
  const [record] = drawn;
  const heading = record?.querySelector('h2');
  if (!record || !heading) return;
  const main = document.createElement('h1');
  main.append(...heading.childNodes);
  heading.replaceWith(main);
  record.querySelector('.own-address')?.remove();
  place.classList.remove('not-found');
  place.replaceChildren(...drawn);
  const [, site = ''] = /( · [^·]+)$/.exec(document.title) ?? [];
  document.title = `${main.textContent.trim()}${site}`;
  const { pathname } = window.location;
  const other = document.querySelector<HTMLAnchorElement>('.language-switch');
  if (other)
    other.href =
      readLanguage() === 'en'
        ? pathname.replace(/\/en(?=\/standards\/)/, '')
        : pathname.replace(/(?=\/standards\/[^/]+\/$)/, '/en');
  refreshStatuses(shownDay().day, pick(statusTerms, readLanguage()));
}

import { slugKey } from '#core/base/slug-order.ts';
import { pick, statusTerms } from '#core/terms/index.ts';
import { readLanguage, slugOfAddress } from './home.ts';
import { shownDay } from './shown-day.ts';
import { markPrint } from './print-marks.ts';
import { numberOf, readRecord, sayEnded } from './record-facts.ts';
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
  const { cite = '', superseded = '', sheet = '' } = place.dataset;
  record.querySelector('dl')?.after(drawTools(cite, () => void citeRecord(record, superseded)));
  const [, site = ''] = /( · [^·]+)$/.exec(document.title) ?? [];
  document.title = `${main.textContent.trim()}${site}`;
  const { pathname } = window.location;
  const other = document.querySelector<HTMLAnchorElement>('.language-switch');
  if (other)
    other.href =
      readLanguage() === 'en'
        ? pathname.replace(/\/en(?=\/standards\/)/, '')
        : pathname.replace(/(?=\/standards\/[^/]+\/$)/, '/en');
  const { day } = shownDay();
  refreshStatuses(day, pick(statusTerms, readLanguage()));
  markSheet(record, sheet, superseded);
  markPrint(day);
}

async function citeRecord(record: Element, superseded: string): Promise<void> {
  const { openCitation } = await import('./cite-dialog.ts');
  openCitation([{ cited: readRecord(record, superseded) }], 0, readLanguage());
}

function drawTools(cite: string, act: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain-button cite-button';
  button.textContent = cite;
  button.addEventListener('click', act);
  const tools = document.createElement('p');
  tools.className = 'no-print';
  tools.append(button);
  return tools;
}

/** What the margins of a printed sheet say of the record, in place of the page that was not found. */
function markSheet(record: Element, sheet: string, superseded: string): void {
  const root = document.documentElement;
  const status = sayEnded(record, superseded) ?? record.querySelector('.status-word')?.textContent;
  root.setAttribute('data-print-name', numberOf(record));
  root.setAttribute('data-print-address', location.origin + location.pathname);
  root.removeAttribute('data-print-sample');
  root.style.removeProperty('--print-sample');
  root.style.setProperty('--print-state', JSON.stringify(`${sheet} · ${status ?? ''}`));
}

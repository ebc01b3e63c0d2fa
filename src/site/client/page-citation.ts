import type { CitedStandard } from '#core/catalog/citation-formats.ts';
import { hasHan } from '#core/characters/chinese.ts';
import { localDay } from '#search/shared/day.ts';
import { openCitation } from './cite-dialog.ts';
import { listPlaces } from './reading-place.ts';
import type { Place } from './reading-place.ts';
import { addressOf } from './share.ts';

const languageOf = () => (document.documentElement.lang === 'en' ? 'en' : 'zh');

/** Opens the citation of the page's standard, of the clause at hand where there is one; any other can be chosen. */
export function citePage(number: string, sample: boolean, at: Place | undefined): void {
  const standard = readStandard(number, sample);
  const places = standard.url === undefined ? [] : listPlaces();
  const chosen = places.findIndex(({ head }) => head === at?.head);
  openCitation(
    [
      { cited: standard },
      ...places.map((place) => ({
        name: `${place.label} ${place.title}`.trim(),
        cited: { ...standard, url: addressOf(place), clause: place.label },
      })),
    ],
    chosen + 1,
    languageOf(),
  );
}

/** The standard as its page names it, seen today; a record, whose text is elsewhere, without an address. */
function readStandard(number: string, sample: boolean): CitedStandard {
  const title = document.querySelector('.cover h1')?.textContent ?? '';
  const other = document.querySelector('.cover h1 ~ p[lang]:not(.cover-adopts)')?.textContent ?? '';
  const hosted = document.querySelector('.standard:not(.record)') !== null;
  const standing = sayEnded();
  const [issued] = readField('issued');
  const issuers = readField('issuers');
  const administrators = readField('administeredBy');
  return {
    number,
    title,
    ...(other && (hasHan(title) ? { titleEn: other } : { original: other })),
    ...(issued && { issued }),
    ...(issuers.length > 0 && { issuers }),
    ...(administrators.length > 0 && { administrators }),
    ...(hosted && { url: addressOf(undefined), accessed: localDay() }),
    ...(standing && { standing }),
    ...(sample && { sample: languageOf() }),
  };
}

/** The values of a field of the metadata, as the page has them. */
function readField(name: string): readonly string[] {
  return Array.from(
    document.querySelectorAll<HTMLElement>(`#metadata [data-field="${name}"]`),
    ({ textContent }) => textContent.trim(),
  ).filter((value) => value !== '');
}

/** What printed pages say of a standard that is replaced or withdrawn on the reader's day, without its kind of page. */
function sayEnded(): string | undefined {
  const status = document.querySelector<HTMLElement>('.cover .status')?.dataset['status'];
  if (status !== '被代替' && status !== '废止') return undefined;
  const states = JSON.parse(document.documentElement.dataset['printStates'] ?? '{}') as Readonly<
    Record<string, string>
  >;
  return states[status]?.split(' · ').at(-1);
}

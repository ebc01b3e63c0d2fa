import type { CitedStandard } from '#core/catalog/citation-formats.ts';
import { hasHan } from '#core/characters/chinese.ts';
import { readLanguage } from './home.ts';

/** What is read of a record that is drawn at its own address. */
const fieldOf = (record: Element, name: string, parts: string): readonly string[] =>
  [...record.querySelectorAll(`[data-field="${name}"] ${parts}`)]
    .map(({ textContent }) => textContent.trim())
    .filter((text) => text !== '');

const textOf = (record: Element, selector: string): string =>
  record.querySelector(selector)?.textContent.trim() ?? '';

/** The number of a record, as it is printed. */
export const numberOf = (record: Element): string => textOf(record, '.number');

/**
 * That a record holds no longer, on the reader's day: `已被 GB/T 1—2024 代替`, its status where no successor is known; undefined where
 * it holds. `superseded` has `{by}` for the numbers of those that replace it.
 */
export function sayEnded(record: Element, superseded: string): string | undefined {
  const status = record.querySelector<HTMLElement>('.status')?.dataset['status'];
  if (status !== '被代替' && status !== '废止') return undefined;
  const by = fieldOf(record, 'replacedBy', '.number');
  const word = textOf(record, '.status-word');
  if (status === '废止') return [word, ...fieldOf(record, 'withdrawn', 'time')].join(' ');
  return by.length > 0
    ? superseded.replace('{by}', by.join(readLanguage() === 'en' ? ', ' : '、'))
    : word;
}

/** A record to be cited: its text is elsewhere, so it has no address and no day of reading. */
export function readRecord(record: Element, superseded: string): CitedStandard {
  const title = textOf(record, '.title');
  const other = textOf(record, '.other-title');
  const [issued] = fieldOf(record, 'issued', 'time');
  const issuers = fieldOf(record, 'issuers', '> :is(a, span)');
  const standing = sayEnded(record, superseded);
  return {
    number: numberOf(record),
    title,
    ...(other && (hasHan(title) ? { titleEn: other } : { original: other })),
    ...(issued && { issued }),
    ...(issuers.length > 0 && { issuers }),
    ...(standing && { standing }),
  };
}

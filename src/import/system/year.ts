import type { Bilingual } from '#core/model/diagnostic.ts';
import { readDay } from '../catalogue/values.ts';
import { noNumber } from './words.ts';

/** The year of a plan, and what is to be said of a cell that holds something else. */
export interface ReadYear {
  readonly year?: number;
  readonly note?: Bilingual;
}

/** From `2027`, `2027年底`, `2027-06` or a day; `name` is what the cell is called in the note. */
export function readYear(cell: string, name: Bilingual): ReadYear {
  const text = cell.normalize('NFKC').trim();
  if (noNumber.test(text)) return {};
  const day = readDay(text);
  if (day.value === '' && day.problems.length === 0) return {};
  const found = /(?<!\d)(?:199|20\d)\d(?!\d)/.exec(day.value || text)?.[0];
  const quoted = cell.slice(0, 40);
  if (found === undefined) {
    return {
      note: {
        zh: `${name.zh}“${quoted}”里没有 1990 到 2099 的年份，没有采用`,
        en: `${name.en} "${quoted}" holds no year from 1990 to 2099; it was not used`,
      },
    };
  }
  const year = Number(found);
  if (day.value !== '' || !isMonthOrDay(text) || isMonth(text)) return { year };
  return {
    year,
    note: {
      zh: `${name.zh}“${quoted}”：没有这一天，只取了年份 ${year}，请核对`,
      en: `${name.en} "${quoted}": there is no such day; only the year ${year} was taken, see whether it is right`,
    },
  };
}

/** Written with a month: a year, a mark and one or two digits. */
const isMonthOrDay = (text: string): boolean => /\d{4}\s*[-/.年]\s*\d{1,2}(?!\d)/.test(text);

/** A month that exists, with no day behind it. */
const isMonth = (text: string): boolean =>
  /\d{4}\s*[-/.年]\s*(?:0?[1-9]|1[0-2])(?!\d)(?!\s*[-/.月]\s*\d)/.test(text);

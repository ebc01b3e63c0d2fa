import { formatNumber, listMembers, numberKey, parseNumber } from '../number/index.ts';
import type { LineNumber, StandardNumber } from '../number/index.ts';
import type { KnownIndex } from './known.ts';
import { readStrayYear } from './stray-year.ts';

/** What stands beside the numbers of a row and may be one more, or the year of one. */
export type Beside =
  | { readonly kind: 'number'; readonly number: LineNumber }
  /** It may be meant: to be asked. */
  | { readonly kind: 'meant'; readonly written: string; readonly number: StandardNumber }
  /** It looks like a number, or a part of one, and was not read. */
  | { readonly kind: 'unread'; readonly written: string };

const YEAR = '(19[4-9]\\d|20\\d\\d)';
const JOINT = '(?:以及|[/／、和及与或&＆+＋])';
/** One more year of the same number: `GB/T 2828.1-2012/2003`. */
const MORE_YEARS = new RegExp(
  `^[ \\u3000]*${JOINT}[ \\u3000]*[-–—－]?${YEAR}[ \\u3000]*年?版?(?![\\w.-])`,
);
/** The same in brackets or behind a comma, where it may be something else. */
const MAYBE_YEAR = new RegExp(
  `^[ \\u3000]*[,，;；(（\\t ][ \\u3000]*[-–—－]?${YEAR}[ \\u3000]*年?版?[)）]?(?![\\w.\\-/－年月])`,
);
/** Digits that are joined to a number and were not read as one; not what counts something. */
const JOINED_DIGITS = new RegExp(
  `^(?:[ \\u3000]*${JOINT}[ \\u3000]*\\.?[\\dOoIl][\\w.\\-–—]*(?![\\w个条项种次章节级类年月日时秒天周倍人名台套件份批组块片支根张页号位米克升吨元度%％℃]))+`,
);
/** A letter or digits that are run into a year: `GB/T 191-2008a`. */
const GLUED = /^[A-Za-z](?![A-Za-z])|^\d/;
/** What looks like a number: a code and digits, or letters in their place. */
const CODED =
  /(^|[^A-Za-z0-9])([A-Za-z]{1,5}\d{0,6}(?:[/_／][A-Za-z]{1,8})? ?[\dOIl|][\dOIl|.]*(?: ?[-–—－] ?[\dOIl|]{2,5})?)(?![\dA-Za-z])/g;
const SHEET =
  /第?\s*(\d{1,2}|[一二三四五六七八九十])\s*号\s*修改单(?:[ (（]*(?:19|20)\d{2})?|修改单/;

/** Numbers as they are to be looked up, and what stands beside them in their row; `end` and `start` count in the row. */
export function readBeside(
  row: string,
  numbers: readonly LineNumber[],
  known: KnownIndex,
): readonly Beside[] {
  const edges = numbers.map(({ end }, at) => ({
    from: end,
    to: numbers[at + 1]?.start ?? row.length,
  }));
  return [
    ...readGap(row.slice(0, numbers[0]?.start ?? 0)),
    ...edges.flatMap(({ from, to }, at): readonly Beside[] => {
      const found = numbers[at];
      if (!found) return [];
      const gap = row.slice(from, to);
      // A year in another spelling belongs to its number.
      if (readStrayYear(found, row)) return readSheet(found, gap);
      const years = readYears(found, gap, known);
      const rest = gap.slice(years.length);
      return [...years.found, ...readSheet(found, rest), ...readGap(rest)];
    }),
  ];
}

/** Years that go on behind a number that has one already. */
function readYears(
  found: LineNumber,
  gap: string,
  known: KnownIndex,
): { readonly found: readonly Beside[]; readonly length: number } {
  const list: Beside[] = [];
  let length = 0;
  const isDated = found.number.year !== null && found.number.form === 'plain';
  const glued = isDated ? GLUED.exec(gap) : null;
  if (glued) list.push({ kind: 'unread', written: found.raw + glued[0] });
  for (let more = isDated ? MORE_YEARS.exec(gap) : null; more;) {
    const dated = withYear(found, more[1] ?? '', more[0]);
    if (dated) list.push({ kind: 'number', number: dated });
    length += more[0].length;
    more = MORE_YEARS.exec(gap.slice(length));
  }
  const maybe = isDated ? MAYBE_YEAR.exec(gap.slice(length)) : null;
  const other = maybe && withYear(found, maybe[1] ?? '', maybe[0]);
  if (other && other.number.year !== found.number.year && known.byKey.has(numberKey(other.number)))
    list.push({ kind: 'meant', written: `${found.raw}${maybe[0]}`, number: other.number });
  const digits = JOINED_DIGITS.exec(gap.slice(length));
  if (digits) {
    list.push({ kind: 'unread', written: digits[0].trim() });
    length += digits[0].length;
  }
  return { found: list, length };
}

function withYear(found: LineNumber, year: string, raw: string): LineNumber | undefined {
  const parsed = parseNumber(
    `${formatNumber({ ...found.number, year: null, yearWritten: null })}-${year}`,
  );
  return parsed.ok ? { ...found, number: parsed.number, raw: raw.trim() } : undefined;
}

/** An amendment sheet by its name behind the number and title of what it amends. */
function readSheet(found: LineNumber, gap: string): readonly Beside[] {
  const sheet = found.number.amendments.length === 0 ? SHEET.exec(gap) : null;
  if (!sheet) return [];
  const written = sheet[0].trim();
  const parsed =
    sheet[1] === undefined ? undefined : parseNumber(`${formatNumber(found.number)} ${written}`);
  if (parsed?.ok !== true) return [{ kind: 'unread', written }];
  return [{ kind: 'number', number: { ...found, number: parsed.number, raw: written, after: '' } }];
}

/** What looks like a number in the text between numbers, where it was not read as one. */
function readGap(gap: string): readonly Beside[] {
  return Array.from(gap.matchAll(CODED)).flatMap((match): readonly Beside[] => {
    const [, edge = '', written = ''] = match;
    const raw = written.trim();
    const start = match.index + edge.length;
    const parsed = parseNumber(raw);
    if (parsed.ok) {
      const before = gap.slice(0, start);
      const behind = gap.slice(start + written.length);
      const isAlone =
        /(?:^|[\t、,，;；/／&+和与及或])\s*$/.test(before) &&
        /^\s*(?:$|[\t、,，;；/／&+和与及或])/.test(behind);
      // `HB 200` may be a quantity.
      if (parsed.number.year === null && !isAlone) return [];
      const number = {
        number: parsed.number,
        raw,
        start,
        end: start + raw.length,
        before: '',
        after: '',
      };
      return [{ kind: 'number', number }];
    }
    if (parsed.meant) return [{ kind: 'meant', written: raw, number: parsed.meant }];
    return /[/_／][TZtz] ?\d/.test(raw) ? [{ kind: 'unread', written: raw }] : [];
  });
}

const DEGREE = /IDT|EQV|MOD|NEQ|等同|修改|非等效/i;
/** More numbers than this are no run that somebody lists. */
const longestRun = 100;

/**
 * The numbers to be looked up for one that was read: a run that has no record of its own by its members, a joint number of which
 * the library holds no joint document by each, and a number with the source that it adopts by both, where one of them has no
 * year: an identical adoption is printed with both.
 */
export function unfold(found: LineNumber, known: KnownIndex): readonly LineNumber[] {
  const { number, raw } = found;
  if (known.byKey.has(numberKey(number)) && number.form !== 'double') return [found];
  const alone = { ...number, form: 'plain' as const, others: [], degree: null };
  if (number.form === 'joint')
    return [alone, ...number.others].map((each) => ({
      ...found,
      number: each,
      raw: formatNumber(each),
    }));
  if (number.form === 'double' && !DEGREE.test(raw)) {
    const [source] = number.others;
    if (!source || (number.year !== null && source.year !== null)) return [found];
    const slash = raw.search(/[/／]\s*(?:ISO|IEC|ITU)/i);
    if (slash < 0) return [found];
    return [
      { ...found, number: alone, raw: raw.slice(0, slash).trim() },
      { ...found, number: source, raw: raw.slice(slash + 1).trim(), before: '' },
    ];
  }
  if (number.form === 'range') {
    const isRun = number.year !== null || number.part !== null || /[~～至到]/.test(raw);
    const members = isRun ? listMembers(number) : [number];
    if (members.length > 1 && members.length <= longestRun)
      return members.map((each) => ({ ...found, number: each }));
  }
  return [found];
}

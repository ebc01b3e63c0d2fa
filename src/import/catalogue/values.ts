import { statusSynonyms } from '#core/terms/index.ts';
import { hasHan } from '#core/characters/chinese.ts';
import type { RecordedStatus } from '#core/model/catalog-record.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';
import { formatNumber, numberKey, parseNumber } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { isDay, toChinaDay } from '#core/base/day.ts';
import type { CellProblem, CellReading } from '../workbook/cell-text.ts';

/** What lists write where nothing is known. */
const blank = /^(?:[-—–/*.]*|无|暂无|不详|未知|空|null|none|n\/a|nan|undefined)$/i;

/** Whether a cell says nothing. */
export const isBlank = (cell: string): boolean => blank.test(cell);

const reading = (value: string): CellReading => ({ value, problems: [] });

const refuse = (text: string, zh: string, en: string): CellReading => ({
  value: '',
  problems: [{ text, reason: { zh, en } }],
});

/**
 * A day as `YYYY-MM-DD` from 2023-5-1, 2023/05/01, 2023.5.1, 2023年5月1日 or 20230501, with or without a
 * time of day; from an instant (`2020-03-30T16:00:00Z`) its day in China; from a serial day of a spreadsheet (43921).
 * 1900-01-01 and 0001-01-01 are how databases say "not known". Refused are days that are no such thing.
 */
export function readDay(cell: string): CellReading {
  const text = cell.normalize('NFKC').trim();
  if (isBlank(text)) return reading('');
  const day = readInstant(text) ?? readSerial(text) ?? readWritten(text);
  if (day === undefined) return refuse(cell, '看不出是哪一天', 'no day can be read from it');
  if (day === '1900-01-01' || day === '0001-01-01') return reading('');
  return isDay(day) && day >= '1900' && day < '2101'
    ? reading(day)
    : refuse(cell, '没有这一天', 'there is no such day');
}

function readWritten(text: string): string | undefined {
  const [, year = '', month = '', date] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(
      text,
    ) ??
    // A number of eight digits that a program took for a decimal.
    /^(\d{4})(\d{2})(\d{2})(?:\.0+)?$/.exec(text) ??
    [];
  return date && `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/**
 * The day in China of an instant that says how far its clock is from UTC: databases write midnight there as 16:00Z of the day
 * before.
 */
function readInstant(text: string): string | undefined {
  const [, day, time, zone = ''] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})$/i.exec(
      text,
    ) ?? [];
  if (day === undefined || time === undefined) return undefined;
  // `Date.parse` moves 02-30 to March.
  if (!isDay(day)) return day;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^(...):?/, '$1:');
  const instant = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(instant) ? undefined : toChinaDay(instant);
}

/** A day as spreadsheets count them (ECMA-376-1, 18.17.4.1), from 1950 to 2099: fewer days may be anything. */
function readSerial(text: string): string | undefined {
  const [, digits] = /^(\d{5})(?:\.\d+)?$/.exec(text) ?? [];
  const days = Number(digits);
  if (digits === undefined || days < 18_264 || days > 73_050) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

const statuses: ReadonlyMap<string, RecordedStatus> = new Map(
  Object.entries(statusSynonyms).flatMap(([status, words]) =>
    words.split(' ').map((word) => [word, status as RecordedStatus]),
  ),
);

/** A status, and the day that stands beside it in its cell: `即将实施（2026-03-01）`. */
export interface StatusReading extends CellReading {
  readonly day?: string;
}

/** The status under any of its usual names, or from an ISO stage code (ISO/IEC Directives, Part 1, Annex SO). */
export function readStatus(cell: string): StatusReading {
  const text = cell.normalize('NFKC').trim();
  if (isBlank(text)) return reading('未知');
  const known = findStatus(text);
  if (known !== undefined) return reading(known);
  const [, head = '', beside = ''] =
    /^([^\d(（【[]+)[(（【[\s]\s*([^()（）]*?)\s*[)）】\]]?$/.exec(text) ?? [];
  const status = findStatus(head);
  if (status !== undefined) {
    const { value: day } = readDay(
      beside.replace(/^(?:自|于|将于)|(?:起?(?:实施|生效|执行|废止|作废)|起)$/g, '').trim(),
    );
    if (day !== '') return { ...reading(status), day };
    return {
      value: status,
      problems: [
        {
          text: beside,
          reason: { zh: '状态旁边的话没有采用', en: 'what stands beside the status was not used' },
        },
      ],
    };
  }
  return {
    ...refuse(cell, '不认识的状态，记作“未知”', 'unknown status, recorded as 未知'),
    value: '未知',
  };
}

function findStatus(text: string): RecordedStatus | undefined {
  const stage = /^(\d\d)\.\d\d$/.exec(text)?.[1];
  if (text === '95.99') return '废止';
  if (text === '60.60' || stage === '90' || stage === '95') return '现行';
  return statuses.get(text.toLowerCase().replaceAll(/[\s"'()[\]【】-]+/g, ''));
}

/** Runs a reader over the pieces of a cell; values once each, joined by `;`. */
function readList(
  pieces: readonly string[],
  read: (piece: string) => string | null,
  reason: Bilingual,
): CellReading {
  const values = new Set<string>();
  const problems: CellProblem[] = [];
  for (const text of pieces) {
    if (isBlank(text)) continue;
    const value = read(text);
    if (value === null) problems.push({ text, reason });
    else values.add(value);
  }
  return { value: [...values].join(';'), problems };
}

/** `A14`, or a group `A00/09`, from `A14`, `CCS A 14`, `a14`, `综合 >> 标准化 >> A14名称`. */
export function readCcs(cell: string): CellReading {
  const text = cell
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('CCS', '')
    .replaceAll(/[^;,、]*>>/g, '')
    .replaceAll(/\p{Script=Han}+/gu, ' ')
    .replaceAll(/(?<![A-Z])([A-Z])[\s.]+(?=\d)/g, '$1');
  const pieces = text.split(/[;,、\s]+|\/(?!\d{2}(?!\d))/);
  return readList(
    pieces,
    (piece) => (/^[A-HJ-NP-Z](?:\d\d(?:\/\d\d)?)?$/.test(piece) ? piece : null),
    { zh: '不是中国标准文献分类号', en: 'no CCS code' },
  );
}

/**
 * `01.140.20`: field, group of three digits, subgroup of two. Spreadsheets drop zeros at both ends
 * (`43.18` is 43.180, `1.14` is 01.140); the group is filled at its end and the field at its start.
 */
export function readIcs(cell: string): CellReading {
  const text = cell
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('ICS', '')
    .replaceAll(/[^;,、]*>>/g, '')
    .replaceAll(/\([^)]*\)|\p{Script=Han}+/gu, ' ')
    .replaceAll(/\.\s+(?=\d)/g, '.');
  return readList(text.split(/[;,、/\s]+/), readIcsCode, {
    zh: '不是国际标准分类号',
    en: 'no ICS code',
  });
}

function readIcsCode(piece: string): string | null {
  const match = /^(\d{1,2})(?:[.-](\d{1,3})(?:[.-](\d{1,2}))?)?$/.exec(piece);
  if (!match) return null;
  const [, field = '', group, subgroup] = match;
  if (Number(field) === 0) return null;
  return [field.padStart(2, '0'), group?.padEnd(3, '0'), subgroup?.padEnd(2, '0')]
    .filter((part) => part !== undefined)
    .join('.');
}

/** Bodies joined by `;`. Chinese names are also parted at spaces, which no such name holds. */
export function readBodies(cell: string): CellReading {
  const text = cell.trim();
  const parts = hasHan(text) ? text.split(/[;；,，、\s]+/) : text.split(/[;；]/);
  return readList(
    parts.map((part) => part.trim()),
    (part) => (part.length <= 200 ? part : null),
    { zh: '太长，不像机构名称', en: 'too long for the name of a body' },
  );
}

/** The catalogue's spelling: as printed, with `-` for the dash (`GB/T 22080-2016/ISO/IEC 27001:2013`). */
export const writeNumber = (number: StandardNumber): string =>
  formatNumber(number).replaceAll('\u2014', '-').replaceAll('\uff5e', '~');

/** What `X被Y代替` in a list of replaced standards says: X is replaced by this one, and this one by Y. */
export function splitReplacement(cell: string): {
  readonly replaces: string;
  readonly replacedBy: string;
} {
  const match = /^([^被]*)被([^被]+?)(?:代替|替代|取代)$/.exec(cell.trim());
  return match
    ? { replaces: match[1] ?? '', replacedBy: match[2] ?? '' }
    : { replaces: cell, replacedBy: '' };
}

/**
 * Keys of other standards joined by `;`. One that is newer than the standard it should have been
 * replaced by stands in the wrong column, and is left out rather than believed.
 */
export function readRelated(
  cell: string,
  own: StandardNumber,
  relation: 'replaces' | 'replaced_by',
): CellReading {
  const values = new Set<string>();
  const problems: CellProblem[] = [];
  for (const piece of cell.split(/[;；,，、%\n]/)) {
    const text = piece.trim().replace(/^(?:代替|替代|被代替)[:：\s]*/, '');
    if (isBlank(text)) continue;
    const reason = refuseRelated(text, own, relation);
    if (typeof reason === 'string') values.add(reason);
    else problems.push({ text, reason });
  }
  return { value: [...values].join(';'), problems };
}

/** The key, or why there is none. */
function refuseRelated(
  text: string,
  own: StandardNumber,
  relation: 'replaces' | 'replaced_by',
): string | Bilingual {
  if (/[（(]部分[）)]|部分代替/.test(text)) {
    return {
      zh: '部分代替，目录记不下',
      en: 'a partial replacement, for which there is no column',
    };
  }
  const parsed = parseNumber(text);
  if (!parsed.ok) return parsed.reason;
  const { number } = parsed;
  const key = numberKey(number);
  if (key === numberKey(own)) return { zh: '是它自己', en: 'it is the standard itself' };
  const [older, newer] = relation === 'replaces' ? [number, own] : [own, number];
  if (older.year !== null && newer.year !== null && older.year > newer.year) {
    return {
      zh: '方向反了：新的不会被旧的代替',
      en: 'the wrong way round: a newer standard is not replaced by an older one',
    };
  }
  return key;
}

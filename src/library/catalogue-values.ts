import type { RecordedStatus } from '../core/model/catalog-record.ts';
import type { Bilingual } from '../core/model/diagnostic.ts';
import { formatNumber, numberKey, parseNumber } from '../core/number/index.ts';
import type { StandardNumber } from '../core/number/index.ts';

/** What a cell says in the catalogue's own spelling, and what in it could not be used. */
export interface CellReading {
  readonly value: string;
  readonly problems: readonly CellProblem[];
}

export interface CellProblem {
  /** The part of the cell that is left out. */
  readonly text: string;
  readonly reason: Bilingual;
}

/** What lists write where nothing is known. */
const blank = /^(?:[-—–/*.]*|无|暂无|不详|未知|空|null|none|n\/a|nan|undefined)$/i;

export const isBlank = (cell: string): boolean => blank.test(cell);

const reading = (value: string): CellReading => ({ value, problems: [] });

const refuse = (text: string, zh: string, en: string): CellReading => ({
  value: '',
  problems: [{ text, reason: { zh, en } }],
});

/**
 * A day as `YYYY-MM-DD` from 2023-5-1, 2023/05/01, 2023.5.1, 2023年5月1日 or 20230501, with or without a
 * time of day. 1900-01-01 and 0001-01-01 are how databases say "not known".
 */
export function readDay(cell: string): CellReading {
  const text = cell.normalize('NFKC').trim();
  if (isBlank(text)) return reading('');
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) {
    return refuse(cell, '看不出是哪一天', 'no day can be read from it');
  }
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (day === '1900-01-01' || day === '0001-01-01') return reading('');
  const time = Date.parse(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  if (!exists || year < '1900' || year > '2100') {
    return refuse(cell, '没有这一天', 'there is no such day');
  }
  return reading(day);
}

const statusWords: Readonly<Record<RecordedStatus, string>> = {
  现行: '现行 现行有效 有效 正在执行 确认有效 继续有效 现行标准 current valid active inforce effective published confirmed',
  即将实施:
    '即将实施 未生效 尚未生效 未实施 尚未实施 待实施 已发布未实施 即将生效 upcoming notyetinforce pending',
  被代替:
    '被代替 被替代 已被代替 已被替代 已代替 已替代 被取代 被全部代替 superseded replaced revised',
  废止: '废止 作废 已废止 已作废 失效 已失效 废除 撤销 已撤销 withdrawn abolished cancelled canceled obsolete void',
  未知: '未知 不详 unknown',
};

const statuses: ReadonlyMap<string, RecordedStatus> = new Map(
  Object.entries(statusWords).flatMap(([status, words]) =>
    words.split(' ').map((word) => [word, status as RecordedStatus]),
  ),
);

/** The status under any of its usual names, or from an ISO stage code (ISO/IEC Directives, Part 1, Annex SO). */
export function readStatus(cell: string): CellReading {
  const text = cell.normalize('NFKC').trim();
  if (isBlank(text)) return reading('未知');
  const stage = /^(\d\d)\.\d\d$/.exec(text)?.[1];
  if (text === '95.99') return reading('废止');
  if (text === '60.60' || stage === '90' || stage === '95') return reading('现行');
  const status = statuses.get(text.toLowerCase().replaceAll(/[\s"'()[\]【】-]+/g, ''));
  if (status !== undefined) return reading(status);
  return {
    ...refuse(cell, '不认识的状态，记作“未知”', 'unknown status, recorded as 未知'),
    value: '未知',
  };
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
  const parts = /\p{Script=Han}/u.test(text) ? text.split(/[;；,，、\s]+/) : text.split(/[;；]/);
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

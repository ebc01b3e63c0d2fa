import { findUnseen, nameCodePoint, replaceUnseen } from '#core/characters/index.ts';
import type { Bilingual } from '#core/model/diagnostic.ts';

/** What a cell of a table says, and what in it could not be used. */
export interface CellReading {
  readonly value: string;
  readonly problems: readonly CellProblem[];
}

export interface CellProblem {
  /** The part of the cell that is left out. */
  readonly text: string;
  readonly reason: Bilingual;
}

/** Whether a cell may hold anything but plain text: most do not. */
const suspect =
  /[<&\ufffc-\ufffd]|^['=]|[^\P{C}\t\n\r]|\p{Default_Ignorable_Code_Point}|[\u2028\u2029\u2800]/u;

/**
 * The text of a cell without what spreadsheets and web pages put around it: the guard of `="GB/T 191-2025"` and of a
 * leading apostrophe, elements and entities of HTML. A character that nobody sees is left out and reported; a cell with
 * one that was lost, or with markup that is not known, is empty and reported: nothing is written that was not understood.
 */
export function readCellText(cell: string): CellReading {
  if (!suspect.test(cell)) return { value: cell, problems: [] };
  const text = stripMarkup(stripGuard(cell.trim()));
  if (text === null) return { value: '', problems: [{ text: cell, reason: unknownMarkup }] };
  const problems: CellProblem[] = [];
  let value = '';
  let at = 0;
  for (const each of findUnseen(text)) {
    const name = nameCodePoint(each.found);
    const instead = replaceUnseen(each);
    if (instead === '\ufffd') return { value: '', problems: [{ text: cell, reason: lost(name) }] };
    problems.push({ text: name, reason: unseen });
    value += text.slice(at, each.start) + instead;
    at = each.start + each.found.length;
  }
  return { value: value + text.slice(at), problems };
}

/** `="text"` keeps Excel from reading a number or a day, `'` from reading a formula. */
function stripGuard(cell: string): string {
  const [, guarded] = /^=\s*"((?:[^"]|"")*)"$/.exec(cell) ?? [];
  if (guarded !== undefined) return guarded.replaceAll('""', '"');
  return /^'[=+\-@＝＋－＠\d\p{L}]/u.test(cell) ? cell.slice(1) : cell;
}

/** Elements that only say how their text looks; `sacinfo` is of the platform of national standards. */
const looks =
  /<\/?(?:sacinfo|em|i|b|u|s|strong|font|span|small|big|mark|p|div|a|nobr|label|tt)(?:\s[^<>]*)?\/?>/gi;
const breaks = /\s*<br\s*\/?>\s*/gi;
const raised = /<(su[bp])(?:\s[^<>]*)?>([^<>]*)<\/\1>/gi;

/** The text of HTML; null where it holds elements or entities that are not known. */
function stripMarkup(cell: string): string | null {
  // Entities of entities (`&amp;nbsp;`) stand in exports of exports.
  const decoded = decodeEntities(decodeEntities(cell));
  const text = decoded
    .replaceAll(breaks, ' ')
    .replaceAll(raised, (_, kind: string, inner: string) => writeRaised(kind.toLowerCase(), inner))
    .replaceAll(looks, '');
  return /<[/!?]?[a-z][^<>]*>|<!--|&(?:[a-z][a-z\d]{1,31}|#x?[\da-f]{1,8});/i.test(text)
    ? null
    : text.replaceAll(/[\u00a0\u2002-\u200a]/g, ' ');
}

const digits = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹', sub: '₀₁₂₃₄₅₆₇₈₉' } as const;

/** `m²` of `m<sup>2</sup>`; other raised text stays on the line. */
const writeRaised = (kind: string, inner: string): string =>
  /^\d+$/.test(inner)
    ? inner.replaceAll(
        /\d/g,
        (digit) => digits[kind === 'sup' ? 'sup' : 'sub'][Number(digit)] ?? '',
      )
    : inner;

/** Entities of HTML that lists of standards hold; others are markup that is not known. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '\u00ad',
  mdash: '—',
  ndash: '–',
  minus: '−',
  middot: '·',
  bull: '•',
  hellip: '…',
  times: '×',
  divide: '÷',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  deg: '°',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  micro: 'µ',
  permil: '‰',
  sup2: '²',
  sup3: '³',
  reg: '®',
  trade: '™',
  copy: '©',
  sect: '§',
  para: '¶',
  Omega: 'Ω',
  omega: 'ω',
  mu: 'μ',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  lambda: 'λ',
  phi: 'φ',
  Phi: 'Φ',
};

const decodeEntities = (text: string): string =>
  text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,31}));/gi,
    (all, hex?: string, decimal?: string, word?: string) => {
      if (word !== undefined)
        return (Object.hasOwn(entities, word) ? entities[word] : undefined) ?? all;
      const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
      const isText = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isText ? String.fromCodePoint(code) : all;
    },
  );

const unknownMarkup: Bilingual = {
  zh: '含不认识的标记，没有采用：改成文字再导入',
  en: 'it holds markup that is not known and was not used: make it plain text',
};

const lost = (name: string): Bilingual => ({
  zh: `有字符已损坏（${name}），没有采用：对照来源改正`,
  en: `a character in it was lost (${name}) and it was not used: put it right from the source`,
});

const unseen: Bilingual = {
  zh: '是看不见的字符，已去掉',
  en: 'is a character that nobody sees and was left out',
};

import { parse } from 'yaml';
import type { Bilingual } from '#core/base/bilingual.ts';
import { decodeTable } from '../workbook/decode-text.ts';
import { buildText } from '../word/build-text.ts';
import type { ImportedText, TextOptions } from '../word/build-text.ts';
import { countCharacters } from '../word/pieces.ts';
import type { Left, Paragraph } from '../word/pieces.ts';
import { readBlocks } from './blocks.ts';
import { unknownKey } from './reasons.ts';

const largest = 4 * 1024 * 1024;

/**
 * Reads a draft in the Markdown of md2std (numbers given by the tool, `{表：#tbl:id}`, `{术语：…}`, `{无标题条:3}`, `{{tbl:id}}`).
 * Refuses what is no text, is too large, or is a text of the library already.
 */
export function importMd2std(
  bytes: Uint8Array,
  options: TextOptions = {},
): ImportedText | Bilingual {
  if (bytes.length > largest) return tooLarge;
  const decoded = decodeTable(bytes);
  if ('zh' in decoded) return decoded;
  const [, head = ''] = /^---\r?\n([^]*?)\r?\n---\r?\n/.exec(decoded.text) ?? [];
  const body = decoded.text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, '');
  if (/^number:/m.test(head) || /^:::/m.test(body)) return isOurs;
  const said = readHead(head);
  const { blocks, left, paragraphs, characters } = readBlocks(body);
  const marks: readonly Left[] = said.unknown.map(([key, value]) => ({
    kind: 'front',
    place: 0,
    text: `${key}: ${value}`,
    why: unknownKey(key),
    needsPerson: true,
  }));
  const cover = said.lines.map((text, at): Paragraph => coverLine(text, -said.lines.length + at));
  return buildText(
    {
      blocks: [...cover, ...blocks],
      notes: new Map(),
      left: [...marks, ...left],
      paragraphs: paragraphs + cover.length,
      characters: characters + countCharacters(said.lines.join('')),
      relationships: new Map(),
      pictures: new Map(),
      notices: [],
    },
    options,
  );
}

const coverLine = (text: string, place: number): Paragraph => ({
  kind: 'paragraph',
  place,
  names: [],
  pieces: [{ kind: 'text', text }],
  bookmarks: [],
  isFramed: true,
  isRight: false,
  isBold: false,
  boxes: [],
});

/** Lines of a cover that keys of the head stand for, by what their names begin with; other keys are given back. */
const asCover: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/^(?:standard_?)?(?:number|code|no)$|^标准编号$/i, (value) => value],
  [/^(?:standard_?)?type$|^标准类型$/i, (value) => value],
  [/^title$|^(?:标准)?名称$/i, (value) => value],
  [/^(?:title_?en|english_?title)$|^英文名称$/i, (value) => value],
  [/^ics$/i, (value) => `ICS ${value}`],
  [/^ccs$/i, (value) => `CCS ${value}`],
  [/^(?:issuer|publisher|issued_?by)$|^发布(?:机构|单位|部门)$/i, (value) => `${value} 发布`],
  [/^(?:issue_?date|publish_?date|issued)$|^发布日期$/i, (value) => `${value} 发布`],
  [/^(?:implement(?:ation)?_?date|implemented)$|^实施日期$/i, (value) => `${value} 实施`],
  [/^(?:replaces?)$|^代替$/i, (value) => `代替 ${value}`],
  [/^(?:stage|draft_?stage)$|^(?:草案)?阶段$/i, (value) => value],
];

function readHead(head: string): {
  readonly lines: readonly string[];
  readonly unknown: readonly (readonly [string, string])[];
} {
  const lines: string[] = [];
  const unknown: (readonly [string, string])[] = [];
  for (const [key, value] of Object.entries(parseHead(head))) {
    const text = toLine(value);
    const line = asCover.find(([pattern]) => pattern.test(key))?.[1];
    if (line && text !== '') lines.push(line(text.replaceAll('\n', ' ')));
    else if (text !== '') unknown.push([key, text]);
  }
  return { lines, unknown };
}

/** Texts and lists of texts as a cover has them; deeper values as JSON, for a person. */
function toLine(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(toLine).join('、');
  return JSON.stringify(value) ?? '';
}

function parseHead(head: string): Record<string, unknown> {
  try {
    const read: unknown = parse(head, { schema: 'failsafe', maxAliasCount: 0 });
    return read !== null && typeof read === 'object' ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const tooLarge: Bilingual = {
  zh: '文本超过 4 MB，不是一项标准',
  en: 'a text of more than 4 MB is no standard',
};

const isOurs: Bilingual = {
  zh: '这已经是标链的文本：放进 standards/类别/编号/index.md 就可以，用 std check 检查',
  en: 'this is a text of the library already: put it at standards/KIND/NUMBER/index.md and run std check',
};

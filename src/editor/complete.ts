import { CompletionItemKind } from 'vscode-languageserver/node.js';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver/node.js';
import { z } from 'zod';
import type { Catalog, CatalogEntry } from '#core/catalog/index.ts';
import { standardMeta, translationMeta } from '#core/model/meta.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { describeStatus, titleOf } from './describe-entry.ts';
import type { Spoken } from './findings.ts';
import { titleOfId } from './hover.ts';
import type { WrittenText } from './written.ts';

/** Characters after which an editor asks by itself. */
export const triggers = ['#', '/', ' '];

const mostItems = 100;
/** What a line has before the place is looked at so far back. */
const longestPrefix = 120;

/**
 * Returns what could stand at a place: ids of the document behind `[#`, numbers of standards behind the letters of one, keys
 * and values in the front matter; nothing elsewhere.
 */
export function completePlace(
  written: WrittenText,
  position: Position,
  catalog: Catalog | null,
  spoken: Spoken,
): CompletionList {
  const line = written.source.split('\n', position.line + 1)[position.line] ?? '';
  const before = line.slice(Math.max(0, position.character - longestPrefix), position.character);
  const after = line.slice(position.character);
  const id = /\[#([^\s\][]*)$/.exec(before)?.[1];
  if (id !== undefined) return completeId(written.document(), position, id, after);
  const number = numberStart.exec(before)?.[0];
  const document = number === undefined ? null : written.document();
  if (catalog && number !== undefined && document)
    return completeNumber(document, { ...position }, number, catalog, spoken);
  if (isFrontMatter(written.source, position.line)) return completeKey(line, position, written);
  return nothing;
}

const nothing: CompletionList = { isIncomplete: false, items: [] };

/** The beginning of a number behind anything but a letter: `GB`, `GB/T 19`, `T/SFBZ 001—`. */
const numberStart =
  /(?<![A-Za-z\d])(?:[TQ]\/[A-Z]{1,6}|[A-Z]{2}[A-Z\d]{0,8})(?:\/[A-Z]{0,3})?(?: ?[A-Z]?\d[\d.]*(?:[—–-]\d{0,4})?)? ?$/;

function rangeBefore({ line, character }: Position, length: number, more = 0) {
  return {
    start: { line, character: character - length },
    end: { line, character: character + more },
  };
}

function completeId(
  document: ParsedDocument,
  position: Position,
  typed: string,
  after: string,
): CompletionList {
  const old = new Set(document.clauses.flatMap(({ aliases }) => aliases));
  const rest = /^[^\s\][]*/.exec(after)?.[0].length ?? 0;
  const close = after.charAt(rest) === ']' ? '' : ']';
  const range = rangeBefore(position, typed.length, rest);
  const items = [...document.labels]
    .filter(([id]) => !old.has(id))
    .map(([id, label], index): CompletionItem => {
      const title = titleOfId(document, id);
      return {
        label: id,
        kind: CompletionItemKind.Reference,
        detail: title ? `${label}　${title}` : label,
        filterText: `${id} ${label} ${title}`,
        sortText: String(index).padStart(5, '0'),
        textEdit: { range, newText: `${id}${close}` },
      };
    });
  return { isIncomplete: false, items };
}

/** A number without what people leave out or write otherwise: `GB/T191-2008`. */
const squeeze = (number: string): string => number.replaceAll(' ', '').replaceAll(/[—–]/g, '-');

function completeNumber(
  document: ParsedDocument,
  position: Position,
  typed: string,
  catalog: Catalog,
  spoken: Spoken,
): CompletionList {
  const start = squeeze(typed);
  const found: CatalogEntry[] = [];
  let isMore = false;
  for (const entry of catalog.entries) {
    if (!squeeze(entry.number).startsWith(start)) continue;
    isMore = found.length === mostItems;
    if (isMore) break;
    found.push(entry);
  }
  const range = rangeBefore(position, typed.length);
  // Chapter 2 and the bibliography list a standard with its title.
  const place = document.clauses.findLast(({ line }) => line <= position.line + 1)?.kind;
  const isListed = place === 'references' || place === 'bibliography';
  const items = found.map((entry, index): CompletionItem => ({
    label: entry.number,
    kind: CompletionItemKind.Value,
    detail: titleOf(entry, spoken),
    documentation: describeStatus(entry, catalog, spoken),
    filterText: `${typed} ${entry.number}`,
    sortText: String(index).padStart(5, '0'),
    textEdit: {
      range,
      newText:
        isListed && document.language === 'zh' ? `${entry.number}　${entry.title}` : entry.number,
    },
  }));
  return { isIncomplete: isMore, items };
}

/** Whether a line stands between the `---` at the beginning of a text. */
function isFrontMatter(source: string, line: number): boolean {
  if (!source.startsWith('---\n')) return false;
  const end = source.indexOf('\n---', 3);
  const within = end === -1 ? source : source.slice(0, end);
  return line > 0 && line < within.split('\n', line + 2).length;
}

interface Property {
  readonly enum?: readonly string[];
  readonly type?: string;
}

const propertiesOf = (shape: z.ZodType): Readonly<Record<string, Property>> =>
  (
    z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as {
      properties: Record<string, Property>;
    }
  ).properties;

const properties = { zh: propertiesOf(standardMeta), en: propertiesOf(translationMeta) } as const;

function completeKey(line: string, position: Position, written: WrittenText): CompletionList {
  const shape = properties[written.language];
  const before = line.slice(0, position.character);
  const value = /^([A-Za-z]+):\s*([^\s:]*)$/.exec(before);
  if (value) {
    const [, key = '', typed = ''] = value;
    const found = shape[key];
    const values = found?.enum ?? (found?.type === 'boolean' ? ['true', 'false'] : []);
    return listWords(values, position, typed, '');
  }
  if (!/^[A-Za-z]*$/.test(before)) return nothing;
  const used = new Set(written.source.match(/^[A-Za-z]+(?=:)/gm));
  const left = Object.keys(shape).filter((key) => !used.has(key));
  return listWords(left, position, before, ': ');
}

function listWords(
  words: readonly string[],
  position: Position,
  typed: string,
  behind: string,
): CompletionList {
  const range = rangeBefore(position, typed.length);
  return {
    isIncomplete: false,
    items: words.map((word) => ({
      label: word,
      kind: behind ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      textEdit: { range, newText: `${word}${behind}` },
    })),
  };
}

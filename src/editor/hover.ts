import type { Hover, Position } from 'vscode-languageserver/node.js';
import type { Catalog, Resolution } from '#core/catalog/index.ts';
import { findNumbers, numberKey } from '#core/number/index.ts';
import { pick, provisionTerms } from '#core/terms/index.ts';
import type { ProvisionType } from '#core/terms/index.ts';
import type { ParsedDocument, TextRun } from '#core/text/index.ts';
import { sourceOffset } from '#core/text/meaning/run-offsets.ts';
import { offsetAt } from '#core/text/syntax/positions.ts';
import { describeStatus, titleOf } from './describe-entry.ts';
import type { Spoken } from './findings.ts';
import { rangeBetween } from './places.ts';
import type { WrittenText } from './written.ts';

const provisionNames = { zh: pick(provisionTerms, 'zh'), en: pick(provisionTerms, 'en') };

/** The tables of GB/T 1.1—2020, annex C, that give each type its verbs. */
const verbTables: Readonly<Partial<Record<ProvisionType, string>>> = {
  requirement: 'C.1',
  recommendation: 'C.2',
  permission: 'C.3',
  capability: 'C.4',
  possibility: 'C.5',
};

const said = {
  unknownId: { zh: '本文件没有这个锚点', en: 'This document has no such id' },
  unknown: { zh: '库和目录里没有这项标准', en: 'Neither the library nor the catalogue has it' },
  editions: { zh: '已知的版本', en: 'Known editions' },
  near: { zh: '相近的编号', en: 'Near to it' },
  closed: { zh: '标准库还没有打开', en: 'The library is not open yet' },
  makes: { zh: '使这句话成为', en: 'makes this sentence a' },
  negative: { zh: '（否定）', en: ' (negative)' },
} as const;

/** What stands at a place, between two offsets of the source. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Returns what an editor shows of the place under the pointer: what a `[#id]` or the number of a standard points to, or which
 * provision a modal verb makes; null elsewhere.
 */
export function describePlace(
  written: WrittenText,
  { line, character }: Position,
  catalog: Catalog | null,
  spoken: Spoken,
): Hover | null {
  const document = written.document();
  const { lineStarts } = document;
  if (line >= lineStarts.length) return null;
  const offset = offsetAt(lineStarts, { line: line + 1, column: character + 1 });
  const found =
    findMention(document, offset, catalog, spoken) ??
    findVerb(document, offset, spoken) ??
    findListed(document, line, offset, catalog, spoken);
  if (!found) return null;
  const { start, end, text } = found;
  return {
    contents: { kind: 'markdown', value: text },
    range: rangeBetween(lineStarts, start, end),
  };
}

/** Where a stretch of a run stands in the source; null where the offset is outside. */
function spanAround(
  run: TextRun,
  start: number,
  length: number,
  offset: number,
): Omit<Found, 'text'> | null {
  const from = sourceOffset(run, start);
  const to = sourceOffset(run, start + length - 1) + 1;
  return offset >= from && offset <= to ? { start: from, end: to } : null;
}

function findMention(
  document: ParsedDocument,
  offset: number,
  catalog: Catalog | null,
  spoken: Spoken,
): Found | null {
  for (const { run, found } of document.mentions.values()) {
    for (const mention of found) {
      const span = spanAround(run, mention.start, mention.value.length, offset);
      if (!span) continue;
      const text =
        mention.kind === 'xref'
          ? describeId(document, mention.id, spoken)
          : describeStandard(mention.key, mention.dated, catalog, spoken);
      return { ...span, text };
    }
  }
  return null;
}

/** Returns what `[#id]` prints, with the title or the first words of what it points to. */
function describeId(document: ParsedDocument, id: string, spoken: Spoken): string {
  const label = document.labels.get(id);
  if (label === undefined) return escapeMarkdown(said.unknownId[spoken]);
  return [`**${escapeMarkdown(label)}**`, escapeMarkdown(titleOfId(document, id))]
    .filter(Boolean)
    .join('　');
}

const mostWords = 120;

/** Returns the title of what an id points to, of an untitled clause its first words; nothing where there are none. */
export function titleOfId(document: ParsedDocument, id: string): string {
  const exhibit = document.exhibits.find((each) => each.id === id);
  if (exhibit) return exhibit.title;
  const index = document.clauses.findIndex(
    (clause) => clause.id === id || clause.aliases.includes(id),
  );
  const clause = document.clauses[index];
  if (!clause) return '';
  if (clause.title) return clause.title;
  return document.runs.find((run) => run.clause === index)?.text.slice(0, mostWords) ?? '';
}

function describeStandard(
  key: string,
  dated: boolean,
  catalog: Catalog | null,
  spoken: Spoken,
): string {
  if (!catalog) return escapeMarkdown(`${key}　${said.closed[spoken]}`);
  const resolved = catalog.resolve(key, dated);
  if (resolved.kind === 'unknown') return describeUnknown(key, resolved, spoken);
  const { entry } = resolved;
  const name = `**${escapeMarkdown(entry.number)}**　${escapeMarkdown(titleOf(entry, spoken))}`;
  return `${name}\n\n${escapeMarkdown(describeStatus(entry, catalog, spoken))}`;
}

function describeUnknown(
  key: string,
  { editions, nearest }: Extract<Resolution, { kind: 'unknown' }>,
  spoken: Spoken,
): string {
  const known = editions.map(({ number }) => number).join('、');
  const near = nearest.map((each) => each.key).join('、');
  const more = known
    ? `\n\n${said.editions[spoken]}: ${known}`
    : near && `\n\n${said.near[spoken]}: ${near}`;
  return `**${escapeMarkdown(key)}**　${said.unknown[spoken]}${more}`;
}

function findVerb(document: ParsedDocument, offset: number, spoken: Spoken): Found | null {
  for (const [run, modals] of document.modals) {
    for (const { index, verb, type, negative } of modals) {
      const span = spanAround(run, index, verb.length, offset);
      if (!span) continue;
      // Rules of engineering construction know no possibility and no capability.
      const isSilent = type === 'possibility' || type === 'capability';
      if (document.meta?.profile === 'construction' && isSilent) return null;
      const table = verbTables[type];
      const name = provisionNames[spoken][type];
      const source = table ? `GB/T 1.1—2020, ${table}` : '';
      const not = negative ? said.negative[spoken] : '';
      return {
        ...span,
        text: `**${verb}** ${said.makes[spoken]} **${name}**${not}　${source}`,
      };
    }
  }
  return null;
}

/** A number in the front matter (`replaces`, `adopts`), which is no running text. */
function findListed(
  document: ParsedDocument,
  line: number,
  offset: number,
  catalog: Catalog | null,
  spoken: Spoken,
): Found | null {
  const isMeta = [...document.metaRanges.values()].some(
    ({ start, end }) => start.line <= line + 1 && end.line >= line + 1,
  );
  if (!isMeta) return null;
  const from = document.lineStarts[line] ?? 0;
  const text = document.source.slice(from, document.lineStarts[line + 1]).slice(0, 2000);
  const found = findNumbers(text).find(
    ({ start, end }) => offset >= from + start && offset <= from + end,
  );
  if (!found) return null;
  const { number, start, end } = found;
  const told = describeStandard(numberKey(number), number.year !== null, catalog, spoken);
  return { start: from + start, end: from + end, text: told };
}

/** Returns a text of the author's as plain text of Markdown. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|!]/g, String.raw`\$&`);
}

import { findNumbers, numberKey } from '../number/index.ts';
import type { TextRun } from './document.ts';

/** A piece of running text: as it is, a `[#id]`, or a mention of another standard. */
export type TextPiece =
  | { readonly kind: 'text'; readonly start: number; readonly value: string }
  | { readonly kind: 'xref'; readonly start: number; readonly value: string; readonly id: string }
  | {
      readonly kind: 'standard';
      readonly start: number;
      /** As written, without the clause. */
      readonly value: string;
      readonly key: string;
      readonly dated: boolean;
      readonly allParts: boolean;
      readonly targetClause?: string;
    };

const crossReference = /\[#([^\s\][]{1,100})\]/g;

/** Every `[#id]` in a text. */
export function findCrossReferences(
  text: string,
): readonly { readonly id: string; readonly start: number; readonly end: number }[] {
  if (!text.includes('[#')) return [];
  return Array.from(text.matchAll(crossReference), (match) => ({
    id: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The text with each known `[#id]` as it is printed. */
export function resolveLabels(text: string, labels: ReadonlyMap<string, string>): string {
  if (!text.includes('[#')) return text;
  return text.replaceAll(crossReference, (whole, id: string) => labels.get(id) ?? whole);
}

/** A run's text with inline code blanked at equal length: what stands in code mentions nothing. */
export function mentioningText({ text, code }: TextRun): string {
  if (!code) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of code) {
    masked += text.slice(at, start) + '\u0000'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}
const clauseAfter =
  /^(?:\s*(?:中的|中|的)\s*|[，,]\s*)(?:第\s*(?<chapter>\d{1,3})\s*章|附录\s*(?<annex>[A-Z])(?![A-Za-z])|(?<clause>(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,6}))/;

/** Cut plain text at its mentions. Linear; offsets count from the start of `text`. */
export function splitMentions(text: string): readonly TextPiece[] {
  const found: TextPiece[] = [];
  for (const { id, start, end } of findCrossReferences(text)) {
    found.push({ kind: 'xref', start, value: text.slice(start, end), id });
  }
  for (const mention of findNumbers(text)) {
    const after = clauseAfter.exec(text.slice(mention.end, mention.end + 40))?.groups;
    const targetClause = after?.chapter ?? after?.annex ?? after?.clause;
    found.push({
      kind: 'standard',
      start: mention.start,
      value: text.slice(mention.start, mention.end),
      key: numberKey(mention.number),
      dated: mention.number.year !== null,
      allParts: mention.allParts,
      ...(targetClause === undefined ? {} : { targetClause }),
    });
  }
  if (found.length === 0) return [{ kind: 'text', start: 0, value: text }];
  found.sort((left, right) => left.start - right.start);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const piece of found) {
    if (piece.start < at) continue;
    if (piece.start > at)
      pieces.push({ kind: 'text', start: at, value: text.slice(at, piece.start) });
    pieces.push(piece);
    at = piece.start + piece.value.length;
  }
  if (at < text.length) pieces.push({ kind: 'text', start: at, value: text.slice(at) });
  return pieces;
}

import { findNumbers, numberKey } from '#core/number/index.ts';
import type { FoundNumber } from '#core/number/index.ts';

/** A `[#id]` or a mention of another standard in running text. */
export type Mention =
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

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text that may mention something, with what stands in it to the letter. */
interface MentioningText {
  readonly text: string;
  readonly code?: readonly Span[];
  readonly math?: readonly Span[];
  readonly borders?: readonly number[];
}

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

/** A run's text with inline code and formulae blanked at equal length: what stands in them mentions nothing. */
export function mentioningText({ text, code = [], math = [] }: MentioningText): string {
  if (code.length + math.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of [...code, ...math].toSorted((a, b) => a.start - b.start)) {
    masked += text.slice(at, start) + '\u0000'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

/** Numbers of standards in a text and all that it mentions, in order; nothing goes across a border. */
export function findMentions(run: MentioningText): {
  readonly found: readonly Mention[];
  readonly numbers: readonly FoundNumber[];
} {
  const text = mentioningText(run);
  const borders = [...new Set(run.borders)].filter((at) => at > 0 && at < text.length);
  if (borders.length === 0) {
    const numbers = findNumbers(text);
    return { found: findIn(text, numbers, 0), numbers };
  }
  const pieces = [0, ...borders].map((start, index) => {
    const piece = text.slice(start, borders[index]);
    const numbers = findNumbers(piece);
    return {
      found: findIn(piece, numbers, start),
      numbers: numbers.map((each) => move(each, start)),
    };
  });
  return {
    found: pieces.flatMap(({ found }) => found),
    numbers: pieces.flatMap(({ numbers }) => numbers),
  };
}

function move(found: FoundNumber, by: number): FoundNumber {
  return by === 0 ? found : { ...found, start: found.start + by, end: found.end + by };
}

const clauseAfter =
  /^(?:\s*(?:中的|中|的)\s*|[，,]\s*)(?:第\s*(?<chapter>\d{1,3})\s*章|附录\s*(?<annex>[A-Z])(?![A-Za-z])|(?<clause>(?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,6}))/;

/** Linear; offsets count from `offset` on. */
function findIn(text: string, numbers: readonly FoundNumber[], offset: number): readonly Mention[] {
  const found: Mention[] = [];
  for (const { id, start, end } of findCrossReferences(text)) {
    found.push({ kind: 'xref', start, value: text.slice(start, end), id });
  }
  for (const mention of numbers) {
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
  found.sort((left, right) => left.start - right.start);
  let at = 0;
  const kept: Mention[] = [];
  for (const mention of found) {
    if (mention.start < at) continue;
    at = mention.start + mention.value.length;
    kept.push(offset === 0 ? mention : { ...mention, start: mention.start + offset });
  }
  return kept;
}

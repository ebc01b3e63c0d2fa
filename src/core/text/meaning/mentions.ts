import { findNumbers, formatNumber, listMembers, numberKey } from '#core/number/index.ts';
import type { FoundNumber } from '#core/number/index.ts';
import { readCitedClauses } from './cited-clauses.ts';

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
      /** The clauses named of it; absent where none is. */
      readonly targetClauses?: readonly string[];
      /** The name where it is not written out. */
      readonly completed?: string;
      /** Keys of the standards of a run. */
      readonly members?: readonly string[];
      /** Keys of the sources of a double number, of the other numbers of a joint one. */
      readonly others?: readonly string[];
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

interface Placed extends Span {
  readonly object: string;
  readonly text: string;
  readonly quantity: Span;
}

/** A text and the limits read in it, with each known `[#id]` as it is printed: the limits stand at their places in that text. */
export function resolveLimits<L extends Placed>(
  text: string,
  limits: readonly L[],
  labels: ReadonlyMap<string, string>,
): readonly L[] {
  if (![text, ...limits.map(({ object }) => object)].some((each) => each.includes('[#')))
    return limits;
  const place = (at: number): number => resolveLabels(text.slice(0, at), labels).length;
  return limits.map((limit) => {
    const { quantity } = limit;
    return {
      ...limit,
      object: resolveLabels(limit.object, labels),
      text: resolveLabels(limit.text, labels),
      start: place(limit.start),
      end: place(limit.end),
      quantity: { ...quantity, start: place(quantity.start), end: place(quantity.end) },
    };
  });
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

/** Linear; offsets count from `offset` on. */
function findIn(text: string, numbers: readonly FoundNumber[], offset: number): readonly Mention[] {
  const found: Mention[] = [];
  for (const { id, start, end } of findCrossReferences(text)) {
    found.push({ kind: 'xref', start, value: text.slice(start, end), id });
  }
  for (const [index, mention] of numbers.entries()) {
    const { number } = mention;
    const until = numbers[index + 1]?.start ?? text.length;
    const targetClauses = readCitedClauses(text, mention.end, until);
    const members = listMembers(number);
    found.push({
      kind: 'standard',
      start: mention.start,
      value: text.slice(mention.start, mention.end),
      key: numberKey(number),
      dated: number.year !== null,
      allParts: mention.allParts,
      ...(targetClauses.length > 0 && { targetClauses }),
      ...(mention.shortened && { completed: formatNumber(number) }),
      ...(members.length > 1 && { members: members.map(numberKey) }),
      ...(number.others.length > 0 && { others: number.others.map(numberKey) }),
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

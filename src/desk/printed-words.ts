/** A sign that a text prints, and where it is written. */
interface PrintedSign {
  readonly sign: string;
  readonly at: number;
}

/** The signs that a written text prints: marks of subscripts, emphasis, mathematics and escapes print nothing. */
function readSigns(source: string): readonly PrintedSign[] {
  const signs: PrintedSign[] = [];
  /** Brackets that are open: whether they are marks. */
  const open: boolean[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const rest = source.slice(at, at + 5);
    const sign = source[at] ?? '';
    if (/^:su[bp]\[/.test(rest)) {
      open.push(true);
      at += 4;
    } else if (sign === ']' && open.pop() === true) continue;
    else if (sign === '*' || sign === '$') continue;
    else if (sign === '\\' && /^\\[!-/:-@[-`{-~]/.test(rest)) {
      at += 1;
      signs.push({ sign: source[at] ?? '', at });
    } else {
      if (sign === '[') open.push(false);
      signs.push({ sign, at });
    }
  }
  return signs;
}

/** A written text as it is printed, for a sentence. */
export const printWords = (source: string): string =>
  readSigns(source)
    .map(({ sign }) => sign)
    .join('');

/** Signs that look alike are one, and spaces none: `−22℃` is `-22 ℃`. */
const foldSign = (sign: string): string => {
  const folded = sign.normalize('NFKC').replace('\u2212', '-').trim();
  return folded.length === 1 ? folded : sign.trim();
};

const fold = (signs: readonly PrintedSign[]): readonly PrintedSign[] =>
  signs.flatMap(({ sign, at }) => {
    const folded = foldSign(sign);
    return folded === '' ? [] : [{ sign: folded, at }];
  });

/**
 * A written text with the passage that prints `wrong` made to print `right`: only what differs between the two is written anew,
 * so that marks around it stay. How often the passage is there, where that is not once; undefined where a mark would be cut.
 */
export function replacePrinted(
  source: string,
  wrong: string,
  right: string,
): string | number | undefined {
  const signs = fold(readSigns(source));
  const wanted = fold(readSigns(wrong)).map(({ sign }) => sign);
  const length = wanted.length;
  const places = signs.flatMap((_, at) =>
    length > 0 && wanted.every((sign, index) => signs[at + index]?.sign === sign) ? [at] : [],
  );
  const [place = 0, second] = places;
  if (places.length === 0 || second !== undefined) return places.length;
  const head = countSame(wrong, right, (text, at) => text[at]);
  const most = Math.min(wrong.length, right.length) - head;
  const tail = Math.min(
    most,
    countSame(wrong, right, (text, at) => text.at(-1 - at)),
  );
  const before = fold(readSigns(wrong.slice(0, head))).length;
  const behind = fold(readSigns(wrong.slice(wrong.length - tail))).length;
  const offset = (index: number): number => signs[place + index]?.at ?? 0;
  const isAdded = before + behind === length;
  const end = isAdded && behind > 0 ? offset(before) : offset(length - behind - 1) + 1;
  const start = isAdded ? end : offset(before);
  if (!isBalanced(source.slice(start, end))) return undefined;
  const words = right.slice(head, right.length - tail);
  return (source.slice(0, start) + words + source.slice(end)).replaceAll(/:su[bp]\[\]/g, '');
}

function countSame(
  one: string,
  other: string,
  signOf: (text: string, at: number) => string | undefined,
): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && signOf(one, count) === signOf(other, count)) count += 1;
  return count;
}

const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const sign of text) {
    depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
};

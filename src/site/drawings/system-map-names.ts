import { boxInside, boxSize } from './chain-layout.ts';

const lineWidth = boxSize.width - boxInside.left - boxInside.right;
/** Sizes of letters as drawn: names in Chinese at 14 px, in a sans serif of Latin letters at 13 px. */
const hanWidth = 14;
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\uffef]/, hanWidth],
  [/[ijl.,:;'’|!]/, 3.3],
  [/[ tfI/]/, 3.8],
  [/[r()[\]-]/, 4.4],
  [/[cksvxyz]/, 6.5],
  [/[mwM]/, 10.9],
  [/[W%@—…]/, 13],
  [/[A-Z&]/, 9],
];
const letter = 7.25;
/** Latin letters of the widest usual sans serif (Noto Sans) against those measured: 154 to 147 px for "Consultation and funding". */
const widest = 1.08;

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, each) => sum + (letterWidths.find(([kind]) => kind.test(each))?.[1] ?? letter),
    0,
  );

/**
 * A name broken to the width of a box: two lines at most, as even as they can be, for the reader's letters may be wider than
 * those measured; what does not fit ends in an ellipsis.
 */
export function breakName(name: string): readonly string[] {
  const words = name
    .split(/(?<=[ 、，])|(?=[与和及（])/)
    .flatMap((word) => (widthOf(word.trimEnd()) <= lineWidth ? [word] : [...word]));
  const even = breakEvenly(words);
  if (even) return even;
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.length - 1;
    const line = `${lines[last]}${word}`;
    if (widthOf(line.trimEnd()) <= lineWidth || lines[last] === '') lines[last] = line;
    else lines.push(word);
  }
  const kept = lines.slice(0, 2).map((line) => line.trim());
  if (lines.length > 2) kept[1] = `${shorten(kept[1] ?? '')}…`;
  return kept;
}

/** Two lines that fit, the longer as short as can be; nothing where the words fit on one line, or on no two. */
function breakEvenly(words: readonly string[]): readonly string[] | undefined {
  const whole = words.join('').trimEnd();
  const spread = /[\u2e80-\uffef]/.test(whole) ? 1 : widest;
  if (widthOf(whole) * spread <= lineWidth) return undefined;
  const longerOf = (lines: readonly string[]): number => Math.max(...lines.map(widthOf));
  return words
    .slice(1)
    .map((_, at) =>
      [words.slice(0, at + 1), words.slice(at + 1)].map((line) => line.join('').trim()),
    )
    .filter((lines) => longerOf(lines) <= lineWidth)
    .toSorted((a, b) => longerOf(a) - longerOf(b))[0];
}

function shorten(line: string): string {
  let cut = line;
  while (cut !== '' && widthOf(`${cut}…`) > lineWidth) cut = [...cut].slice(0, -1).join('');
  return cut;
}

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

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, each) => sum + (letterWidths.find(([kind]) => kind.test(each))?.[1] ?? letter),
    0,
  );

/** A name broken to the width of a box: two lines at most; what does not fit ends in an ellipsis. */
export function breakName(name: string): readonly string[] {
  const words = name
    .split(/(?<=[ 、，])|(?=[与和及（])/)
    .flatMap((word) => (widthOf(word.trimEnd()) <= lineWidth ? [word] : [...word]));
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

function shorten(line: string): string {
  let cut = line;
  while (cut !== '' && widthOf(`${cut}…`) > lineWidth) cut = [...cut].slice(0, -1).join('');
  return cut;
}

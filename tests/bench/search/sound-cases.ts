import { pinyin } from 'pinyin-pro';
import { between, drawEntries, pick, titlesWith } from './case.ts';
import type { QueryCase, QuerySource } from './case.ts';
import { drawPiece, hanRuns, hasRun } from './title-cases.ts';

const read = (run: string): readonly string[] =>
  pinyin(run, { toneType: 'none', type: 'array', v: true });

/** How each run of a title sounds. */
type Sounds = readonly (readonly string[])[];

function soundsOf(source: QuerySource): readonly Sounds[] {
  return source.entries.map(({ title }) => hanRuns(title, 2).map(read));
}

/** Standards in whose title something follows in a run, given as text that cannot begin or end within a syllable. */
function soundingLike(
  source: QuerySource,
  spelled: readonly string[],
  asked: string,
): ReadonlySet<string> {
  return new Set(
    source.entries.filter((_, at) => spelled[at]?.includes(asked)).map(({ slug }) => slug),
  );
}

const spaced = (run: readonly string[]): string => ` ${run.join(' ')} `;
const initials = (run: readonly string[]): string => run.map(([letter = '']) => letter).join('');

/** Syllables of a piece of a title, every other with spaces. Titles that sound so answer. */
export function pinyinCases(source: QuerySource): readonly QueryCase[] {
  const sounds = soundsOf(source);
  const spelled = sounds.map((runs) => runs.map(spaced).join('|'));
  return draws(source, sounds, [2, 6]).flatMap((piece, at): readonly QueryCase[] => {
    const text = piece.join(at % 2 === 0 ? '' : ' ');
    if (text.length < 5) return [];
    const relevant = soundingLike(source, spelled, spaced(piece));
    return [{ name: 'pinyin', text, language: 'zh', relevant }];
  });
}

/** Four to eight first letters. Titles with these letters answer. */
export function initialCases(source: QuerySource): readonly QueryCase[] {
  const sounds = soundsOf(source);
  const spelled = sounds.map((runs) => runs.map(initials).join('|'));
  return draws(source, sounds, [4, 8]).map((piece): QueryCase => {
    const text = initials(piece);
    const relevant = soundingLike(source, spelled, text);
    return { name: 'initials', text, language: 'zh', relevant };
  });
}

/** Pieces of titles as syllables. */
function draws(
  source: QuerySource,
  sounds: readonly Sounds[],
  [least, most]: readonly [number, number],
): readonly (readonly string[])[] {
  const { random, entries } = source;
  const at = new Map(entries.map(({ slug }, index) => [slug, index]));
  return drawEntries(source, hasRun(least)).flatMap(({ slug }) => {
    const run = pick(
      (sounds[at.get(slug) ?? -1] ?? []).filter((each) => each.length >= least),
      random,
    );
    if (!run) return [];
    const length = Math.min(between(least, most, random), run.length);
    const start = between(0, run.length - length, random);
    return [run.slice(start, start + length)];
  });
}

/** The 3,755 characters of the first level of GB/T 2312, by syllable without tone. */
function commonCharacters(): ReadonlyMap<string, readonly string[]> {
  const decoder = new TextDecoder('gb18030');
  const codes = Array.from({ length: 0xd8 - 0xb0 }, (_, row) =>
    Array.from({ length: 94 }, (_each, cell) => [0xb0 + row, 0xa1 + cell]),
  ).flat();
  const characters = codes
    .map((code) => decoder.decode(Uint8Array.from(code)))
    .filter((each) => /^\p{Script=Han}$/u.test(each));
  return Map.groupBy(characters, (each) => read(each)[0] ?? '');
}

/** Pieces of 4 to 8 characters of a title, one of which is another of the same sound; no title is written so. */
export function homophoneCases(source: QuerySource): readonly QueryCase[] {
  const common = commonCharacters();
  return drawEntries(source, hasRun(4)).flatMap(({ title }): readonly QueryCase[] => {
    const piece = drawPiece(title, [4, 8], source);
    if (piece === undefined) return [];
    const characters = [...piece];
    const sounds = read(piece);
    const at = between(0, characters.length - 1, source.random);
    const others = (common.get(sounds[at] ?? '') ?? []).filter((each) => each !== characters[at]);
    const other = pick(others, source.random);
    if (other === undefined) return [];
    const text = characters.with(at, other).join('');
    if (titlesWith(source, text).size > 0) return [];
    const relevant = titlesWith(source, piece);
    return [{ name: 'homophone typos', text, language: 'zh', relevant }];
  });
}

import { Converter } from 'opencc-js/cn2t';
import { bareTitle } from '#search/record/titles.ts';
import { between, draw, drawEntries, pick, preferred, titlesWith } from './case.ts';
import type { QueryCase, QuerySource } from './case.ts';

/** Runs of Chinese characters of a title. */
export const hanRuns = (text: string, least: number): readonly string[] =>
  (text.match(/\p{Script=Han}+/gu) ?? []).filter((run) => [...run].length >= least);

export const hasRun =
  (least: number) =>
  ({ title }: { readonly title: string }): boolean =>
    hanRuns(title, least).length > 0;

/** A piece of `least` to `most` characters from any place of a title: words of a dictionary are cut across. */
export function drawPiece(
  title: string,
  [least, most]: readonly [number, number],
  { random }: QuerySource,
): string | undefined {
  const run = pick(hanRuns(title, least), random);
  if (run === undefined) return undefined;
  const characters = [...run];
  const length = Math.min(between(least, most, random), characters.length);
  const start = between(0, characters.length - length, random);
  return characters.slice(start, start + length).join('');
}

/** Whole titles: all standards of that title answer, one in force comes first. */
export function exactTitleCases(source: QuerySource): readonly QueryCase[] {
  return titleCases(source, 'exact titles', 'zh');
}

export function englishTitleCases(source: QuerySource): readonly QueryCase[] {
  return titleCases(source, 'English titles', 'en');
}

function titleCases(
  source: QuerySource,
  name: 'exact titles' | 'English titles',
  language: 'zh' | 'en',
): readonly QueryCase[] {
  const titleOf = ({ title, titleEn = '' }: { title: string; titleEn?: string }): string =>
    language === 'en' ? titleEn : title;
  const same = Map.groupBy(source.entries, (entry) => bareTitle(titleOf(entry)));
  return drawEntries(source, (entry) => titleOf(entry).trim() !== '').map((entry) => {
    const editions = same.get(bareTitle(titleOf(entry))) ?? [];
    const relevant = new Set(editions.map(({ slug }) => slug));
    const best = preferred(editions, source);
    return { name, text: titleOf(entry), language, relevant, best };
  });
}

/** Pieces of 2 to 6 characters of titles: every title with the piece answers. */
export function fragmentCases(source: QuerySource): readonly QueryCase[] {
  return drawEntries(source, hasRun(2)).flatMap(({ title }): readonly QueryCase[] => {
    const text = drawPiece(title, [2, 6], source);
    if (text === undefined) return [];
    const relevant = titlesWith(source, text);
    return [{ name: 'title fragments', text, language: 'zh', relevant }];
  });
}

/** Pieces of titles in traditional characters. */
export function traditionalCases(source: QuerySource): readonly QueryCase[] {
  const convert = Converter({ from: 'cn', to: 't' });
  return drawEntries(source, hasRun(3)).flatMap(({ title }): readonly QueryCase[] => {
    const piece = drawPiece(title, [3, 10], source);
    const text = piece === undefined ? '' : convert(piece);
    if (piece === undefined || text === piece) return [];
    return [{ name: 'traditional', text, language: 'zh', relevant: titlesWith(source, piece) }];
  });
}

/** At an end of a piece, it is not what is looked for. */
const FUNCTION_WORD =
  /^(?:and|for|of|in|the|on|to|with|by|or|a|an)\b|\b(?:and|for|of|in|the|on|to|with|by|or|a|an)$/i;

/** Two to four words that follow one another in an English title. */
export function englishFragmentCases(source: QuerySource): readonly QueryCase[] {
  return drawEntries(source, ({ titleEn = '' }) => / \S+ /.test(titleEn)).flatMap(
    ({ titleEn = '' }): readonly QueryCase[] => {
      const parts =
        titleEn.match(/\b[a-z]{2,}(?: [a-z]+)+/gi)?.filter((part) => part.length >= 8) ?? [];
      const words = pick(parts, source.random)?.split(' ') ?? [];
      const length = Math.min(between(2, 4, source.random), words.length);
      const start = between(0, words.length - length, source.random);
      const text = words.slice(start, start + length).join(' ');
      if (text.length < 8 || FUNCTION_WORD.test(text)) return [];
      const relevant = titlesWith(source, text);
      return [{ name: 'English fragments', text, language: 'en', relevant }];
    },
  );
}

/** A word of a title in the place of which another of the same group is asked for. */
export function synonymCases(source: QuerySource): readonly QueryCase[] {
  const cases = source.library.vocabulary.synonyms.flatMap((group) =>
    group.flatMap((word) =>
      group
        .filter((other) => other !== word && !other.includes(word) && !word.includes(other))
        .flatMap((other): readonly QueryCase[] => {
          const own = titlesWith(source, word);
          // A word of letters stands in the midst of other words: `AI` in `main`.
          if (own.size === 0 || /[a-z]/i.test(word + other)) return [];
          const relevant = new Set([...own, ...titlesWith(source, other)]);
          return [{ name: 'synonyms', text: other, language: 'zh', relevant }];
        }),
    ),
  );
  return draw(cases, source.sample, source.random);
}

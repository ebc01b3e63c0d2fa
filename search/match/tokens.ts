import { foldText, listParts } from '../record/spelling.ts';
import { WORD } from '../record/titles.ts';
import { partsOfValue } from '../record/values.ts';

/** Characters that stand in nearly every clause and mean nothing alone. */
const COMMON = new Set(
  '的了在是和与及或等应宜可能不有为以于按对从其该此这那中上下内外由所将被并也都就而且但如若则时至到之个一二三四五六七八九十各每使用进行要求规定标准我你他它们吗呢吧啊么什怎哪谁几多少',
);

/** Whether a character says something by itself: 肉, 洗; not 的, 应. */
export function meansAlone(character: string): boolean {
  return !COMMON.has(character);
}

/** The token of a word of letters: plural, -ing and -ed taken off, as is a last e: `stored`, `storing` and `store` are `stor`. */
export function wordToken(word: string): string {
  return WORD + stemWord(word);
}

function stemWord(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let stem = word;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|us|is)$/.test(stem)) return stem;
  else if (/(?:sh|ch|x|z|ss)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s')) stem = stem.slice(0, -1);
  const bare = stem.length > 5 ? stem.replace(/ing$/, '') : stem;
  const past = bare === stem && stem.length > 4 ? stem.replace(/ed$/, '') : bare;
  if (past !== stem && /[aeiouy]/.test(past)) {
    stem = /([bdgmnprt])\1$/.test(past) ? past.slice(0, -1) : past;
  }
  return stem.length > 4 ? stem.replace(/e$/, '') : stem;
}

/**
 * Tokens of a text, each with how often it stands there: overlapping pairs of Chinese characters, characters that mean
 * something alone, stems of words, values and their parts.
 */
export function countTokens(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (token: string) => counts.set(token, (counts.get(token) ?? 0) + 1);
  for (const { text: part, han } of listParts(foldText(text))) {
    if (!han) {
      add(wordToken(part));
      for (const piece of partsOfValue(part)) add(wordToken(piece));
      continue;
    }
    const characters = [...part];
    characters.forEach((character, at) => {
      const next = characters[at + 1];
      if (next !== undefined) add(character + next);
      if (meansAlone(character)) add(character);
    });
  }
  return counts;
}

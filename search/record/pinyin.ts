import { pinyin } from 'pinyin-pro';
import { INITIALS, SYLLABLES } from './titles.ts';

/** As many syllables are kept from each place of a title; a longer question is cut to its first four. */
const REACH = 4;
const INITIALS_REACH = 8;

/**
 * Tokens for a title typed in pinyin without tones, from any of its characters: `~lenglianwuliu`, `^llwl`.
 * At build time only: the dictionary is not shipped to the browser.
 */
export function pinyinTokens(title: string): readonly string[] {
  const tokens = new Set<string>();
  for (const [run] of title.matchAll(/\p{Script=Han}+/gu)) {
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
    for (let start = 0; start < syllables.length - 1; start += 1) {
      tokens.add(SYLLABLES + syllables.slice(start, start + REACH).join(''));
      const ahead = syllables.slice(start, start + INITIALS_REACH);
      tokens.add(INITIALS + ahead.map((syllable) => syllable[0]).join(''));
    }
  }
  return [...tokens];
}

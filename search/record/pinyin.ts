import { pinyin } from 'pinyin-pro';
import { INITIALS, SYLLABLES } from './titles.ts';

/** As many syllables are kept from each place of a title; a longer question is cut to its first four. */
const REACH = 4;
const INITIALS_REACH = 8;

/** Readings of characters out of context, as the browser's table has them. */
const alone = new Map<string, string>();

function readAlone(character: string): string {
  const known = alone.get(character);
  if (known !== undefined) return known;
  const reading = pinyin(character, { toneType: 'none', v: true });
  alone.set(character, reading);
  return reading;
}

/** Runs whose tokens are kept: titles of editions and parts say much of the same. */
const mostRuns = 20_000;
const ofRuns = new Map<string, readonly string[]>();

/**
 * Tokens for a title typed in pinyin without tones, from any of its characters: `~lenglianwuliu`, `^llwl`. Where the
 * reading in context is not that of the characters alone (重庆 is `chongqing`, its characters `zhong` and `qing`) there are
 * both: the browser, which makes pinyin of a question, knows characters only. At build time only: the dictionary is not
 * shipped.
 */
export function pinyinTokens(title: string): readonly string[] {
  const runs = Array.from(title.matchAll(/\p{Script=Han}+/gu), ([run]) => {
    const known = ofRuns.get(run);
    if (known) return known;
    const made = tokensOfRun(run);
    if (ofRuns.size >= mostRuns) ofRuns.clear();
    ofRuns.set(run, made);
    return made;
  });
  return runs.length === 1 ? (runs[0] ?? []) : [...new Set(runs.flat())];
}

function tokensOfRun(run: string): readonly string[] {
  const tokens = new Set<string>();
  const inContext = pinyin(run, { toneType: 'none', type: 'array', v: true });
  const outOfContext = [...run].map(readAlone);
  for (let start = 0; start < inContext.length - 1; start += 1) {
    tokens.add(SYLLABLES + inContext.slice(start, start + REACH).join(''));
    tokens.add(SYLLABLES + outOfContext.slice(start, start + REACH).join(''));
    const ahead = inContext.slice(start, start + INITIALS_REACH);
    tokens.add(INITIALS + ahead.map((syllable) => syllable[0]).join(''));
  }
  return [...tokens];
}

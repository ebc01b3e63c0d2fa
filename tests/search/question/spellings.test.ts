import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#search/ask.ts';
import { loadSounds, soundOf } from '#search/question/sound.ts';
import type { Sounds } from '#search/question/sound.ts';
import { pinyinTokens } from '#search/record/pinyin.ts';
import { openSample } from './sample.ts';
import type { Sample } from './sample.ts';
import { listGb2312 } from './tables.ts';

let sample: Sample;
let sounds: Sounds;

beforeAll(async () => {
  sample = await openSample();
  sounds = await loadSounds();
});

const askFor = (text: string) => ask(sample.engine, { text, language: 'zh', size: 10 });

/** Numbers from 0 to 1, the same at each run (mulberry32). */
function makeDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(list: readonly T[], dice: () => number): T {
  const chosen = list[Math.floor(dice() * list.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** The first run of four characters or more in a title. */
const runOf = (title: string): string | undefined => /\p{Script=Han}{4,}/u.exec(title)?.[0];

describe('titles in traditional characters', () => {
  test('at least 100 are found among the first three', async () => {
    const convert = Converter({ from: 'cn', to: 't' });
    const titles = [...new Set(sample.library.catalog.entries.map(({ title }) => title))];
    const changed = titles.filter((title) => convert(title) !== title);
    const step = Math.max(1, Math.floor(changed.length / 120));
    const asked = changed.filter((_, at) => at % step === 0).slice(0, 120);
    expect(asked.length).toBeGreaterThanOrEqual(60);
    const missed: string[] = [];
    for (const title of asked) {
      const { hits } = await askFor(convert(title));
      if (!hits.slice(0, 3).some((hit) => hit.title === title)) missed.push(convert(title));
    }
    expect(missed).toEqual([]);
  });
});

describe('homophones', () => {
  test('a title of a hosted standard with one wrong character of the same sound is found in nine of ten', async () => {
    const dice = makeDice(20260601);
    const alike = new Map<string, string[]>();
    for (const character of listGb2312()) {
      const sound = soundOf(character, sounds);
      if (sound !== '') alike.set(sound, [...(alike.get(sound) ?? []), character]);
    }
    const missed: string[] = [];
    let asked = 0;
    for (const { meta } of sample.library.rows) {
      const run = runOf(meta.title);
      if (run === undefined) continue;
      for (const length of [4, 6, run.length]) {
        const start = Math.floor(dice() * Math.max(1, run.length - length + 1));
        const part = [...run].slice(start, start + length);
        const place = Math.floor(dice() * part.length);
        const sound = soundOf(part[place] ?? '', sounds);
        const others = (alike.get(sound) ?? []).filter((each) => each !== part[place]);
        if (others.length === 0) continue;
        const typed = part.map((each, at) => (at === place ? pick(others, dice) : each)).join('');
        const { hits } = await askFor(typed);
        asked += 1;
        if (!hits.some(({ title }) => title.includes(part.join('')))) {
          missed.push(`${typed} for ${part.join('')}`);
        }
      }
    }
    expect(asked).toBeGreaterThanOrEqual(30);
    expect(missed.length / asked, missed.join('; ')).toBeLessThanOrEqual(0.1);
  });

  test('a title is found by its characters one by one, whatever they sound like in context', () => {
    for (const title of ['重庆市长期护理', '银行调查', '音乐行业', '重型行车的长度']) {
      const runs = [...title.matchAll(/\p{Script=Han}+/gu)].map(([run]) => run);
      for (const run of runs) {
        expect(pinyinTokens(title)).toContain(`~${soundOf(run.slice(0, 4), sounds)}`);
      }
    }
    expect(pinyinTokens('重庆')).toEqual(expect.arrayContaining(['~chongqing', '~zhongqing']));
  });

  test('readings are those of the dictionary', () => {
    for (const [character, readings] of sounds) {
      const known = pinyin(character, { toneType: 'none', v: true, multiple: true }).split(' ');
      for (const reading of readings) expect(known, character).toContain(reading);
    }
  });
});

import { expect, it } from 'vitest';
import { createPassageKeeper } from '#search/match/kept-passages.ts';
import { buildPassageIndex } from '#search/match/passage-index.ts';
import type { WeighedText } from '#search/match/passage-index.ts';
import { loadSounds } from '#search/question/sound.ts';
import { startChance } from '../../support/text-mutations.ts';

it('an index of passages that is kept and followed is the one that is made anew, whatever changed', async () => {
  const sounds = await loadSounds();
  const random = startChance(5);
  const below = (count: number) => Math.floor(random() * count);
  const characters = [...'冷链物流温度控制企业标准检验规则运输记录贮存车辆'];
  const character = () => characters[below(characters.length)] ?? '';
  const passage = () =>
    new Map(
      Array.from({ length: 2 + below(30) }, () => [
        below(5) === 0 ? `_${below(300)}` : character() + character(),
        1 + below(31),
      ]),
    );
  const text = (): WeighedText => Array.from({ length: 1 + below(70) }, passage);
  // So many passages that the lists of the frequent pairs are cut.
  let texts = Array.from({ length: 400 }, text);
  const keep = createPassageKeeper();
  expect(keep(texts, sounds)).toEqual(buildPassageIndex(texts, sounds));
  for (let step = 0; step < 8; step += 1) {
    const own = new Set(Array.from({ length: below(4) }, () => below(texts.length)));
    texts = texts.map((each, at) =>
      own.has(at)
        ? [...each.slice(0, -1), passage(), ...(step % 3 === 0 ? [passage()] : [])]
        : each,
    );
    if (step === 6) texts = texts.slice(0, -1);
    expect(keep(texts, sounds)).toEqual(buildPassageIndex(texts, sounds));
  }
  const before = keep(texts, sounds);
  const [first = [], ...rest] = texts;
  const after = keep([[...first.slice(0, -1), new Map([['_alone', 31]])], ...rest], sounds);
  const files = new Set(before.files.values());
  expect([...after.files.values()].filter((content) => !files.has(content)).length).toBeLessThan(
    before.files.size / 2,
  );
});

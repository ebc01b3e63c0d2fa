import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readVocabulary } from '#library/vocabulary.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((each) => rmSync(each, { recursive: true })));

function read(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-words-'));
  folders.push(folder);
  mkdirSync(join(folder, 'vocabulary'));
  writeFileSync(join(folder, 'vocabulary', 'places.yaml'), text);
  const { vocabulary, diagnostics } = readVocabulary(folder);
  return {
    places: Object.fromEntries(vocabulary.places),
    told: diagnostics.map(({ message }) => message.zh),
  };
}

describe('what people call places', () => {
  test('is read by place; an empty file has none', () => {
    expect(read('cold-chain/storage: { zh: [冷库], industries: [G5930] }\n')).toEqual({
      places: { 'cold-chain/storage': { zh: ['冷库'], en: [], industries: ['G5930'] } },
      told: [],
    });
    expect(read('# 空\n')).toEqual({ places: {}, told: [] });
  });

  test('has a word once in a system, whatever its case; in another system it may stand again', () => {
    expect(read('a/x: { en: [LCD] }\na/y: { en: [lcd] }\n').told).toEqual([
      '词表读不通：a/y：“lcd”已在 a/x：一个词在一个体系里只归一处',
    ]);
    expect(read('a/x: { en: [LCD] }\nb/y: { en: [lcd] }\n').told).toEqual([]);
  });

  test.each([
    ['an empty word', "a/x: { zh: [''] }\n"],
    ['a word of one character', 'a/x: { zh: [梨] }\n'],
    ['another key', 'a/x: { also: [冷库] }\n'],
    ['a key that is no place', 'A b: { zh: [冷库] }\n'],
    ['a code that is none', 'a/x: { industries: [冷库] }\n'],
    ['a list', '- 冷库\n'],
    ['no YAML', 'a: [\n'],
  ])('with %s is refused', (_, text) => {
    const { places, told } = read(text);
    expect(places).toEqual({});
    expect(told).toHaveLength(1);
  });
});

import { expect, it } from 'vitest';
import { holdEntries } from '#library/cache.ts';
import { createMemory } from '#search/embedded/texts/remember.ts';

it('a process that lives long makes anew what has changed, and forgets what is no more', () => {
  const made: string[] = [];
  const begin = createMemory(
    (text: string) => {
      made.push(text);
      return text.toUpperCase();
    },
    (text) => text,
  );
  const run = (...texts: readonly string[]): readonly string[] => {
    made.length = 0;
    const make = begin();
    expect(texts.map((text) => make(text))).toEqual(texts.map((text) => text.toUpperCase()));
    return [...made];
  };
  expect(run('a', 'b')).toEqual(['a', 'b']);
  expect(run('a', 'b')).toEqual(['a', 'b']);
  holdEntries();
  expect(run('a', 'b')).toEqual(['a', 'b']);
  expect(run('a', 'c')).toEqual(['c']);
  expect(run('a', 'b')).toEqual(['b']);
});

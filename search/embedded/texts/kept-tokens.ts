import { isHoldingEntries } from '#library/cache.ts';
import { shortDigest } from '#library/digest.ts';
import { readSummed, writeSummed } from '#library/summed-file.ts';

type Tokens = readonly string[];

/** What things are found by, for one index: those that are known are not asked for again. */
export interface KeptTokens<In> {
  readonly of: (input: In) => Tokens;
  /** To be told when all of them were asked for. */
  readonly keep: () => void;
}

/** So few are made each time; beyond that the file is written anew. */
const fewMade = 100;

/**
 * What is found of each of many things, of which few change from one index to the next, told apart by `keyOf`. It is kept in
 * a file, for the code that made it; a process that publishes again and again remembers it, as the same objects.
 */
export function keepTokens<In>(
  make: (input: In) => Tokens,
  keyOf: (input: In) => string,
): (file: string, code: string) => KeptTokens<In> {
  let last: ReadonlyMap<string, Tokens> = new Map();
  return (file, code) => {
    const before = last.size > 0 ? last : readTokens(file, code);
    const now = new Map<string, Tokens>();
    let made = 0;
    return {
      of: (input) => {
        const key = shortDigest(keyOf(input)).slice(0, 16);
        const known = now.get(key) ?? before.get(key);
        if (!known) made += 1;
        const tokens = known ?? make(input);
        now.set(key, tokens);
        return tokens;
      },
      keep: () => {
        if (isHoldingEntries()) last = now;
        if (made > fewMade) writeSummed(file, JSON.stringify([...now]), code);
      },
    };
  };
}

/** Nothing where there is no file, or one that other code made, or a damaged one. */
function readTokens(file: string, code: string): ReadonlyMap<string, Tokens> {
  const content = readSummed(file, code) ?? '[]';
  return new Map(JSON.parse(content) as readonly (readonly [string, Tokens])[]);
}

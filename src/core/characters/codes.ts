/** The codes of some characters, each of one UTF-16 unit: a long text is asked for codes, which cost no string each. */
export function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

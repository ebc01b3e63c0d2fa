/**
 * Signs that stand for a mark of a number where keyboards, scans and file systems put another: what Word, PDF and
 * catalogues hold in place of `-`, `/`, `~` and `:`. One sign of ASCII each, so that offsets in a text hold.
 */
export const MARK_TWINS: ReadonlyMap<string, string> = new Map(
  [
    [
      '-',
      '\u02d7\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207b\u208b\u2212\u2500\u2501\u2796\u2e3a\u2e3b\u30a0\u30fc\u3161\ufe58\ufe63\uff0d\uff70',
    ],
    ['/', '\u2044\u2215\u27cb\u29f8\u2571\u3033\uff0f'],
    ['~', '\u02dc\u223c\u223f\u301c\u3030\uff5e'],
    [':', '\u02d0\u2236\ua789\ufe55\uff1a'],
  ].flatMap(([mark = '', twins = '']) => [...twins].map((twin): [string, string] => [twin, mark])),
);

const kept = (mark: string): string =>
  [...MARK_TWINS].flatMap(([twin, of]) => (of === mark ? [twin] : [])).join('');

/** The signs taken for `-` and for `/`, as the inside of a class of characters. */
export const DASH_TWINS: string = kept('-');
export const SLASH_TWINS: string = kept('/');

const ANY = new RegExp(`[${[...MARK_TWINS.keys()].join('')}]`, 'g');

/** The text with each look-alike mark as the sign of ASCII that is meant, length kept. */
export function replaceMarks(text: string): string {
  return text.replace(ANY, (twin) => MARK_TWINS.get(twin) ?? twin);
}

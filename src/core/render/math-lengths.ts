/** Lengths that KaTeX writes as inline styles: the letter of their classes and the whole ems between which they lie. */
const lengths: Readonly<Record<string, readonly [letter: string, least: number, most: number]>> = {
  height: ['h', -2, 30],
  'vertical-align': ['v', -20, 20],
  top: ['t', -40, 20],
  'margin-left': ['l', -10, 20],
  'margin-right': ['r', -10, 20],
  'border-bottom-width': ['b', 0, 2],
  left: ['x', -10, 20],
  'padding-left': ['p', 0, 20],
  'min-width': ['m', 0, 20],
  width: ['w', 0, 30],
  bottom: ['u', -10, 20],
  'border-width': ['d', 0, 2],
  'border-right-width': ['c', 0, 20],
  'border-top-width': ['e', 0, 20],
};
/** Other declarations, by their classes. */
const fixed: Readonly<Record<string, string>> = {
  'position:relative': 'k-relative',
  'border-style:solid': 'k-box',
  'border-right-style:solid': 'k-line',
  'border-right-style:dashed': 'k-dashes',
  'color:transparent': 'k-unseen',
  'margin:0 -0.02em': 'k-near',
};

/**
 * Formulae of KaTeX with classes in place of inline styles, which a strict content security policy refuses: a class for
 * the whole ems and one for the hundredths, which are less than a tenth of a pixel at the size of texts. What has no such
 * class, such as a colour, is left out and told, each once: `color:red`. Their sheet is {@link writeMathLengths}.
 */
export function nameMathLengths(html: string): {
  readonly html: string;
  readonly unshown: readonly string[];
} {
  const unshown = new Set<string>();
  const named = html.replace(/<[a-z]+ [^<>]*>/g, (tag) => {
    const style = / style="([^"]*)"/.exec(tag);
    if (!style) return tag;
    const names = (style[1] ?? '').split(';').flatMap((written) => {
      const declaration = written.trim();
      if (declaration === '') return [];
      const name = nameDeclaration(declaration);
      if (name === undefined) unshown.add(declaration);
      return name ?? [];
    });
    const bare = tag.replace(style[0], '');
    if (names.length === 0) return bare;
    return / class="/.test(bare)
      ? bare.replace(/ class="([^"]*)"/, ` class="$1 ${names.join(' ')}"`)
      : bare.replace(/^<[a-z]+/, `$& class="${names.join(' ')}"`);
  });
  return { html: named, unshown: [...unshown] };
}

function nameDeclaration(declaration: string): string | undefined {
  if (Object.hasOwn(fixed, declaration)) return fixed[declaration];
  const [, property = '', value = ''] = /^([a-z-]+):(-?[\d.]+)em$/.exec(declaration) ?? [];
  const [letter, least = 0, most = 0] = lengths[property] ?? [];
  const hundredths = Math.round(Number(value) * 100);
  const whole = Math.floor(hundredths / 100);
  if (letter === undefined || whole < least || whole > most) return undefined;
  return `k${letter}${whole} k${letter}_${hundredths - whole * 100}`;
}

/** The sheet of the classes that {@link nameMathLengths} gives, above what comes with KaTeX. */
export function writeMathLengths(): string {
  const all = Object.entries(lengths);
  const line = (rules: readonly string[]) => rules.join(' ');
  const count = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const wholes = count(-40, 30).map((whole) =>
    line(
      all.flatMap(([property, [letter, least, most]]) =>
        whole < least || whole > most
          ? []
          : `.k${letter}${whole}{${property}:calc(${whole}em + var(--k${letter}))}`,
      ),
    ),
  );
  const hundredths = count(0, 99).map((part) =>
    line(all.map(([, [letter]]) => `.k${letter}_${part}{--k${letter}:${part / 100}em}`)),
  );
  return `/* Lengths in formulae: made by writeMathLengths of core/render/math-lengths.ts. */\n@layer parts {\n${Object.entries(
    fixed,
  )
    .map(([declaration, name]) => `.${name}{${declaration}}`)
    .join(' ')}\n${[...wholes, ...hundredths].join('\n')}\n}\n`;
}

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const dir = 'src/site/styles';
const ORDER = 'layers.css';
const LAYERS = ['tokens', 'base', 'parts', 'pages', 'print'];

/** Each sheet by its name, without comments. */
const sheets = new Map(
  globSync(`${dir}/*.css`).map((path) => [
    basename(path),
    readFileSync(path, 'utf8').replaceAll(/\/\*[^]*?\*\//g, ''),
  ]),
);

/** What stands outside all braces: each statement, each head of a block. */
function listTopLevel(sheet: string): readonly string[] {
  return sheet.split('\n').filter((line) => /^[^\s}]/.test(line));
}

/** Lines of all sheets in which a pattern is found, each as `sheet: line`. */
function findLines(pattern: RegExp): readonly string[] {
  return [...sheets].flatMap(([name, sheet]) =>
    sheet
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
}

describe('layers', () => {
  it('have one order', () => {
    expect(sheets.get(ORDER)?.trim()).toBe(`@layer ${LAYERS.join(', ')};`);
  });

  it.each([...sheets.keys()].filter((name) => name !== ORDER))('%s has all in layers', (name) => {
    const [first, ...rest] = listTopLevel(sheets.get(name) ?? '');
    expect(first).toBe(`@import './${ORDER}';`);
    const heads = rest.filter((head) => !/^@page |^@page$/.test(head));
    expect(heads.length).toBeGreaterThan(0);
    for (const head of heads) {
      expect(head).toMatch(
        new RegExp(
          String.raw`^@layer (?:${LAYERS.join('|')}) \{$|^@import '(?:\S+' layer\(base\)|\./\S+\.css');$`,
        ),
      );
    }
  });

  it('leave little to call important, and only where the lowest layer must win', () => {
    expect(findLines(/!important/)).toEqual(['base.css: display: none !important;']);
  });

  it('hold what is otherwise on paper', () => {
    for (const [name, sheet] of sheets) {
      const inLayers = sheet.split(/^@layer /m).slice(1);
      for (const block of inLayers) {
        const layer = /^\w+/.exec(block)?.[0];
        expect(block.includes('@media print {'), `${name} ${layer}`).toBe(layer === 'print');
      }
    }
  });

  it('are in sheets, not in components', () => {
    const components = globSync('src/site/**/*.astro');
    expect(components.length).toBeGreaterThan(50);
    const styled = components.filter((path) => readFileSync(join(path), 'utf8').includes('<style'));
    expect(styled).toEqual([]);
  });
});

describe('widths', () => {
  const table = readFileSync(`${dir}/${ORDER}`, 'utf8');
  const rows = [...table.matchAll(/^ \* {3}(\w+) +(\d+)rem +(\d+)px +([\d.]+)rem {2,}/gm)];
  const allowed = rows.flatMap(([, , width = '', , below = '']) => [
    `min-width: ${width}rem`,
    `max-width: ${below}rem`,
  ]);

  it('are five, each with a name, the same in pixels, and what is below it', () => {
    expect(rows.map(([, name]) => name)).toEqual(['narrow', 'medium', 'column', 'full', 'broad']);
    for (const [, name, width, pixels, below] of rows) {
      expect(Number(pixels), name).toBe(Number(width) * 16);
      expect(Number(below), name).toBeCloseTo(Number(width) - 0.01, 5);
    }
  });

  it('are the only ones in queries of sheets', () => {
    const asked = [...sheets].flatMap(([name, sheet]) =>
      [...sheet.matchAll(/@(?:media|container)[^{]*/g)].flatMap(([query]) =>
        [...query.matchAll(/\(([^()]*(?:width|height|inline-size)[^()]*)\)/g)].map(
          ([, condition = '']) => ({ name, condition: condition.trim() }),
        ),
      ),
    );
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter(({ condition }) => !allowed.includes(condition))).toEqual([]);
  });

  it('are the only ones that scripts and pages ask for', () => {
    const files = globSync(['src/site/**/*.{ts,js,astro}', 'search/**/*.ts']);
    const asked = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\(((?:min|max)-width: ?[^()]*)\)/g)].map(
        ([, condition = '']) => ({ file, condition }),
      ),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ condition }) => !allowed.includes(condition))).toEqual([]);
  });
});

/** A rule of a sheet, with what it says sorted. */
interface Rule {
  readonly name: string;
  readonly selector: string;
  readonly says: readonly string[];
}

/** All rules of all sheets; what blocks of queries enclose comes one by one. */
function listRules(): readonly Rule[] {
  return [...sheets].flatMap(([name, sheet]) =>
    [...sheet.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', says = '']) => ({
      name,
      selector: selector.trim().replaceAll(/\s+/g, ' '),
      says: says
        .split(';')
        .map((each) => each.trim().replaceAll(/\s+/g, ' '))
        .filter((each) => each !== ''),
    })),
  );
}

describe('parts', () => {
  const rules = listRules();
  const parts = rules.filter(
    ({ name, says }) => ['parts.css', 'count-bar.css'].includes(name) && says.length >= 3,
  );

  it('are there', () => {
    const selectors = parts.map(({ selector }) => selector);
    for (const part of [
      '.touch-link, .link-list a',
      '.link-list',
      '.plain-button',
      '.field',
      '.tag',
    ])
      expect(selectors).toContain(part);
    expect(selectors).toContain('.count-bar');
    expect(selectors).toContain('.fold-head');
  });

  it('are drawn once: no other rule says all that one of them says', () => {
    const twins = parts.flatMap((part) =>
      rules
        .filter((rule) => rule !== part && part.says.every((each) => rule.says.includes(each)))
        // A head with something at its end is another part, whatever its gaps are.
        .filter(({ says }) => !says.includes('justify-content: space-between'))
        .map(({ name, selector }) => `${name} ${selector}: ${part.selector}`),
    );
    // Terms with their data, no links.
    expect(twins).toEqual(['cover.css .codes: .link-list']);
  });
});

describe('lengths', () => {
  /** A box is as wide as what it holds needs: told where the box is laid out. */
  const OF_BOXES =
    /^(?:grid-template-columns|columns|flex|(?:max-|min-)?width|max-height|contain-intrinsic-size)$/;
  /** Up to so many pixels a line is thick, or two lines lie apart. */
  const LINE = 4;
  const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
    // Letters of a drawing, in its own units.
    'chain-map.css': ['font-size: 14px', 'font-size: 13px', 'font-size: 13px'],
    'systems.css': ['right: 3.5rem', 'font-size: 11px'],
    // Out of sight until focus is there; the head of each page.
    'chrome.css': ['top: -4rem', 'min-height: 4.25rem'],
    // From the line of a heading to the middle of what is beside it.
    'clause-tools.css': [
      'top: calc((1.7rem - var(--touch)) / 2)',
      'top: calc((3.6rem - var(--touch)) / 2)',
    ],
    // Numbers of clauses hang in the margin.
    'document.css': ['padding-left: 5rem', 'margin-left: -5rem', 'padding-left: 5rem'],
    // The same, for what stands there in a draft.
    'draft.css': [
      'top: calc((1.7rem - var(--touch)) / 2)',
      'top: calc((3.6rem - var(--touch)) / 2)',
    ],
    // What grows with the window; the links of the chain.
    'home.css': [
      'gap: var(--space-6) clamp(2rem, 6vw, 6rem)',
      'padding-block: clamp(2rem, 4vw, 3.25rem)',
      'top: -8px',
      'height: 14px',
    ],
    // The bar that stays in sight, and what passes under it.
    'reading.css': [
      '--bar: 3rem',
      'scroll-margin-top: calc(var(--bar, 0px) + 1rem)',
      'padding-bottom: 5.5rem',
    ],
    // Marks on the line of editions; what grows with the window.
    'standard.css': [
      'margin-left: 5px',
      'left: -7px',
      'height: 12px',
      'column-gap: clamp(1.75rem, 3vw, 3rem)',
    ],
    // Letters to jump to stay in sight.
    'terms.css': ['scroll-margin-top: 5rem'],
  };

  function isRaw(says: string): boolean {
    const [property = '', ...value] = says.split(':');
    if (OF_BOXES.test(property)) return false;
    return [...value.join(':').matchAll(/(?<![\w.#-])-?(\d*\.?\d+)(rem|px)\b/g)].some(
      ([, size, unit]) => Number(size) > (unit === 'px' ? LINE : 0),
    );
  }

  it('are tokens, but for few that stand for one thing in one place', () => {
    const raw: Record<string, string[]> = {};
    for (const { name, says } of listRules()) {
      const found = says.filter(isRaw);
      if (found.length > 0 && name !== 'tokens.css') (raw[name] ??= []).push(...found);
    }
    expect(raw).toEqual(EXCEPTIONS);
  });

  it.each(['margin-top: 0.9rem', 'gap: 0 12px', 'font-size: 15px', 'min-height: 2.5rem'])(
    'are found raw in %s',
    (says) => expect(isRaw(says)).toBe(true),
  );

  it('are all of use', () => {
    const all = [...sheets.values()].join('\n');
    const defined = [...(sheets.get('tokens.css') ?? '').matchAll(/^\s+(--[\w-]+):/gm)];
    const tokens = new Set(defined.map(([, token = '']) => token));
    expect(tokens.size).toBeGreaterThan(60);
    expect([...tokens].filter((token) => !all.includes(`var(${token})`))).toEqual([]);
  });
});

describe('classes', () => {
  /** Put together where they are drawn, each from the words beside it; or drawn by KaTeX. */
  const COMPOSED = {
    l2: 'contents',
    l3: 'contents',
    'has-tablet': 'has-',
    'has-laptop': 'has-',
    'has-desktop': 'has-',
  };

  it('that are styled are named by a template, a script or a renderer', () => {
    const files = globSync(['src/**/*.{astro,ts,js}', 'search/**/*.ts']);
    const named = new Set<string>(
      files.flatMap((file) => readFileSync(file, 'utf8').match(/[a-zA-Z][\w-]*/g) ?? []),
    );
    const styled = new Set(
      listRules().flatMap(({ selector }) =>
        [...selector.replaceAll(/\[[^\]]*\]/g, '').matchAll(/[.#]([a-zA-Z][\w-]*)/g)].map(
          ([, name = '']) => name,
        ),
      ),
    );
    expect(styled.size).toBeGreaterThan(250);
    const unnamed = [...styled].filter((name) => !named.has(name));
    expect(unnamed.sort()).toEqual(Object.keys(COMPOSED).sort());
  });
});

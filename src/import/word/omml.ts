import { childOf, elementsOf, textOf } from './xml-tree.ts';
import type { WordElement } from './xml-tree.ts';

/** A formula in LaTeX, and names of what in it is not known; its text is kept. */
export interface Latex {
  readonly latex: string;
  readonly unknown: readonly string[];
}

/** LaTeX (as KaTeX reads it) of a formula of Word (`m:oMath`, ECMA-376-1, 22.1). */
export function toLatex(formula: WordElement): Latex {
  const unknown: string[] = [];
  const latex = writeAll(formula, unknown).replace(/\s+/g, ' ').trim();
  return { latex, unknown };
}

type Write = (element: WordElement, unknown: string[]) => string;

const writers: Readonly<Record<string, Write>> = {
  'm:r': writeRun,
  'm:f': writeFraction,
  'm:sSup': (it, un) => `${base(it, un)}^{${part(it, 'm:sup', un)}}`,
  'm:sSub': (it, un) => `${base(it, un)}_{${part(it, 'm:sub', un)}}`,
  'm:sSubSup': (it, un) => `${base(it, un)}_{${part(it, 'm:sub', un)}}^{${part(it, 'm:sup', un)}}`,
  'm:sPre': (it, un) => `{}_{${part(it, 'm:sub', un)}}^{${part(it, 'm:sup', un)}}${base(it, un)}`,
  'm:rad': writeRoot,
  'm:nary': writeLarge,
  'm:d': writeFence,
  'm:func': (it, un) => `${writeFunction(childOf(it, 'm:fName'), un)} ${base(it, un)}`,
  'm:limLow': (it, un) => `${writeLimited(it, un)}_{${part(it, 'm:lim', un)}}`,
  'm:limUpp': (it, un) => `${writeLimited(it, un)}^{${part(it, 'm:lim', un)}}`,
  'm:acc': writeAccent,
  'm:bar': (it, un) =>
    `\\${mVal(childOf(it, 'm:barPr'), 'm:pos') === 'bot' ? 'under' : 'over'}line{${part(it, 'm:e', un)}}`,
  'm:groupChr': (it, un) => {
    const isTop = mVal(childOf(it, 'm:groupChrPr'), 'm:pos') === 'top';
    return `\\${isTop ? 'overbrace' : 'underbrace'}{${part(it, 'm:e', un)}}`;
  },
  'm:borderBox': (it, un) => `\\boxed{${part(it, 'm:e', un)}}`,
  'm:m': (it, un) => `\\begin{matrix} ${rows(it, 'm:mr', un)} \\end{matrix}`,
  'm:eqArr': (it, un) => {
    const lines = elementsOf(it)
      .filter(({ name }) => name === 'm:e')
      // What follows `#` is the number of the formula, which is given anew.
      .map((line) => writeAll(line, un).replace(/\\#.*$/, ''));
    return lines.length === 1
      ? (lines[0] ?? '')
      : `\\begin{aligned} ${lines.join(' \\\\ ')} \\end{aligned}`;
  },
};

/** Elements that only hold others, and properties. */
const transparent = new Set([
  'm:e',
  'm:box',
  'm:phant',
  'm:oMath',
  'm:num',
  'm:den',
  'm:sub',
  'm:sup',
  'm:deg',
  'm:lim',
  'm:fName',
  'm:mr',
  'w:ins',
  'w:moveTo',
  'w:sdt',
  'w:sdtContent',
  'w:smartTag',
]);
const silent =
  /^(?:m:\w+Pr|w:rPr|w:bookmark(?:Start|End)|w:del|w:moveFrom|w:comment\w+|w:perm(?:Start|End))$/;

function write(element: WordElement, unknown: string[]): string {
  const writer = writers[element.name];
  if (writer) return writer(element, unknown);
  if (silent.test(element.name)) return '';
  if (!transparent.has(element.name)) unknown.push(element.name);
  return writeAll(element, unknown);
}

const writeAll: Write = (element, unknown) =>
  elementsOf(element)
    .map((child) => write(child, unknown))
    .join('');

const part = (element: WordElement, name: string, unknown: string[]): string => {
  const child = childOf(element, name);
  return child ? writeAll(child, unknown).trim() : '';
};

/** What an index hangs on: in braces, unless it is one sign. */
const base = (element: WordElement, unknown: string[]): string => {
  const text = part(element, 'm:e', unknown);
  return /^(?:[A-Za-z0-9]|\\[a-zA-Z]+|.)$/u.test(text) ? text : `{${text}}`;
};

const mVal = (element: WordElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['m:val'];

const isMathOn = (element: WordElement | undefined, name: string): boolean => {
  const property = childOf(element, name);
  return (
    property !== undefined && !['0', 'off', 'false'].includes(property.attributes['m:val'] ?? '')
  );
};

function writeFraction(element: WordElement, unknown: string[]): string {
  const [top, bottom] = [part(element, 'm:num', unknown), part(element, 'm:den', unknown)];
  const type = mVal(childOf(element, 'm:fPr'), 'm:type');
  if (type === 'lin' || type === 'skw') return `{${top}}/{${bottom}}`;
  return type === 'noBar' ? `{${top} \\atop ${bottom}}` : `\\frac{${top}}{${bottom}}`;
}

function writeRoot(element: WordElement, unknown: string[]): string {
  const degree = isMathOn(childOf(element, 'm:radPr'), 'm:degHide')
    ? ''
    : part(element, 'm:deg', unknown);
  return `\\sqrt${degree === '' ? '' : `[${degree}]`}{${part(element, 'm:e', unknown)}}`;
}

const large: Readonly<Record<string, string>> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∐': '\\coprod',
  '∫': '\\int',
  '∬': '\\iint',
  '∭': '\\iiint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
  '⋁': '\\bigvee',
  '⋀': '\\bigwedge',
};

function writeLarge(element: WordElement, unknown: string[]): string {
  const properties = childOf(element, 'm:naryPr');
  const sign = mVal(properties, 'm:chr') ?? '∫';
  const [low, high] = [part(element, 'm:sub', unknown), part(element, 'm:sup', unknown)];
  const limits =
    mVal(properties, 'm:limLoc') === 'undOvr' && /[∫∬∭∮]/u.test(sign) ? '\\limits' : '';
  return `${large[sign] ?? escape(sign)}${limits}${low && `_{${low}}`}${high && `^{${high}}`} ${part(element, 'm:e', unknown)}`;
}

const fences: Readonly<Record<string, string>> = {
  '{': '\\{',
  '}': '\\}',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '〈': '\\langle',
  '〉': '\\rangle',
  '‖': '\\|',
  '⌈': '\\lceil',
  '⌉': '\\rceil',
  '⌊': '\\lfloor',
  '⌋': '\\rfloor',
  '（': '(',
  '）': ')',
  '': '.',
};

function writeFence(element: WordElement, unknown: string[]): string {
  const properties = childOf(element, 'm:dPr');
  const [open, close] = [mVal(properties, 'm:begChr') ?? '(', mVal(properties, 'm:endChr') ?? ')'];
  const separator = mVal(properties, 'm:sepChr') ?? '|';
  const inner = elementsOf(element)
    .filter(({ name }) => name === 'm:e')
    .map((child) => writeAll(child, unknown).trim())
    .join(separator === '|' ? ' \\middle| ' : ` ${escape(separator)} `);
  return `\\left${fences[open] ?? escape(open)} ${inner} \\right${fences[close] ?? escape(close)}`;
}

const accents: Readonly<Record<string, string>> = {
  '\u0302': 'hat',
  '^': 'hat',
  '\u0303': 'tilde',
  '~': 'tilde',
  '\u0304': 'bar',
  '\u0305': 'bar',
  '¯': 'bar',
  '\u0307': 'dot',
  '\u0308': 'ddot',
  '\u20D7': 'vec',
  '→': 'vec',
  '\u030C': 'check',
  '\u0306': 'breve',
};

function writeAccent(element: WordElement, unknown: string[]): string {
  const sign = mVal(childOf(element, 'm:accPr'), 'm:chr') ?? '\u0302';
  const accent = accents[sign];
  if (accent === undefined) unknown.push(`m:acc ${sign}`);
  return `\\${accent ?? 'hat'}{${part(element, 'm:e', unknown)}}`;
}

const rows = (element: WordElement, name: string, unknown: string[]): string =>
  elementsOf(element)
    .filter((row) => row.name === name)
    .map((row) =>
      elementsOf(row)
        .filter((cell) => cell.name === 'm:e')
        .map((cell) => writeAll(cell, unknown).trim())
        .join(' & '),
    )
    .join(' \\\\ ');

/** Names of functions that LaTeX has. */
const functions = new Set(
  'sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan ln lg log exp lim max min sup inf det dim ker gcd arg deg'.split(
    ' ',
  ),
);

const writeFunction = (name: WordElement | undefined, unknown: string[]): string => {
  if (!name) return '';
  const plain = textOf(name).trim();
  return functions.has(plain) ? `\\${plain}` : writeAll(name, unknown);
};

/** The operator that a limit stands under or over: `lim`, `max`. */
const writeLimited = (element: WordElement, unknown: string[]): string => {
  const child = childOf(element, 'm:e');
  const plain = child ? textOf(child).trim() : '';
  return functions.has(plain) ? `\\${plain}` : `\\mathop{${part(element, 'm:e', unknown)}}\\limits`;
};

function writeRun(element: WordElement): string {
  const properties = childOf(element, 'm:rPr');
  const text = elementsOf(element)
    .filter(({ name }) => name === 'm:t')
    .map(textOf)
    .join('');
  const isUpright = mVal(properties, 'm:sty') === 'p';
  if (isMathOn(properties, 'm:nor')) return text === '' ? '' : `\\text{${escapeText(text)}}`;
  return [...text.matchAll(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+|[A-Za-z]{2,}|[^]/gu)]
    .map(([piece]) => {
      if (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(piece)) return `\\text{${piece}}`;
      if (!/^[A-Za-z]{2,}$/.test(piece)) return escape(piece);
      if (functions.has(piece)) return `\\${piece} `;
      return isUpright ? `\\mathrm{${piece}}` : piece;
    })
    .join('');
}

const signs: Readonly<Record<string, string>> = {
  '\\': '\\backslash ',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '^': '\\hat{}',
  '~': '\\sim ',
  '×': '\\times ',
  '÷': '\\div ',
  '·': '\\cdot ',
  '⋅': '\\cdot ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '±': '\\pm ',
  '∓': '\\mp ',
  '∞': '\\infty ',
  '−': '-',
  // What KaTeX and Word print for `*`.
  '∗': '*',
  '→': '\\to ',
  '…': '\\ldots ',
  '⋯': '\\cdots ',
  '∂': '\\partial ',
  '∈': '\\in ',
  '°': '^{\\circ}',
  '′': "'",
  '\u00A0': ' ',
  '\u200B': '',
  '\u2061': '',
  '\u2062': '',
};

/** A sign as LaTeX has it: nothing that a formula says is a command. */
function escape(text: string): string {
  return [...text].map((sign) => signs[sign] ?? sign).join('');
}

const escapeText = (text: string): string =>
  text.replace(/[\\{}$%&#_^~]/g, (sign) =>
    sign === '\\'
      ? '\\textbackslash{}'
      : sign === '^'
        ? '\\textasciicircum{}'
        : sign === '~'
          ? '\\textasciitilde{}'
          : `\\${sign}`,
  );

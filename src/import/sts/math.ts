import { lookUp } from '#core/base/look-up.ts';
import { elementsOf, isElement, rawTextOf } from './tree.ts';
import type { StsElement } from './tree.ts';

/** LaTeX of a formula, and names of elements in it that are not known; their text is kept. */
export interface Latex {
  readonly latex: string;
  readonly unknown: readonly string[];
}

/** LaTeX (as KaTeX reads it) of presentation MathML (W3C MathML 3, clause 3). */
export function toLatex(math: StsElement): Latex {
  const unknown: string[] = [];
  const latex = writeAll(math, unknown).replaceAll(/\s+/g, ' ').trim();
  return { latex, unknown };
}

type Write = (element: StsElement, unknown: string[]) => string;

const signs: Readonly<Record<string, string>> = {
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∫': '\\int ',
  '−': '-',
  '×': '\\times ',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '÷': '\\div ',
  '±': '\\pm ',
  '≤': '\\le ',
  '⩽': '\\le ',
  '≥': '\\ge ',
  '⩾': '\\ge ',
  '≠': '\\ne ',
  '≈': '\\approx ',
  '∞': '\\infty ',
  '∂': '\\partial ',
  '√': '\\surd ',
  '→': '\\to ',
  '∈': '\\in ',
  '…': '\\ldots ',
  '⋯': '\\cdots ',
  '%': '\\% ',
  '{': '\\{',
  '}': '\\}',
  '&': '\\& ',
  '#': '\\# ',
  $: '\\$ ',
  _: '\\_ ',
  '°': '^\\circ ',
  '\u2061': '',
  '\u2062': '',
  '\u2063': '',
  '\u2064': '',
};

const greek =
  'α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega'.split(
    ' ',
  );
const greekNames = new Map(
  greek.flatMap((sign, index) =>
    index % 2 === 0 ? [[sign, `\\${greek[index + 1]} `] as const] : [],
  ),
);

const functionNames =
  /^(?:sin|cos|tan|cot|sinh|cosh|tanh|arcsin|arccos|arctan|ln|lg|log|exp|max|min|lim|det|gcd|sup|inf)$/;

const writeSigns = (text: string): string =>
  [...text].map((sign) => signs[sign] ?? greekNames.get(sign) ?? sign).join('');

function writeIdentifier(element: StsElement): string {
  const text = rawTextOf(element).trim();
  if (functionNames.test(text)) return `\\${text} `;
  const written = writeSigns(text);
  const isUpright = element.attributes['mathvariant'] === 'normal' || [...text].length > 1;
  return isUpright && /^[\p{L}\d ]+$/u.test(text) && !written.includes('\\')
    ? `\\mathrm{${written}}`
    : written;
}

const writers: Readonly<Record<string, Write>> = {
  'mml:mi': writeIdentifier,
  'mml:mn': (it) => writeSigns(rawTextOf(it).trim()),
  'mml:mo': (it) => writeSigns(rawTextOf(it).trim()),
  'mml:mtext': (it) => {
    const text = rawTextOf(it).replaceAll(/[\\{}$%#&_^]/g, String.raw`\$&`);
    return text.trim() === '' ? '\\ ' : `\\text{${text}}`;
  },
  'mml:mspace': () => '\\ ',
  'mml:mfrac': (it, un) => `\\frac{${part(it, 0, un)}}{${part(it, 1, un)}}`,
  'mml:msqrt': (it, un) => `\\sqrt{${writeAll(it, un)}}`,
  'mml:mroot': (it, un) => `\\sqrt[${part(it, 1, un)}]{${part(it, 0, un)}}`,
  'mml:msup': (it, un) => `${base(it, un)}^{${part(it, 1, un)}}`,
  'mml:msub': (it, un) => `${base(it, un)}_{${part(it, 1, un)}}`,
  'mml:msubsup': (it, un) => `${base(it, un)}_{${part(it, 1, un)}}^{${part(it, 2, un)}}`,
  'mml:munder': (it, un) => `${under(it, un)}_{${part(it, 1, un)}}`,
  'mml:mover': writeOver,
  'mml:munderover': (it, un) => `${under(it, un)}_{${part(it, 1, un)}}^{${part(it, 2, un)}}`,
  'mml:mfenced': (it, un) => {
    const { open = '(', close = ')', separators = ',' } = it.attributes;
    const parts = elementsOf(it).map((child) => write(child, un));
    const fence = (sign: string): string => (sign === '' ? '.' : writeSigns(sign));
    return `\\left${fence(open)}${parts.join(separators.trim().charAt(0))}\\right${fence(close)}`;
  },
  'mml:mtable': (it, un) =>
    `\\begin{matrix} ${elementsOf(it)
      .map((row) =>
        elementsOf(row)
          .map((cell) => writeAll(cell, un))
          .join(' & '),
      )
      .join(' \\\\ ')} \\end{matrix}`,
  'mml:menclose': (it, un) => `\\boxed{${writeAll(it, un)}}`,
  // Of a formula in two forms the drawn one.
  'mml:semantics': (it, un) => part(it, 0, un),
  'mml:annotation': () => '',
  'mml:annotation-xml': () => '',
};

const accents: Readonly<Record<string, string>> = {
  '¯': 'overline',
  '‾': 'overline',
  '̅': 'overline',
  '^': 'hat',
  '˙': 'dot',
  '˜': 'tilde',
  '~': 'tilde',
  '→': 'vec',
};

function writeOver(element: StsElement, unknown: string[]): string {
  const over = elementsOf(element)[1];
  const accent = over && lookUp(accents, rawTextOf(over).trim());
  return accent
    ? `\\${accent}{${part(element, 0, unknown)}}`
    : `${under(element, unknown)}^{${part(element, 1, unknown)}}`;
}

const transparent = /^mml:(?:math|mrow|mstyle|mpadded|mphantom|merror|maction|mtd|mtr)$/;

function write(element: StsElement, unknown: string[]): string {
  const writer = lookUp(writers, element.name);
  if (writer) return writer(element, unknown);
  if (!transparent.test(element.name)) unknown.push(element.name);
  return writeAll(element, unknown);
}

function writeAll(element: StsElement, unknown: string[]): string {
  return element.children
    .map((child) => (isElement(child) ? write(child, unknown) : child.text.trim()))
    .join('');
}

function part(element: StsElement, index: number, unknown: string[]): string {
  const child = elementsOf(element)[index];
  return child ? write(child, unknown).trim() : '';
}

/** What an index hangs on: in braces, unless it is one sign. */
function base(element: StsElement, unknown: string[]): string {
  const text = part(element, 0, unknown);
  return /^(?:[A-Za-z0-9]|\\[a-zA-Z]+|[^\\])$/u.test(text) ? text : `{${text}}`;
}

/** What limits stand under or over: a sign or a function takes them so, all else has to be told. */
function under(element: StsElement, unknown: string[]): string {
  const text = part(element, 0, unknown);
  return /^\\(?:sum|prod|lim|max|min|sup|inf|int)$/.test(text) ? text : `\\mathop{${text}}\\limits`;
}

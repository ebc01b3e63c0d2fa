import { hasHan } from '#core/characters/chinese.ts';

/** TeX commands that stand for one character. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    varepsilon: 'ε',
    zeta: 'ζ',
    eta: 'η',
    theta: 'θ',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    xi: 'ξ',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    phi: 'φ',
    varphi: 'φ',
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
    Gamma: 'Γ',
    Delta: 'Δ',
    Theta: 'Θ',
    Lambda: 'Λ',
    Pi: 'Π',
    Sigma: 'Σ',
    Phi: 'Φ',
    Psi: 'Ψ',
    Omega: 'Ω',
    sum: '∑',
    prod: '∏',
    int: '∫',
    times: '×',
    cdot: '·',
    div: '÷',
    pm: '±',
    le: '≤',
    leq: '≤',
    ge: '≥',
    geq: '≥',
    ne: '≠',
    neq: '≠',
    approx: '≈',
    sim: '～',
    infty: '∞',
    circ: '°',
    cdots: '…',
    ldots: '…',
    dots: '…',
    lt: '<',
    gt: '>',
    equiv: '≡',
    propto: '∝',
    in: '∈',
    to: '→',
    rightarrow: '→',
    partial: '∂',
    prime: '′',
    ast: '*',
  }),
);

const FUNCTIONS = /^(?:max|min|lim|ln|lg|log|exp|sin|cos|tan|bmod)$/;
const FRACTIONS = /^[dt]?frac$/;
const WITH_LIMITS = /^(?:sum|prod|int)$/;
const LAYOUT = /^(?:left|right|(?:no)?limits|(?:display|text|script)style|[bB]igg?[lr]?)$/;
const BLANKS = /^q?quad$/;

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  n: 'ⁿ',
};

const GROUP = String.raw`\{(?:[^{}]|\{[^{}]*\})*\}`;
/** One number or one letter with its subscripts and exponents. */
const ATOM = new RegExp(
  String.raw`^\s*(?:\d+(?:\.\d+)?|[A-Za-z]|\\(?:mathrm|mathit|mathbf|text)\s*${GROUP}|\\(?!frac|sqrt|sum|prod|int)[A-Za-z]+)(?:\s*[_^]\s*(?:${GROUP}|[A-Za-z0-9]|\\[A-Za-z]+))*\s*$`,
);
/** What a fraction line or a root binds more tightly than, and what tells more than one value in an index. */
const LOOSE = /[-+−±=<>≤≥≠≈～/∑∏∫]/;
const BOUND = /[A-Za-z0-9\u0370-\u03ff)]$/;
/** Groups in groups beyond this are written without brackets of their own. */
const DEEPEST = 30;

const TEX =
  /\\[A-Za-z,;:! %$&#_{}]|[A-Za-z0-9)}]\s*[_^]\{|(?:^|[^A-Za-z0-9_])[A-Za-z]_[A-Za-z0-9](?![A-Za-z0-9_])/;

/** Whether a line is a formula on a line of its own. */
export function isFormula(line: string): boolean {
  return (
    /=|\\(?:frac|sum|int|prod)/.test(line) && /[\\_^]/.test(line) && !hasHan(line) && TEX.test(line)
  );
}

/**
 * A line with TeX in it as plain text: `t_{90}` → t90, `\Delta T` → ΔT, `10^{-3}` → 10⁻³, `\sqrt{a+b}` → √(a+b),
 * `\frac{m_1-m_2}{m_0}` → (m1-m2)/m0. Brackets stand where the line would say something else without. Others as they are.
 */
export function writePlainFormulas(line: string): string {
  return TEX.test(line) ? writeUntil({ line, at: 0 }, '', 0) : line;
}

interface Reader {
  readonly line: string;
  at: number;
}

interface Part {
  readonly tex: string;
  readonly plain: string;
}

/** What stands before a closing mark, as plain text; the mark is passed over. */
function writeUntil(reader: Reader, close: string, depth: number): string {
  const { line } = reader;
  let out = '';
  while (reader.at < line.length) {
    const char = line.charAt(reader.at);
    if (char === '\\') out = writeCommand(reader, out, depth);
    else if (char === '^' || char === '_') out += writeScript(reader, depth);
    else if (char === '{' && depth < DEEPEST) {
      const { tex, plain } = readPart(reader, depth);
      out += /^\s*[_^]/.test(line.slice(reader.at, reader.at + 2)) ? bind(tex, plain) : plain;
    } else {
      reader.at += 1;
      if (char === close) return out;
      if (char === '{' || char === '}') continue;
      const script = /^\s+$/.test(char) && /^\s*[_^]\{/.test(line.slice(reader.at, reader.at + 4));
      out += script ? '' : char;
    }
  }
  return out;
}

/** What has been written with a command behind it. */
function writeCommand(reader: Reader, out: string, depth: number): string {
  const { line } = reader;
  const name = /^[A-Za-z]*/.exec(line.slice(reader.at + 1, reader.at + 33))?.[0] ?? '';
  if (name === '') {
    const mark = line.charAt(reader.at + 1);
    reader.at += 2;
    return out + (/[,;:! \\]/.test(mark) ? ' ' : mark);
  }
  reader.at += name.length + 1;
  if (FUNCTIONS.test(name)) {
    const before = BOUND.test(out) && !out.endsWith(')') ? ' ' : '';
    return `${out}${before}${name === 'bmod' ? 'mod' : name}`;
  }
  skipBlanks(reader);
  if (LAYOUT.test(name)) return out;
  if (BLANKS.test(name)) return `${out} `;
  if (FRACTIONS.test(name)) return out + writeFraction(reader, out, depth);
  if (name === 'sqrt') {
    let degree = '';
    if (line.charAt(reader.at) === '[' && depth < DEEPEST) {
      reader.at += 1;
      degree = raise(writeUntil(reader, ']', depth + 1));
    }
    const { tex, plain } = readPart(reader, depth);
    return `${out}${degree}√${bind(tex, plain)}`;
  }
  const symbol = SYMBOLS.get(name);
  if (symbol !== undefined) {
    return `${out}${symbol}${WITH_LIMITS.test(name) ? writeLimits(reader, depth) : ''}`;
  }
  return line.charAt(reader.at) === '{' ? out : `${out}${name}`;
}

function writeFraction(reader: Reader, out: string, depth: number): string {
  const over = readPart(reader, depth);
  const under = readPart(reader, depth);
  const upper = LOOSE.test(over.plain) ? bind(over.tex, over.plain) : over.plain;
  const fraction = `${upper}/${bind(under.tex, under.plain)}`;
  return BOUND.test(out) || isFactor(reader) ? `(${fraction})` : fraction;
}

/** Whether what comes next would be read as a factor of what has just been written. */
function isFactor({ line, at }: Reader): boolean {
  const name = /^\\([A-Za-z]+)/.exec(line.slice(at, at + 32))?.[1];
  if (name === undefined) return /[A-Za-z0-9(\u0370-\u03ff^]/.test(line.charAt(at));
  return !LAYOUT.test(name) && !BLANKS.test(name) && /\p{L}/u.test(SYMBOLS.get(name) ?? name);
}

/** `_{i=1}^{n}` of a sum → (i=1…n). */
function writeLimits(reader: Reader, depth: number): string {
  const limits = new Map<string, string>();
  for (let sign = signAt(reader); sign !== '' && !limits.has(sign); sign = signAt(reader)) {
    reader.at = reader.line.indexOf(sign, reader.at) + 1;
    limits.set(sign, readPart(reader, depth).plain);
  }
  const written = [limits.get('_'), limits.get('^')].filter(Boolean).join('…');
  return written === '' ? '' : `(${written})`;
}

const signAt = ({ line, at }: Reader): string =>
  /^\s*([_^])/.exec(line.slice(at, at + 8))?.[1] ?? '';

/** A subscript or an exponent. Signs that may stand for themselves stay: `file_name`, `10^35`. */
function writeScript(reader: Reader, depth: number): string {
  const { line, at } = reader;
  const sign = line.charAt(at);
  const next = line.charAt(at + 1);
  reader.at += 1;
  if (next !== '{' && next !== '\\') {
    const short = line.slice(Math.max(0, at - 2), at + 3);
    const isIndex =
      sign === '_' &&
      /^[^A-Za-z0-9_]?[A-Za-z\u0370-\u03ff]_[A-Za-z0-9](?![A-Za-z0-9_])/.test(short);
    if (isIndex) return '';
    if (sign === '_' || !/^\d(?!\d)/.test(line.slice(at + 1, at + 3))) return sign;
  }
  const { tex, plain } = readPart(reader, depth);
  if (sign === '^') return /^[°′*]?$/.test(plain) ? plain : raise(plain);
  return LOOSE.test(plain) ? `_${bind(tex, plain)}` : plain;
}

/** An exponent in raised characters; behind `^`, with brackets, where there are none. */
function raise(plain: string): string {
  const characters = [...plain.trim()];
  if (characters.every((each) => each in SUPERSCRIPTS)) {
    return characters.map((each) => SUPERSCRIPTS[each]).join('');
  }
  return characters.length === 1 ? `^${plain.trim()}` : `^(${plain.trim()})`;
}

/** The group, command or character that comes next, as TeX and as plain text. */
function readPart(reader: Reader, depth: number): Part {
  skipBlanks(reader);
  const { line, at } = reader;
  if (line.charAt(at) === '{' && depth < DEEPEST) {
    reader.at += 1;
    const plain = writeUntil(reader, '}', depth + 1);
    const end = line.charAt(reader.at - 1) === '}' ? reader.at - 1 : reader.at;
    return { tex: line.slice(at + 1, end), plain };
  }
  if (line.charAt(at) === '\\' && depth < DEEPEST) {
    let plain = writeCommand(reader, '', depth + 1);
    if (plain === '' && line.charAt(reader.at) === '{') plain = readPart(reader, depth + 1).plain;
    return { tex: line.slice(at, reader.at), plain };
  }
  const char = line.charAt(at);
  if (char !== '}') reader.at += 1;
  const plain = /[{}\\]/.test(char) ? '' : char;
  return { tex: plain, plain };
}

/** A part in brackets, unless it is one value or has them. */
function bind(tex: string, plain: string): string {
  const isOne = ATOM.test(tex) || /^\([^()]*\)$/.test(plain) || [...plain].length < 2;
  return isOne ? plain.trim() : `(${plain.trim()})`;
}

function skipBlanks(reader: Reader): void {
  while (/\s/.test(reader.line.charAt(reader.at))) reader.at += 1;
}

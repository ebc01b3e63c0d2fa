/** TeX commands that stand for one character. */
const SYMBOLS: Readonly<Record<string, string>> = {
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
};

const FUNCTIONS = /^(?:max|min|lim|ln|lg|log|exp|sin|cos|tan)$/;

const TEX =
  /\\[A-Za-z,;:! %$&#_{}]|[A-Za-z0-9)}]\s*[_^]\{|(?:^|[^A-Za-z0-9_])[A-Za-z]_[A-Za-z0-9](?![A-Za-z0-9_])/;

/** Whether a line is a formula on a line of its own. */
export function isFormula(line: string): boolean {
  return (
    /=|\\(?:frac|sum|int|prod)/.test(line) &&
    /[\\_^]/.test(line) &&
    !/\p{Script=Han}/u.test(line) &&
    TEX.test(line)
  );
}

/** A line with TeX in it as plain text: `t_{90}` → t90, `L_{\mathrm{W}}` → LW, `\Delta T` → ΔT. Others as they are. */
export function writePlainFormulas(line: string): string {
  if (!TEX.test(line)) return line;
  return line
    .replace(/\\(?:left|right|displaystyle|limits|quad|qquad)(?![A-Za-z])/g, '')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\([%$&#_{}])/g, '$1')
    .replace(/\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\([A-Za-z]+)\s*/g, (_, name: string) =>
      FUNCTIONS.test(name) ? name : (SYMBOLS[name] ?? ''),
    )
    .replace(/(^|[^A-Za-z0-9_])([A-Za-z\u0370-\u03ff])_([A-Za-z0-9])(?![A-Za-z0-9_])/g, '$1$2$3')
    .replace(/\s*[_^](?=\{)/g, '')
    .replace(/[{}]/g, '');
}

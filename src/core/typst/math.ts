import { tex2typst } from 'tex2typst';
import { renderMath } from '../render/math.ts';

/**
 * A formula of TeX in the words of Typst; null of one that is wrong, or that would be more than a formula: code, a comment or
 * the end of the formula.
 */
export function translateMath(tex: string): string | null {
  if (tex.trim() === '' || renderMath(tex, true).error !== null) return null;
  try {
    const translated = tex2typst(tex.slice(0, 5000)).replaceAll(/\s+/g, ' ');
    return isFormula(translated) ? translated : null;
  } catch {
    return null;
  }
}

/** What the translation asks of a matrix or an operator: a value, and no call. */
const value = /^#(?:none|true|false)[,)]/;

/** Whether source is nothing but a formula: `#` begins code, `$` ends it, `//` and `/*` make a comment of what follows. */
function isFormula(source: string): boolean {
  let isString = false;
  for (let at = 0; at < source.length; at++) {
    const found = source[at];
    if (found === '\\') at++;
    else if (found === '"') isString = !isString;
    else if (!isString && found === '#' && value.test(source.slice(at, at + 8))) at++;
    else if (!isString && (found === '#' || found === '$')) return false;
    else if (!isString && found === '/' && /[/*]/.test(source[at + 1] ?? '')) return false;
  }
  return !isString;
}

import { hasHan } from '../../characters/chinese.ts';
import { hide } from './hidden.ts';

/**
 * `$` that begin or end no formula are hidden: 押金$50，罚金$80 is money. A formula begins and ends without a blank,
 * is not followed by a digit, and holds no punctuation of a Chinese sentence and no two words beside each other;
 * Chinese characters only below braces, `_` and `^`, or beside other signs of TeX.
 */
export function hideDollars(text: string): string {
  return text
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => (paragraph.includes('$') ? hideInParagraph(paragraph) : paragraph))
    .join('');
}

function hideInParagraph(text: string): string {
  let shown = '';
  let from = 0;
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at)) {
    const end = endOfDollars(text, at);
    if (end - at > 1 || text.charAt(at - 1) === '\\') {
      const close = end - at === 2 ? text.indexOf('$$', end) : -1;
      at = close === -1 ? end : close + 2;
      continue;
    }
    const close = findClose(text, at);
    if (close !== -1) {
      at = close + 1;
      continue;
    }
    shown += text.slice(from, at) + hide('$');
    from = ++at;
  }
  return shown + text.slice(from);
}

function endOfDollars(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === '$') end++;
  return end;
}

/** The other `$` of a formula; -1 where there is none. */
function findClose(text: string, open: number): number {
  let close = text.indexOf('$', open + 1);
  while (close !== -1 && text.charAt(close - 1) === '\\') close = text.indexOf('$', close + 1);
  if (close === -1 || /[\d$]/.test(text.charAt(close + 1))) return -1;
  return isFormula(text.slice(open + 1, close)) ? close : -1;
}

function isFormula(tex: string): boolean {
  if (tex === '' || /^\s|\s$/.test(tex) || /`|\*\*/.test(tex)) return false;
  const bare = tex.replaceAll(
    /\\[a-zA-Z]*text[a-z]*\{[^{}]*\}|\\(?:mathrm|mbox)\{[^{}]*\}/g,
    '\\x',
  );
  if (/[，。；：！？、“”《》]/.test(bare)) return false;
  if (!/\\/.test(bare) && /[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(bare)) return false;
  const outside = bare.replaceAll(/\{[^{}]*\}/g, '').replaceAll(/[_^]\p{Script=Han}+/gu, '');
  return !hasHan(outside) || /[\\=_^+(]/.test(bare);
}

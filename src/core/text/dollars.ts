import { hide } from './hidden.ts';

/**
 * `$` that begin or end no formula are hidden: 押金$50，罚金$80 is money. A formula begins and ends without a blank,
 * is not followed by a digit, and holds no punctuation of a Chinese sentence and no two words beside each other;
 * Chinese characters only below braces, `_` and `^`, or beside other signs of TeX.
 */
export function hideDollars(text: string): string {
  let shown = '';
  let from = 0;
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at)) {
    const end = endOfDollars(text, at);
    if (end - at > 1 || text.charAt(at - 1) === '\\') {
      at = end - at === 2 ? skipDisplay(text, at) : end;
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

/** Behind the other `$$` of a formula that stands alone. */
function skipDisplay(text: string, at: number): number {
  const close = text.indexOf('$$', at + 2);
  const gap = text.indexOf('\n\n', at + 2);
  const isBlock = text.charAt(at + 2) === '\n';
  return close === -1 || (!isBlock && gap !== -1 && gap < close) ? at + 2 : close + 2;
}

/** The other `$` of a formula; -1 where there is none. */
function findClose(text: string, open: number): number {
  const limit = text.indexOf('\n\n', open);
  let close = text.indexOf('$', open + 1);
  while (close !== -1 && text.charAt(close - 1) === '\\') close = text.indexOf('$', close + 1);
  if (close === -1 || (limit !== -1 && close > limit)) return -1;
  if (/[\d$]/.test(text.charAt(close + 1))) return -1;
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
  return !/\p{Script=Han}/u.test(outside) || /[\\=_^+(]/.test(bare);
}

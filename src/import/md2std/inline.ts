import type { Piece } from '../word/pieces.ts';

/** What stands in a line of md2std: references, formulas, indices; all else is text. */
const token =
  /\{\{(?<kind>tbl|fig|eq):(?<id>[^{}:]+)(?::(?:num|label|full))?\}\}|\{\{std:(?<standard>[^{}]+)\}\}|\$(?<latex>[^$\n]+)\$|<(?<vertical>su[bp])>(?<raised>[^<]{1,40})<\/su[bp]>|\*\*(?<strong>[^*\n]+)\*\*|!\[(?<alt>[^\]]*)\]\((?<target>[^)\s]*)[^)]*\)/gu;

/** Pieces of a text; pictures get the address that it gives as their relationship. */
export function readInline(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const say = (said: string): void => {
    if (said !== '') pieces.push({ kind: 'text', text: said });
  };
  for (const match of text.matchAll(token)) {
    say(unescape(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const { kind, id, standard, latex, vertical, raised, strong, alt, target } = match.groups ?? {};
    if (kind !== undefined && id !== undefined)
      pieces.push({ kind: 'reference', bookmark: `${kind}:${id}`, shown: `${kind}:${id}` });
    else if (standard !== undefined) say(standard);
    else if (latex !== undefined)
      pieces.push({ kind: 'formula', latex: latex.trim(), text: latex, isBlock: false });
    else if (raised !== undefined)
      pieces.push({
        kind: 'text',
        text: raised,
        vertical: vertical === 'sup' ? 'superscript' : 'subscript',
      });
    else if (strong !== undefined) say(strong);
    else if (target !== undefined)
      pieces.push({
        kind: 'picture',
        relationship: target,
        alternative: (alt ?? '').replace(/\{#[^}]*\}/g, '').trim(),
        title: '',
      });
  }
  say(unescape(text.slice(at)));
  return pieces;
}

const unescape = (text: string): string => text.replace(/\\([\\`*_{}[\]()#+\-.!|$~<>])/g, '$1');

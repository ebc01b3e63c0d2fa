import { hide, hideAll } from './hidden.ts';

const colon = hide(':');
const at = hide('@');
const dot = hide('.');

/** An address as people type it: ASCII without what closes it in Markdown or in a sentence. */
const typed = String.raw`[!#-;=?-Z^_a-z~]`;
const addresses = new RegExp(
  String.raw`(?<![A-Za-z])(?:https?|ftp)://${typed}*|(?<![A-Za-z0-9.@/])www\.${typed}+|(?<![\w.%+-])[\w.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`,
  'gi',
);
/** The same characters, hidden. */
const hiddenTyped = String.raw`[\uE121\uE123-\uE13B\uE13D\uE13F-\uE15A\uE15E\uE15F\uE161-\uE17A\uE17E]`;
/** The same with its marks hidden. */
const found = new RegExp(
  String.raw`(https?)${colon}//((?:${typed}|${hiddenTyped})+)|www${dot}(?:${typed}|${hiddenTyped})+|(?:[\w.%+-]|[\uE15F])+${at}[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`,
  'gi',
);

/** Bare addresses keep their marks to themselves: nothing in them is markup, and the parser links none. */
export function hideAddresses(text: string): string {
  return text.replaceAll(addresses, (address, index: number) => {
    if (text.charAt(index - 1) === '<' && /^[^<>\s]*>/.test(text.slice(index, index + 2000)))
      return address;
    const kept = trimAddress(address);
    const rest = address.slice(kept.length);
    if (/^www/i.test(kept)) return kept.slice(0, 3) + dot + hideMarks(kept.slice(4)) + rest;
    if (kept.includes('@') && !kept.includes('://'))
      return kept.replaceAll(/[@_]/g, hideAll) + rest;
    return hideMarks(kept) + rest;
  });
}

function hideMarks(address: string): string {
  return address.replaceAll(/[*_~^$:@]/g, hideAll);
}

/** Without the punctuation of the sentence around it, and without a bracket that opened before it. */
function trimAddress(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address.charAt(end - 1);
    const entity = last === ';' ? /&#?\w{1,30};$/.exec(address.slice(0, end)) : null;
    if (entity) end -= entity[0].length;
    else if (/[.,:;!?'*_~$^&]/.test(last)) end--;
    else if (last === ')' && count(address, ')', end) > count(address, '(', end)) end--;
    else return address.slice(0, end);
  }
}

function count(text: string, mark: string, end: number): number {
  return text.slice(0, end).split(mark).length - 1;
}

export interface FoundAddress {
  readonly start: number;
  readonly end: number;
  /** Where the address leads; its marks still hidden. */
  readonly url: string;
}

/** Bare addresses in a text of the tree whose marks are hidden. `ftp:` is no link. */
export function findAddresses(text: string): readonly FoundAddress[] {
  if (!text.includes(colon) && !text.includes(at) && !text.includes(dot)) return [];
  return Array.from(text.matchAll(found), ({ 0: raw, index }) => {
    const address = trimAddress(raw);
    const url = address.includes(`${colon}//`)
      ? address
      : /^www/i.test(address)
        ? `http://${address}`
        : `mailto:${address}`;
    return { start: index, end: index + address.length, url };
  });
}

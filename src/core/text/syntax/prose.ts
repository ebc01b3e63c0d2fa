import type { Nodes } from 'mdast';
import type { Report } from '../report.ts';
import { sourceOf } from './nodes.ts';
import { parseMarkdown } from './syntax.ts';
import { readTree } from './tree.ts';
import { isSafeLink, reportUnsafe } from './unsafe.ts';
import type { PrintedMarkup } from './unsafe.ts';

/** Prose beside standards is published whatever it holds, so what is not printed as meant is a warning. */
const inProse: PrintedMarkup = {
  isLink: isSafeLink,
  isFigure: () => false,
  severity: 'warning',
  linkHint: {
    zh: '写全网址（https://…），或 mailto: 邮箱',
    en: 'Write the whole address (https://…), or mailto: and a mailbox',
  },
};

/** `/systems/`: a page of the site, in prose that may lead to one. */
export function isSitePath(url: string): boolean {
  return /^\/(?:[a-z0-9-]+\/)*(?:[?#][\w=&.-]*)?$/.test(url);
}

const alsoPages: PrintedMarkup = {
  ...inProse,
  isLink: (url) => isSafeLink(url) || isSitePath(url),
  linkHint: {
    zh: '写全网址（https://…）、本站的页（/tools/validity/）或 #标识',
    en: 'Write the whole address (https://…), a page of the site (/tools/validity/) or #id',
  },
};

/**
 * Says of Markdown beside standards (pages' blocks, notices, guides), read with its front matter, which links, images and HTML
 * in it are printed as text or not at all. With `pages` links to pages of the site are printed, too.
 */
export function reportProse(
  markdown: string,
  report: Report,
  { pages = false }: { readonly pages?: boolean } = {},
): void {
  // Nothing else begins a link, an image or HTML; most notices need no reading.
  if (!/[<[]/.test(markdown)) return;
  const root = parseMarkdown(markdown);
  if (root) reportUnsafe(root, readTree(root), report, pages ? alsoPages : inProse);
}

/**
 * The same of Markdown that is the value of a key, `from` where the value begins in the source of the report: each finding stands
 * where its first line is found in that source, or at the beginning of the value.
 */
export function reportProseValue(markdown: string, from: number, report: Report): void {
  const rangeOf = (node: Nodes | null | undefined) => {
    const [line = ''] = node ? sourceOf(node, markdown).split('\n') : [];
    const at = line === '' ? -1 : report.source.indexOf(line, from);
    return at === -1 ? report.rangeAt(from, from) : report.rangeAt(at, at + line.length);
  };
  reportProse(markdown, { ...report, rangeOf });
}

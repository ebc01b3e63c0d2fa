import type { Timed } from '../model/timed.ts';
import type { Profile } from '../text/meaning/provisions.ts';
import { escapeHtml, markBreaks } from './html.ts';

/**
 * Compiled HTML knows nothing of other standards: where one is mentioned it has a hole with the
 * key, and where a figure lies it has a mark. Both are filled when a page is drawn, so that a
 * neighbour's change never forces a document to be compiled again.
 */
const open = '\uE000';
const separator = '\uE001';
const close = '\uE002';
const figureMark = '\uE003';
const figureSource = /src="\uE003([^"]*)"/g;
const hole = /\uE000([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE002/g;

/** What a page needs to print a mention of another standard. */
export interface ResolvedReference {
  /** Address of the target's page, of its clause when one is named; null when the library has none. */
  readonly href: string | null;
  /** Effective status, in Chinese: the key of styles and client scripts. */
  readonly status: string;
  /** Shown on hover: title and status in the page's language. */
  readonly title: string;
  /** What warns of a standard that holds no longer: as it is printed, and as it is read aloud. */
  readonly mark?: { readonly shown: string; readonly spoken: string };
  /** What follows on later days; the browser chooses by the reader's. */
  readonly later?: Timed<ResolvedReference>;
}

export interface FillContext {
  readonly resolve: (key: string, targetClause: string | null) => ResolvedReference | null;
  /** Prefix of the standard's folder, with a slash at its end: `/standards/gb-t-191-2008/`. */
  readonly figures: string;
  /** Size of a figure by the name of its file, so that its place is kept; undefined when not known. */
  readonly sizeOf?: (
    file: string,
  ) => { readonly width: number; readonly height: number } | undefined;
  /** Whose modal verbs count; `gbt1.1` when absent. */
  readonly profile?: Profile;
  /** Address of a clause of an earlier edition of the standard, by year and printed number; null when it is not here. */
  readonly earlier?: (year: string, clause: string) => string | null;
  /** English names of bodies, by their Chinese names; for the sentences that name them in an English foreword. */
  readonly bodies?: Readonly<Record<string, string>>;
  /** Ids of clauses that the edition which replaces this one has too. */
  readonly kept?: ReadonlySet<string>;
}

/** `written` is HTML. */
export function makeHole(key: string, targetClause: string | undefined, written: string): string {
  const clean = (text: string): string => escapeHtml(text);
  return `${open}${clean(key)}${separator}${clean(targetClause ?? '')}${separator}${written}${close}`;
}

export function makeFigureSource(file: string): string {
  return figureMark + encodeURIComponent(file);
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

function unescapeKey(escaped: string): string {
  return escaped.replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? '');
}

/** Fill the holes of compiled HTML. `written` and titles arrive escaped in the result. */
export function fillHoles(html: string, context: FillContext): string {
  if (!html.includes(open) && !html.includes(figureMark)) return html;
  return html
    .replaceAll(hole, (_, escapedKey: string, clause: string, written: string) => {
      const found = context.resolve(unescapeKey(escapedKey), clause || null);
      if (!found) return `<span class="std-ref unknown">${written}</span>`;
      const now = draw(found, written);
      if (!found.later?.length) return now;
      const later = found.later.map(
        ({ from, value }) =>
          `<template data-from="${escapeHtml(from ?? '')}">${draw(value, written)}</template>`,
      );
      return `<template data-days></template>${now}${later.join('')}`;
    })
    .replaceAll(figureSource, (_, file: string) => {
      const size = context.sizeOf?.(decodeURIComponent(file));
      const place = size ? ` width="${size.width}" height="${size.height}"` : '';
      return `src="${escapeHtml(context.figures)}${file}"${place}`;
    })
    .replaceAll(figureMark, escapeHtml(context.figures));
}

function renderMark(mark: ResolvedReference['mark']): string {
  if (!mark) return '';
  return `<span class="ref-mark" aria-hidden="true">${escapeHtml(mark.shown)}</span><span class="visually-hidden">${escapeHtml(mark.spoken)}</span>`;
}

function draw({ href, title, status, mark }: ResolvedReference, written: string): string {
  const words = ` title="${escapeHtml(title)}"`;
  return href === null
    ? `<span class="std-ref unknown"${words}>${written}</span>`
    : `<a class="std-ref" href="${escapeHtml(href)}" data-status="${escapeHtml(status)}"${words}>${markBreaks(written)}${renderMark(mark)}</a>`;
}

/** Holes as the plain text that was written. */
export function emptyHoles(html: string): string {
  return html.replaceAll(hole, (_, _key: string, _clause: string, written: string) => written);
}

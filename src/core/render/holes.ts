import type { Clause } from '../model/standard.ts';
import type { Timed } from '../model/timed.ts';
import type { Profile } from '../text/meaning/modals.ts';
import { asHtml, html, noHtml, readText } from '../base/html.ts';
import type { Html } from '../base/html.ts';
import { markBreaks } from './breaks.ts';

/**
 * Compiled HTML knows nothing of other standards: where one is mentioned it has a hole with the
 * key, and where a figure lies it has a mark. Both are filled when a page is drawn, so that a
 * neighbour's change never forces a document to be compiled again.
 */
const open = '\uE000';
const separator = '\uE001';
const close = '\uE002';
const figureMark = '\uE003';
/** Marks are no text: no template escapes them, and none that stands in a text gets through. */
const marks = {
  open: asHtml(open),
  separator: asHtml(separator),
  close: asHtml(close),
  figure: asHtml(figureMark),
} as const;
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
  /** Places of the clauses to draw, where not all of the text is. */
  readonly only?: ReadonlySet<number>;
  /** Ids of clauses that the edition which replaces this one has too. */
  readonly kept?: ReadonlySet<string>;
  /** Puts something between or behind the blocks of a clause; holes are filled after it. */
  readonly annotate?: (clause: Clause, blocks: Html) => Html;
}

/** The hole for a mention of the standard of a key, with what was written there. */
export function makeHole(key: string, targetClause: string | undefined, written: Html): Html {
  return html`${marks.open}${key}${marks.separator}${targetClause}${marks.separator}${written}${marks.close}`;
}

/** The hole that stands for the address of a figure until a page is drawn. */
export function makeFigureSource(file: string): Html {
  return html`${marks.figure}${encodeURIComponent(file)}`;
}

/** Fill the holes of compiled HTML. `written` and titles arrive escaped in the result. */
export function fillHoles(compiled: string, context: FillContext): string {
  if (!compiled.includes(open) && !compiled.includes(figureMark)) return compiled;
  const figures = html`${context.figures}`.markup;
  return compiled
    .replaceAll(hole, (_, escapedKey: string, clause: string, inner: string) => {
      const written = asHtml(inner);
      const found = context.resolve(readText(escapedKey), clause || null);
      if (!found) return html`<span class="std-ref unknown">${written}</span>`.markup;
      const now = draw(found, written);
      if (!found.later?.length) return now.markup;
      const later = found.later.map(
        ({ from, value }) =>
          html`<template data-from="${from ?? ''}">${draw(value, written)}</template>`,
      );
      return html`<template data-days></template>${now}${later}`.markup;
    })
    .replaceAll(figureSource, (_, file: string) => {
      const size = context.sizeOf?.(decodeURIComponent(file));
      const place = size ? ` width="${size.width}" height="${size.height}"` : '';
      return `src="${figures}${file}"${place}`;
    })
    .replaceAll(figureMark, figures);
}

function renderMark(mark: ResolvedReference['mark']): Html {
  if (!mark) return noHtml;
  return html`<span class="ref-mark" aria-hidden="true">${mark.shown}</span><span class="visually-hidden">${mark.spoken}</span>`;
}

function draw({ href, title, status, mark }: ResolvedReference, written: Html): Html {
  const words = html` title="${title}"`;
  return href === null
    ? html`<span class="std-ref unknown"${words}>${written}</span>`
    : html`<a class="std-ref" href="${href}" data-status="${status}"${words}>${markBreaks(written)}${renderMark(mark)}</a>`;
}

/** Compiled HTML with each hole replaced by the words that were written there, without a link. */
export function emptyHoles(compiled: string): string {
  return compiled.replaceAll(hole, (_, _key: string, _clause: string, written: string) => written);
}

import type { Bilingual } from '#core/base/bilingual.ts';
import { asHtml, html } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';

interface PageAssets {
  readonly digest: string;
  readonly nonce: string;
  /** The drawings of icons, as the site has them. */
  readonly icons: string;
}

/** The page of the desk: a frame that its script fills. */
export function writeDeskPage({ digest, nonce, icons }: PageAssets): string {
  return writePage(
    html`<link rel="stylesheet" href="/assets/${digest}/desk.css" />
      <meta name="desk-nonce" content="${nonce}" />
      <script type="module" src="/assets/${digest}/desk.js"></script>`,
    html`<div hidden>${asHtml(icons)}</div>
      <div id="desk"><noscript>编写台需要 JavaScript。The desk needs JavaScript.</noscript></div>`,
  );
}

/** A page that only says what is the matter. */
export function writeNotePage(digest: string, what: Bilingual, todo?: Bilingual): string {
  return writePage(
    html`<link rel="stylesheet" href="/assets/${digest}/desk.css" />`,
    html`<main class="desk-note wrap">
      <h1>${what.zh}</h1>
      <p lang="en">${what.en}</p>
      ${todo && html`<p>${todo.zh}</p>`} ${todo && html`<p lang="en">${todo.en}</p>`}
    </main>`,
  );
}

function writePage(head: Html, body: Html): string {
  return html`<!doctype html>
    <html lang="zh-CN" class="js">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>编写台 · 标链</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${head}
      </head>
      <body class="desk">
        ${body}
      </body>
    </html>`.markup;
}

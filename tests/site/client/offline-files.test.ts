import { describe, expect, it } from 'vitest';
import { listFiles } from '#site/client/offline/list-files.ts';
import { formatSize, toDay } from '#site/client/offline/format.ts';

const at = 'https://city.example/portal/learn/trade/';
const list = (text: string, type: string, address = at) =>
  listFiles(text, type, address, '/portal/');

describe('what a page is shown with', () => {
  it('are its sheets for screens, scripts, icon and pictures, of its own folder', () => {
    const page = `
      <link rel="icon" href="/portal/favicon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/portal/_astro/base.A1.css">
      <link rel="stylesheet" href="/portal/_astro/print.A1.css" media="print">
      <link rel="alternate" hreflang="en" href="/portal/en/learn/trade/">
      <script type="module" src="/portal/_astro/base.B2.js"></script>
      <img alt="" src="zones.svg"><img alt="" src="data:image/png;base64,AA">
      <script src="https://elsewhere.example/x.js"></script><script src="/other/x.js"></script>
      <a href="/portal/terms/">术语</a>`;
    expect(list(page, 'text/html;charset=utf-8')).toEqual([
      'https://city.example/portal/favicon.svg',
      'https://city.example/portal/_astro/base.A1.css',
      'https://city.example/portal/_astro/base.B2.js',
      'https://city.example/portal/learn/trade/zones.svg',
    ]);
  });

  it('are the modules that a script names, at once or when it is asked', () => {
    const script =
      'import{a as b}from"./draw.A1.js";import("./page-tools.B2.js");x=["_astro/c.css"]';
    expect(
      list(script, 'text/javascript', 'https://city.example/portal/_astro/base.js').map((each) =>
        each.slice('https://city.example/portal/_astro/'.length),
      ),
    ).toEqual(['draw.A1.js', 'page-tools.B2.js', 'c.css']);
  });

  it('are fonts in one form, and drawings, of a sheet', () => {
    const sheet =
      '@font-face{src:url(a.woff2) format("woff2"),url(a.woff)}b{background:url("c.svg")}';
    expect(list(sheet, 'text/css', 'https://city.example/portal/_astro/base.css')).toEqual([
      'https://city.example/portal/_astro/a.woff2',
      'https://city.example/portal/_astro/c.svg',
    ]);
  });
});

describe('what readers are told', () => {
  it('is a size and a day', () => {
    expect([formatSize(1), formatSize(612_400), formatSize(1_449_000)]).toEqual([
      '1 KB',
      '612 KB',
      '1.4 MB',
    ]);
    expect(toDay('2026-11-30T12:00:00')).toBe('2026-11-30');
    expect(toDay('?')).toBe('');
  });
});

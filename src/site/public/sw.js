/*
 * The service worker of a portal: which request is answered from the network and which from what is kept on the device. Every
 * page brings files whose names are digests of their content, so a page and its scripts are of one release, whichever it is.
 * Nothing is built into this file: the folder of the site is the scope it was registered for.
 */
'use strict';

const SCOPE = new URL(self.registration.scope).pathname;
const OWN = `biaolian:${SCOPE}:`;
/** What is kept by itself, with the most entries of each; what is oldest goes first. */
const PAGES = { name: `${OWN}pages:1`, most: 120 };
const ASSETS = { name: `${OWN}assets:1`, most: 600 };
const FIGURES = { name: `${OWN}figures:1`, most: 200 };
const INDEX = { name: `${OWN}index:1`, most: 400 };
/** What a reader took along: a cache each, which nothing here changes. */
const TAKEN = `${OWN}taken:1:`;
/** A page that takes longer is shown as it was kept, where it was. */
const PATIENCE = 4000;
/** A longer page, in characters, is not kept unasked. */
const LONGEST = 2_000_000;
const KEPT_AT = 'X-Kept-At';
const KEPT_TITLE = 'X-Kept-Title';
/** A request with this header is not touched. */
const PAST_WORKER = 'X-Past-Worker';

const WORDS = {
  zh: {
    text: (day) =>
      `没有连上网站。这是 ${day} 存在这台设备上的一页：状态按今天推算，依据的是那一天的事实；之后公布、废止的，这里还不知道。`,
    again: '重新载入',
    list: '存下的网页',
  },
  en: {
    text: (day) =>
      `The site could not be reached. This page was kept on this device on ${day}: statuses are worked out for today from the facts of that day; what was issued or withdrawn since is not known here.`,
    again: 'Try again',
    list: 'What is kept',
  },
};

/**
 * How a request is answered: `named`, whose name is its content; `page`; `figure`; `index`, small files that search begins with;
 * `taken`, from the network, and else only where a reader took it along; `network`, which the worker does not touch.
 */
function chooseWay(pathname, isNavigation, destination) {
  if (!pathname.startsWith(SCOPE)) return 'network';
  const path = pathname.slice(SCOPE.length);
  if (path === 'sw.js' || path.endsWith('.webmanifest')) return 'network';
  if (/^(?:_astro|brand)\//.test(path)) return 'named';
  if (path.startsWith('search-index/')) {
    return path === 'search-index/directory.json' ? 'index' : 'named-index';
  }
  if (/^(?:search|data\/terms|data\/labels\.\w+)\.json$/.test(path)) return 'index';
  if (path === '' || /(?:\/|\.html)$/.test(path)) return 'page';
  if (isNavigation) return 'network';
  return destination === 'image' ? 'figure' : 'taken';
}

/** The keys that go, of those of a cache in the order they were kept: all that are too many. */
function listExcess(keys, most) {
  return keys.slice(0, Math.max(0, keys.length - most));
}

/** The day of a moment where the reader is: `2026-11-30`. */
function toDay(moment) {
  const date = new Date(moment);
  const two = (value) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A page with the line before its text that says of which day it is. */
function addKeptLine(page, pathname, keptAt) {
  const isEnglish = pathname.startsWith(`${SCOPE}en/`);
  const words = isEnglish ? WORDS.en : WORDS.zh;
  const list = `${SCOPE}${isEnglish ? 'en/' : ''}offline/`;
  const line =
    `<div class="kept-line" role="status" data-kept-day="${toDay(keptAt)}"><div class="wrap">` +
    `${words.text(toDay(keptAt))} <a href="${pathname.replace(/"/g, '%22')}">${words.again}</a> · <a href="${list}">${words.list}</a></div></div>`;
  const at = page.indexOf('<main');
  return at < 0 ? page : page.slice(0, at) + line + page.slice(at);
}

/** The name of a page, from its text. */
function readTitle(page) {
  return (/<title>([^<]*)<\/title>/.exec(page) || [])[1] || '';
}

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

/** What earlier forms of this worker kept goes; what readers took along stays. */
async function dropOldCaches() {
  const now = [PAGES, ASSETS, FIGURES, INDEX].map(({ name }) => name);
  const old = (await caches.keys()).filter(
    (name) => name.startsWith(OWN) && !name.startsWith(TAKEN) && !now.includes(name),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.headers.has('range') || request.headers.has(PAST_WORKER)) return;
  const way = chooseWay(url.pathname, request.mode === 'navigate', request.destination);
  if (way === 'network') return;
  event.respondWith(answer(event, way, url));
});

function answer(event, way, url) {
  switch (way) {
    case 'named':
      return answerNamed(event, ASSETS);
    case 'named-index':
      return answerNamed(event, INDEX);
    case 'page':
      return answerPage(event, url);
    case 'figure':
      return answerFresh(event, FIGURES);
    case 'index':
      return answerFresh(event, INDEX);
    default:
      return answerFresh(event, undefined);
  }
}

/** What has its content for a name is never another: the kept one, else that of the network. */
async function answerNamed(event, kept) {
  const found = await findKept(event.request.url);
  if (found) return found;
  const fetched = await fetch(event.request);
  if (isWhole(fetched)) event.waitUntil(keep(kept, event.request.url, fetched.clone()));
  return fetched;
}

/** As it is now; where the network fails, as it was kept. */
async function answerFresh(event, kept) {
  try {
    const fetched = await fetch(event.request);
    if (kept && isWhole(fetched)) {
      event.waitUntil(keep(kept, event.request.url, fetched.clone()));
    }
    return fetched;
  } catch (error) {
    const found = await findKept(event.request.url);
    if (found) return found;
    throw error;
  }
}

/** As it is now; where the network fails or takes long, as it was kept, and said so; else the page that lists what is. */
async function answerPage(event, url) {
  const key = url.origin + url.pathname;
  const fetched = fetch(event.request);
  event.waitUntil(
    fetched.then(
      (response) => keepPage(key, response.clone()),
      () => undefined,
    ),
  );
  const early = await Promise.race([
    fetched.catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
  if (early && early.status < 500) return early;
  const kept = await findPage(key);
  if (kept) return showKept(kept, url.pathname);
  try {
    return await fetched;
  } catch (error) {
    // A script that asks for a page has to learn that it is not there.
    if (event.request.mode !== 'navigate') throw error;
    const isEnglish = url.pathname.startsWith(`${SCOPE}en/`);
    const list = await findPage(`${url.origin}${SCOPE}${isEnglish ? 'en/' : ''}offline/`);
    if (list) return list;
    throw error;
  }
}

async function showKept(kept, pathname) {
  const keptAt = kept.headers.get(KEPT_AT) || 0;
  // The list of what is kept is of no day.
  const isList = pathname.endsWith('/offline/');
  const text = await kept.text();
  const page = isList ? text : addKeptLine(text, pathname, keptAt);
  return new Response(page, { headers: kept.headers });
}

function isWhole(response) {
  return response.status === 200 && response.type === 'basic' && !response.redirected;
}

/** Keeps a page that was read, with the moment and its name; one that is gone is kept no longer. */
async function keepPage(key, response) {
  if (response.status === 404 || response.status === 410) {
    await (await caches.open(PAGES.name)).delete(key);
    return;
  }
  const isPage = (response.headers.get('Content-Type') || '').startsWith('text/html');
  if (!isPage || !isWhole(response)) return;
  const text = await response.text();
  if (text.length > LONGEST) return;
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  headers.set(KEPT_AT, new Date().toISOString());
  headers.set(KEPT_TITLE, encodeURIComponent(readTitle(text)));
  await keep(PAGES, key, new Response(text, { headers }));
}

/** Keeps an answer as the newest of its kind. Without room half of what was kept unasked goes, and open pages are told. */
async function keep({ name, most }, key, response) {
  try {
    const cache = await caches.open(name);
    await cache.delete(key);
    await cache.put(key, response);
    const excess = listExcess(await cache.keys(), most);
    await Promise.all(excess.map((each) => cache.delete(each)));
  } catch (error) {
    if (!error || !/quota/i.test(error.name)) return;
    await halve();
    for (const client of await self.clients.matchAll()) client.postMessage('biaolian-full');
  }
}

async function halve() {
  for (const { name } of [INDEX, FIGURES, PAGES]) {
    const cache = await caches.open(name);
    const keys = await cache.keys();
    const excess = listExcess(keys, Math.floor(keys.length / 2));
    await Promise.all(excess.map((each) => cache.delete(each)));
  }
}

/** What is kept under an address, wherever; nothing where the browser lets nothing be kept. */
async function findKept(address) {
  try {
    return await caches.match(address, { ignoreVary: true });
  } catch {
    return undefined;
  }
}

/** A page as it was kept last, unasked or taken along. */
async function findPage(key) {
  try {
    const names = await caches.keys();
    const found = await Promise.all(
      names
        .filter((name) => name === PAGES.name || name.startsWith(TAKEN))
        .map(async (name) => (await caches.open(name)).match(key, { ignoreVary: true })),
    );
    const ageOf = (response) => response.headers.get(KEPT_AT) || '';
    return found.filter(Boolean).sort((a, b) => (ageOf(a) < ageOf(b) ? 1 : -1))[0];
  } catch {
    return undefined;
  }
}

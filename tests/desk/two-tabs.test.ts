import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { DraftWhole, Problem } from '#desk/client/shapes.ts';
import { openDesk } from '../support/desk.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;

/** What browsers give pages: one storage for all tabs, one for each, and names that a tab holds as long as it is open. */
function openBrowser(desk: Desk) {
  const shared = new Map<string, string>();
  const held = new Set<string>();
  let isAway = false;
  const storageOf = (items: Map<string, string>) => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    key: (at: number) => [...items.keys()][at] ?? null,
    get length() {
      return items.size;
    },
  });
  const openTab = async (own = new Map<string, string>()) => {
    const names: string[] = [];
    vi.resetModules();
    vi.stubGlobal('localStorage', storageOf(shared));
    vi.stubGlobal('sessionStorage', storageOf(own));
    vi.stubGlobal('navigator', {
      locks: {
        request: (name: string, _options: unknown, take: (lock: object | null) => unknown) => {
          const isFree = !held.has(name);
          if (isFree) {
            held.add(name);
            names.push(name);
          }
          take(isFree ? {} : null);
          return Promise.resolve();
        },
        query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
      },
    });
    vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
      isAway ? Promise.reject(new TypeError('away')) : desk.send(path, init),
    );
    const { claimTab } = await import('#desk/client/kept-texts.ts');
    const { Saver } = await import('#desk/client/saver.ts');
    await claimTab();
    const edit = async (id: string) => {
      const draft = await desk.ask<DraftWhole>(`/api/drafts/${id}`);
      const states: string[] = [];
      const saver = new Saver(
        draft,
        ({ kind }) => states.push(kind),
        () => undefined,
      );
      return { saver, states, text: draft.text };
    };
    const close = (): void => names.forEach((name) => held.delete(name));
    return { edit, own, close };
  };
  const setAway = (now: boolean): void => void (isAway = now);
  return { openTab, setAway };
}

afterEach(() => vi.unstubAllGlobals());

const slug = 'db9902-t-700-2024';
const opened = async (desk: Desk): Promise<string> =>
  (await desk.tell<DraftWhole>('/api/open', { slug })).id;

/** All texts that were laid aside, in the order of their names. */
const readAside = (desk: Desk): readonly string[] => {
  const folder = join(desk.keep, 'laid-aside');
  return (existsSync(folder) ? readdirSync(folder) : [])
    .sort()
    .map((name) => readFileSync(join(folder, name, 'index.md'), 'utf8'));
};

test('two tabs that write in one draft: the second is asked, and what it does not go on with is kept', async () => {
  const desk = await openDesk();
  const id = await opened(desk);
  const browser = openBrowser(desk);
  const one = await (await browser.openTab()).edit(id);
  const two = await (await browser.openTab()).edit(id);
  const [mine, theirs] = [`${two.text}\n乙写的。\n`, `${one.text}\n甲写的。\n`];
  one.saver.change(theirs);
  await one.saver.flush();
  two.saver.change(mine);
  await two.saver.flush();
  expect(two.states.at(-1)).toBe('conflict');
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}`)).text).toBe(theirs);
  await two.saver.keepMine();
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}`)).text).toBe(mine);
  expect(readAside(desk)).toEqual([theirs]);
  one.saver.change(`${theirs}又一句。\n`);
  await one.saver.flush();
  expect(one.states.at(-1)).toBe('conflict');
  const whole = await one.saver.takeTheirs();
  expect(whole.text).toBe(mine);
  expect(readAside(desk)).toContain(`${theirs}又一句。\n`);
});

test('what a tab has not kept yet is not taken from the browser by another tab that saves', async () => {
  const desk = await openDesk();
  const id = await opened(desk);
  const browser = openBrowser(desk);
  const first = await browser.openTab();
  const one = await first.edit(id);
  browser.setAway(true);
  one.saver.change(`${one.text}\n断开时写的。\n`);
  await one.saver.flush();
  browser.setAway(false);
  const second = await browser.openTab();
  const two = await second.edit(id);
  // It is the other's, which is open and will see to it.
  expect(await two.saver.findUnsaved()).toBeUndefined();
  two.saver.change(`${two.text}\n别处写的。\n`);
  await two.saver.flush();
  await one.saver.stop();
  first.close();
  const again = await (await browser.openTab(first.own)).edit(id);
  expect(await again.saver.findUnsaved()).toMatchObject({
    text: `${one.text}\n断开时写的。\n`,
    isAside: true,
  });
});

test('what was typed in a tab that was closed while the desk was away is found by the next', async () => {
  const desk = await openDesk();
  const id = await opened(desk);
  const browser = openBrowser(desk);
  const first = await browser.openTab();
  const one = await first.edit(id);
  browser.setAway(true);
  one.saver.change(`${one.text}\n关掉以前写的。\n`);
  await one.saver.stop();
  first.close();
  browser.setAway(false);
  const two = await (await browser.openTab()).edit(id);
  const found = await two.saver.findUnsaved();
  expect(found).toMatchObject({ text: `${one.text}\n关掉以前写的。\n`, isAside: false });
  found?.drop();
  expect(await two.saver.findUnsaved()).toBeUndefined();
});

test('the last words before a page is left are saved, also those typed while others are on their way', async () => {
  const desk = await openDesk();
  const id = await opened(desk);
  const { saver, text } = await (await openBrowser(desk).openTab()).edit(id);
  saver.change(`${text}\n一。\n`);
  const first = saver.flush();
  saver.change(`${text}\n一。二。\n`);
  await saver.stop();
  await first;
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}`)).text).toBe(`${text}\n一。二。\n`);
});

test('a draft that was laid aside in another tab is brought back with what was typed in this one', async () => {
  const desk = await openDesk();
  const id = await opened(desk);
  const { saver, states, text } = await (await openBrowser(desk).openTab()).edit(id);
  await desk.tell(`/api/drafts/${id}/discard`);
  saver.change(`${text}\n还在写。\n`);
  await saver.flush();
  expect(states.at(-1)).toBe('gone');
  await saver.bringBack();
  expect((await desk.ask<DraftWhole>(`/api/drafts/${id}`)).text).toBe(`${text}\n还在写。\n`);
  const { what } = await desk.tell<Problem>('/api/drafts/0123456789ab/back');
  expect(what.zh).toBe('没有这份稿。');
});

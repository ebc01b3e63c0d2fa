import { OFFLINE_WORDS } from '#site/i18n/browser/offline.ts';
import { findHome, readLanguage, toPage } from '../home.ts';
import { announce } from '../toast.ts';
import { findTaken, take } from './taken.ts';

/** The id of the page that is shown where nothing else is, which each device keeps. */
const listId = `list:${readLanguage()}`;

const week = 7 * 24 * 3600_000;

/** Has the worker of the site keep what is read. Where a browser has none, pages are read as ever; a development server has none. */
export function startOffline(): void {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker) return;
  if (import.meta.env?.DEV) return void unregister(serviceWorker);
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data === 'biaolian-full') announce(OFFLINE_WORDS[readLanguage()].halved, 8000);
  });
  const start = (): void => void register(serviceWorker).catch(() => undefined);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start);
}

/** A worker of a site that was served from this address before would answer in place of the development server. */
async function unregister(serviceWorker: ServiceWorkerContainer): Promise<void> {
  const all = await serviceWorker.getRegistrations().catch(() => []);
  await Promise.all(all.map((each) => each.unregister()));
}

async function register(serviceWorker: ServiceWorkerContainer): Promise<void> {
  const isFirst = serviceWorker.controller === null;
  const taking =
    isFirst &&
    new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  await serviceWorker.register(`${findHome()}sw.js`, { updateViaCache: 'none' });
  if (taking) {
    await taking;
    await keepThisPage();
  }
  const list = await findTaken(listId);
  if (!list || Date.now() - Date.parse(list.at) > week) {
    await take({ id: listId, title: '', pages: [toPage('offline/')] });
  }
}

/** The page that a reader came by was there before the worker: it is asked for again, with what it was shown with. */
async function keepThisPage(): Promise<void> {
  const { origin, pathname } = window.location;
  const home = origin + findHome();
  const shown = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${home}_astro/`) || /\.(?:svg|png|jpe?g|webp)$/.test(name));
  await Promise.all([pathname, ...new Set(shown)].map((address) => fetch(address)));
}

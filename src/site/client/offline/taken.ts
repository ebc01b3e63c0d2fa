import { findHome } from '../home.ts';
import { listFiles } from './list-files.ts';
import { keptAt, keptTitle, nameCaches, pastWorker, takenFacts } from './names.ts';

/** What is taken along: a course, a basket. */
export interface Plan {
  /** Names it on this device: `course:use-standards:zh`. */
  readonly id: string;
  readonly title: string;
  /** Its pages, as links; it is opened at the first. */
  readonly pages: readonly string[];
  /** Files that scripts ask for by themselves; taken where they are there and small. */
  readonly files?: readonly string[];
}

/** What was taken along, and when. */
export interface Taken {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** A moment: `2026-11-30T08:00:00.000Z`. */
  readonly at: string;
  readonly pages: number;
  /** Pages that are not on the site, or not any more. */
  readonly missing: number;
  readonly bytes: number;
}

/** Why nothing can be kept, or was not. */
export type OfflineFault = 'insecure' | 'refused' | 'full' | 'unreached';

/** Keeping failed; what was there before is there still, unless it says that there is no room. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
  readonly fault: OfflineFault;
  constructor(fault: OfflineFault) {
    super(fault);
    this.fault = fault;
  }
}

/** More, and it is not taken unless it is a page, or asked for by its name. */
const largestFile = 1_000_000;

/** Why this browser, or this address of the site, can keep nothing; undefined where it can. */
export async function findFault(): Promise<OfflineFault | undefined> {
  if (!window.isSecureContext || !('caches' in window)) return 'insecure';
  if (!('serviceWorker' in navigator)) return 'refused';
  try {
    await caches.has(nameCaches().pages);
    return undefined;
  } catch {
    return 'refused';
  }
}

interface File {
  readonly address: string;
  readonly headers: Headers;
  readonly body: Blob;
}

/**
 * Takes pages along with all that they are shown with, and returns what was kept. All is fetched before anything is kept.
 *
 * @throws {NotKept} where the site cannot be reached, or the browser keeps nothing or has no room
 */
export async function take(
  plan: Plan,
  onProgress: (pages: number, bytes: number) => void = () => {},
): Promise<Taken> {
  const { files, missing } = await fetchAll(plan, onProgress);
  const bytes = files.reduce((sum, { body }) => sum + body.size, 0);
  const taken: Taken = {
    id: plan.id,
    title: plan.title,
    address: new URL(plan.pages[0] ?? '', document.baseURI).href,
    at: new Date().toISOString(),
    pages: plan.pages.length - missing,
    missing,
    bytes,
  };
  const name = nameCaches().taken + plan.id;
  try {
    await caches.delete(name);
    const cache = await caches.open(name);
    for (const { address, headers, body } of files) {
      await cache.put(address, new Response(body, { headers }));
    }
    await cache.put(takenFacts(), new Response(JSON.stringify(taken)));
  } catch (error) {
    // Half of it would open and then fail.
    await caches.delete(name).catch(() => false);
    throw new NotKept(isQuota(error) ? 'full' : 'refused');
  }
  return taken;
}

const isQuota = (error: unknown): boolean =>
  error instanceof DOMException && /quota/i.test(error.name);

/** Everything of a plan: its pages, then what they name, and what that names. */
async function fetchAll(
  { pages, files = [] }: Plan,
  onProgress: (pages: number, bytes: number) => void,
): Promise<{ readonly files: readonly File[]; readonly missing: number }> {
  const whole = (link: string) => new URL(link, document.baseURI).href;
  const [asked, named] = [pages.map(whole), files.map(whole)];
  const wanted = new Set([...asked, ...named]);
  const kept: File[] = [];
  let missing = 0;
  let done = 0;
  let bytes = 0;
  // A set that grows while it is walked through is walked to its end.
  for (const address of wanted) {
    const isPage = asked.includes(address);
    const isNamed = isPage || named.includes(address);
    const file = await fetchFile(address);
    if (isPage) done += 1;
    if (!file || (!isNamed && file.body.size > largestFile)) {
      if (isPage) missing += 1;
      continue;
    }
    kept.push(file);
    bytes += file.body.size;
    const type = file.headers.get('Content-Type') ?? '';
    if (/html|javascript|css/.test(type)) {
      const text = await file.body.text();
      if (isPage) nameFile(file, text);
      if (isPage || !/html/.test(type)) {
        for (const each of listFiles(text, type, address, findHome())) wanted.add(each);
      }
    }
    onProgress(done, bytes);
  }
  return { files: kept, missing };
}

function nameFile({ headers }: File, text: string): void {
  headers.set(keptAt, new Date().toISOString());
  headers.set(keptTitle, encodeURIComponent(/<title>([^<]*)<\/title>/.exec(text)?.[1] ?? ''));
}

/** A file of the site as it is now; undefined where there is none. */
async function fetchFile(address: string): Promise<File | undefined> {
  let answered: Response;
  try {
    // What the worker has at hand is of another day.
    answered = await fetch(address, { headers: { [pastWorker]: '1' } });
  } catch {
    throw new NotKept('unreached');
  }
  if (answered.status >= 500) throw new NotKept('unreached');
  if (!answered.ok) return undefined;
  const headers = new Headers(answered.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  try {
    return { address, headers, body: await answered.blob() };
  } catch {
    throw new NotKept('unreached');
  }
}

/** What was taken along under an id; undefined where nothing was, or it is damaged. */
export async function findTaken(id: string): Promise<Taken | undefined> {
  const name = nameCaches().taken + id;
  if (!(await caches.has(name))) return undefined;
  return readTaken(name);
}

async function readTaken(name: string): Promise<Taken | undefined> {
  try {
    const facts = await (await caches.open(name)).match(takenFacts());
    return facts && ((await facts.json()) as Taken);
  } catch {
    return undefined;
  }
}

/** All that a reader took along, by name; the list itself, which every device keeps, has none. */
export async function listTaken(): Promise<readonly Taken[]> {
  const { taken } = nameCaches();
  const names = (await caches.keys()).filter((name) => name.startsWith(taken));
  const all = await Promise.all(names.map(readTaken));
  return all
    .flatMap((each) => (each && each.title !== '' ? each : []))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** Removes what was taken along under an id. */
export async function removeTaken(id: string): Promise<void> {
  await caches.delete(nameCaches().taken + id);
}

/** A page that was read on this device. */
export interface ReadPage {
  readonly address: string;
  readonly title: string;
  readonly at: string;
}

/** Pages that were kept as they were read, the last first. */
export async function listRead(): Promise<readonly ReadPage[]> {
  const cache = await caches.open(nameCaches().pages);
  const pages = await Promise.all(
    (await cache.keys()).map(async ({ url }) => {
      const headers = (await cache.match(url))?.headers;
      const title = decodeURIComponent(headers?.get(keptTitle) ?? '');
      return { address: url, title: title || url, at: headers?.get(keptAt) ?? '' };
    }),
  );
  return pages.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Removes all pages that were kept as they were read. */
export async function removeRead(): Promise<void> {
  await caches.delete(nameCaches().pages);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDesk } from '#desk/desk.ts';
import type {
  ActShown,
  DeskState,
  DraftReading,
  DraftWhole,
  PublishPlan,
} from '#desk/client/shapes.ts';
import { openLibrary } from '#library/open.ts';
import { generateLibrary } from './generate.ts';

/**
 * `npm run bench:desk -- --count 3000`: what the desk of a large library answers, each question twice, in milliseconds by the
 * clock and of the processor; without drawing pages, which `npm run bench` measures.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { count: { type: 'string', default: '3000' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-bench-desk-'));
  const [library, keep, cache] = ['library', 'keep', 'cache'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    generateLibrary(library, Number(values.count));
    await time('library compiled for the first time', () => openLibrary({ dir: library, cache }));
    await measureDesk({ library, keep, cache });
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureDesk(place: {
  readonly library: string;
  readonly keep: string;
  readonly cache: string;
}): Promise<void> {
  const host = '127.0.0.1:4330';
  const desk = await time('desk opened', () =>
    createDesk({
      ...place,
      hosts: () => [host],
      bundle: { digest: 'd', script: new Uint8Array(), style: new Uint8Array(), compressed: 0 },
      application: () => Promise.reject(new Error('no page is drawn here')),
      site: () => null,
      publish: () => Promise.resolve({ pages: 0, drawn: 0 }),
    }),
  );
  const page = { Host: host, Origin: `http://${host}`, 'X-Desk': '1' } as const;
  const door = await desk.app.request(`http://${host}/?token=${desk.issueToken()}`, {
    headers: page,
  });
  const Cookie = (door.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const ask = async <T>(path: string, data?: unknown, method = 'POST'): Promise<T> => {
    const said = data === undefined ? {} : { method, body: JSON.stringify(data) };
    const headers = { ...page, Cookie, 'Content-Type': 'application/json' };
    const text = await (
      await desk.app.request(`http://${host}${path}`, { ...said, headers })
    ).text();
    last = text.length;
    return JSON.parse(text) as T;
  };
  let state = await time('board', () => ask<DeskState>('/api/state'));
  state = await time('board', () => ask<DeskState>('/api/state'));
  const slug = state.standards[0]?.slug ?? '';
  let draft = await time('draft opened', () => ask<DraftWhole>('/api/open', { slug }));
  await time('its form', () => ask('/api/form'));
  for (const words of ['一', '二', '三']) {
    const text = draft.text.replace('。', `，${words}。`);
    const { revision } = draft.reading;
    const reading = await time('pause of typing: saved and read', () =>
      ask<DraftReading>(`/api/drafts/${draft.id}`, { text, revision }, 'PUT'),
    );
    draft = { ...draft, text, reading };
  }
  const { digest } = await time('what publishing changes', () =>
    ask<PublishPlan>(`/api/drafts/${draft.id}/plan`),
  );
  await time('published, without pages', () => ask(`/api/drafts/${draft.id}/publish`, { digest }));
  const other = state.standards[1]?.slug ?? '';
  const asked = { act: 'confirm', slug: other, on: '2026-12-01' };
  const shown = await time('what an act changes', () => ask<ActShown>('/api/acts/plan', asked));
  await time('an act, without pages', () => ask('/api/acts/do', { asked, digest: shown.digest }));
  await time('board after it', () => ask('/api/state'));
}

/** Characters of the last answer. */
let last = 0;

async function time<T>(name: string, work: () => Promise<T>): Promise<T> {
  last = 0;
  const [start, before] = [performance.now(), process.cpuUsage()];
  const done = await work();
  const { user, system } = process.cpuUsage(before);
  const [wall, processor] = [performance.now() - start, (user + system) / 1000].map(Math.round);
  const size = last > 0 ? `, ${Math.round(last / 1024)} KB` : '';
  process.stdout.write(`${name}: ${wall} ms, of processor ${processor} ms${size}\n`);
  return done;
}

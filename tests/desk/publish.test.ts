import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  ActShown,
  DeskState,
  DraftReading,
  DraftWhole,
  Problem,
  Published,
  PublishPlan,
} from '#desk/client/shapes.ts';
import { openDesk } from '../support/desk.ts';
import { writeFiles, writeStandard } from '../support/temporary-library.ts';

const slug = 'db9902-t-700-2024';
const file = `standards/local/${slug}/index.md`;
type Desk = Awaited<ReturnType<typeof openDesk>>;

async function openChanged(desk: Desk): Promise<string> {
  const { id, text, reading } = await desk.tell<DraftWhole>('/api/open', { slug });
  const typed = text.replace('样例的要求', '样例的要求和判定');
  await desk.tell<DraftReading>(
    `/api/drafts/${id}`,
    { text: typed, revision: reading.revision },
    'PUT',
  );
  return id;
}

test('what will change is shown; published, the library has it; undone, it is as before', async () => {
  const desk = await openDesk();
  const before = readFileSync(join(desk.library, file), 'utf8');
  const id = await openChanged(desk);
  const plan = await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`);
  expect(plan.files.map(({ path, kind }) => [path, kind])).toEqual([
    [file, 'changed'],
    [file.replace('index.md', 'anchors.tsv'), 'added'],
    ['published.tsv', 'added'],
  ]);
  const marked = plan.files[0]?.lines.filter(({ mark }) => mark === '+' || mark === '-');
  expect(marked?.map(({ mark, text }) => `${mark}${text}`)).toEqual([
    '-本文件规定了样例的要求。',
    '+本文件规定了样例的要求和判定。',
  ]);
  const { publication, url } = await desk.tell<Published>(`/api/drafts/${id}/publish`, {
    digest: plan.digest,
  });
  expect(url).toBe(`http://127.0.0.1:4321/standards/${slug}/`);
  expect(readFileSync(join(desk.library, file), 'utf8')).toContain('要求和判定');
  const register = join(desk.library, 'published.tsv');
  const ledger = join(desk.library, file.replace('index.md', 'anchors.tsv'));
  expect(readFileSync(ledger, 'utf8')).toContain('\nrequirements\t4\t要求\n');
  expect(readFileSync(register, 'utf8')).toMatch(/^db9902-t-700-2024\tDB9902\/T 700—2024\t/m);
  expect(desk.published()).toBe(1);
  await desk.tell(`/api/publications/${publication.id}/undo`);
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(before);
  expect([existsSync(register), existsSync(ledger)]).toEqual([false, false]);
  expect(desk.published()).toBe(2);
  expect((await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`)).files).toHaveLength(3);
});

test('an address that was published stays in the ledger, and its clause keeps it under another title', async () => {
  const desk = await openDesk();
  const { id, text, reading } = await desk.tell<DraftWhole>('/api/open', { slug });
  const publish = async (typed: string, revision: number): Promise<DraftReading> => {
    const saved = await desk.tell<DraftReading>(
      `/api/drafts/${id}`,
      { text: typed, revision },
      'PUT',
    );
    const { digest } = await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`);
    await desk.tell<Published>(`/api/drafts/${id}/publish`, { digest });
    return saved;
  };
  const chapter = (title: string): string => `${text}\n# ${title}\n\n应贴标签。\n`;
  const { revision } = await publish(chapter('标签'), reading.revision);
  const { outline } = await publish(chapter('标志'), revision);
  expect(outline.at(-1)).toMatchObject({ id: 'biao-qian', title: '标志' });
  const ledger = readFileSync(join(desk.library, file.replace('index.md', 'anchors.tsv')), 'utf8');
  expect(ledger.match(/^biao-\w+/gm)).toEqual(['biao-qian']);
});

test('what was changed in the library meanwhile is not written over', async () => {
  const desk = await openDesk();
  const id = await openChanged(desk);
  const other = readFileSync(join(desk.library, file), 'utf8').replace('样例的要求', '样例的分级');
  writeFileSync(join(desk.library, file), other);
  await desk.refresh();
  const { digest } = await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`);
  const answer = await desk.send(`/api/drafts/${id}/publish`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ digest }),
  });
  expect(answer.status).toBe(409);
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(other);
  expect(desk.published()).toBe(0);
});

test('a text with errors is not published, and neither is one that changed after it was shown', async () => {
  const desk = await openDesk();
  const id = await openChanged(desk);
  const { digest } = await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`);
  const { text, reading } = await desk.ask<DraftWhole>(`/api/drafts/${id}`);
  const put = async (typed: string, revision: number): Promise<DraftReading> =>
    desk.tell<DraftReading>(`/api/drafts/${id}`, { text: typed, revision }, 'PUT');
  const publish = async (shown: string): Promise<number> =>
    (
      await desk.send(`/api/drafts/${id}/publish`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ digest: shown }),
      })
    ).status;
  const broken = await put(`${text}\n见[#nowhere]。\n`, reading.revision);
  expect(await publish((await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`)).digest)).toBe(422);
  await put(`${text}\n补充一句。\n`, broken.revision);
  expect(await publish(digest)).toBe(409);
  expect(desk.published()).toBe(0);
});

test('a publication that was killed is known as made where it was made, and is forgotten where not', async () => {
  const desk = await openDesk();
  const before = readFileSync(join(desk.library, file), 'utf8');
  const id = await openChanged(desk);
  const { digest } = await desk.ask<PublishPlan>(`/api/drafts/${id}/plan`);
  const { publication } = await desk.tell<Published>(`/api/drafts/${id}/publish`, { digest });
  const folder = join(desk.keep, 'publications', publication.id);
  const list = async (): Promise<readonly string[]> =>
    (await (await openDesk(desk)).ask<DeskState>('/api/state')).publications.map((each) => each.id);
  // As a kill leaves it: nobody has said that it is over.
  rmSync(join(folder, 'done'));
  expect(await list()).toEqual([publication.id]);
  rmSync(join(folder, 'done'));
  writeFileSync(join(desk.library, file), before);
  expect(await list()).toEqual([]);
  expect(existsSync(folder)).toBe(false);
  const again = await openDesk(desk);
  expect((await again.ask<DraftWhole>(`/api/drafts/${id}`)).text).toContain('要求和判定');
});

test('a new standard is there as a whole, and undone its folder is gone', async () => {
  const desk = await openDesk();
  const made = await desk.tell<DraftWhole>('/api/new', {
    number: 'DB9902/T 701—2026',
    title: '样例',
    issuer: '示范市市场监督管理局',
  });
  const text = `${made.text}\n##\n\n应有一项要求。\n\n##\n\n应有另一项要求。\n`;
  await desk.tell(`/api/drafts/${made.id}`, { text, revision: made.reading.revision }, 'PUT');
  const plan = await desk.ask<PublishPlan>(`/api/drafts/${made.id}/plan`);
  expect(plan.errors).toEqual([]);
  const { publication } = await desk.tell<Published>(`/api/drafts/${made.id}/publish`, {
    digest: plan.digest,
  });
  const folder = join(desk.library, 'standards/local/db9902-t-701-2026');
  expect(readFileSync(join(folder, 'index.md'), 'utf8')).toBe(text);
  await desk.tell(`/api/publications/${publication.id}/undo`);
  expect(existsSync(folder)).toBe(false);
  // The draft is still in hand, and can be published again.
  const again = await desk.ask<PublishPlan>(`/api/drafts/${made.id}/plan`);
  const answer = await desk.tell<Published>(`/api/drafts/${made.id}/publish`, {
    digest: again.digest,
  });
  expect(answer.publication.number).toBe('DB9902/T 701—2026');
});

test('of two acts the first is undone where nothing else touches its files, and refused in plain words where the second does', async () => {
  const desk = await openDesk();
  writeFiles(desk.library, {
    'standards/local/db9902-t-701-2024/index.md': writeStandard({ serial: 701 }),
  });
  await desk.refresh();
  const register = join(desk.library, 'published.tsv');
  const perform = async (asked: object): Promise<string> => {
    const { digest } = await desk.tell<ActShown>('/api/acts/plan', asked);
    const { publication } = await desk.tell<Published>('/api/acts/do', { asked, digest });
    return publication.id;
  };
  const renumber = (serial: number): object => ({
    act: 'renumber',
    slug: `db9902-t-${serial}-2024`,
    on: '2026-11-30',
    number: `DB9902/T ${serial + 90}—2024`,
  });
  // Both enter a line into the register: that is no matter.
  const first = await perform(renumber(700));
  const second = await perform(renumber(701));
  await desk.tell(`/api/publications/${first}/undo`);
  expect(existsSync(join(desk.library, file))).toBe(true);
  const left = readFileSync(register, 'utf8');
  expect([left.includes('790'), left.includes('791')]).toEqual([false, true]);
  await desk.tell(`/api/publications/${second}/undo`);

  const confirmed = await perform({ act: 'confirm', slug, on: '2026-11-30' });
  const withdrawn = await perform({ act: 'withdraw', slug, on: '2026-12-01', reason: '并入' });
  const answer = await desk.send(`/api/publications/${confirmed}/undo`, { method: 'POST' });
  expect(answer.status).toBe(409);
  const { what, todo } = (await answer.json()) as Problem;
  expect(what.zh).toBe('后来办的 DB9902/T 700—2024《样例标准700》也改了同样的文件，没有撤回。');
  expect(todo?.zh).toBe('先撤回后来的那一件，再撤回这一件。');
  await desk.tell(`/api/publications/${withdrawn}/undo`);
  await desk.tell(`/api/publications/${confirmed}/undo`);
  expect(readFileSync(join(desk.library, file), 'utf8')).toBe(writeStandard());
});

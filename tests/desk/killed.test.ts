import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import type { DraftReading, DraftWhole } from '#desk/client/shapes.ts';
import { openDesk } from '../support/desk.ts';
import { makeFolder, writeFiles, writeStandard } from '../support/temporary-library.ts';

const slug = 'db9902-t-700-2024';
const file = `standards/local/${slug}/index.md`;

/** A desk in a process of its own; it says where it is, with a token, and is there until it is killed. */
async function startProcess(
  library: string,
  keep: string,
): Promise<{ readonly child: ChildProcess; readonly address: URL }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../support/desk-process.ts'), library, keep],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, address: new URL(line) };
}

test('what the desk said it had saved is there after the process was killed in the midst of saving', async () => {
  const folder = makeFolder();
  const [library, keep] = [join(folder, 'library'), join(folder, 'keep')];
  writeFiles(library, { [file]: writeStandard() });
  const { child, address } = await startProcess(library, keep);
  const entered = await fetch(address, { redirect: 'manual' });
  const headers = {
    Cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '',
    Origin: address.origin,
    'X-Desk': '1',
    'Content-Type': 'application/json',
  };
  const tell = async <T>(path: string, data: unknown, method = 'POST'): Promise<T> => {
    const body = JSON.stringify(data);
    const answer = await fetch(new URL(path, address), { method, headers, body });
    return (await answer.json()) as T;
  };
  const { id, text, reading } = await tell<DraftWhole>('/api/open', { slug });
  let { revision } = reading;
  const typed = (count: number): string => `${text}\n${'琥珀色指示灯应常亮。'.repeat(count)}\n`;
  const type = async (count: number): Promise<void> => {
    const data = { text: typed(count), revision };
    ({ revision } = await tell<DraftReading>(`/api/drafts/${id}`, data, 'PUT'));
  };
  for (let count = 1; count <= 5; count += 1) await type(count);
  // One more is on its way when the process ends.
  const last = type(6).catch(() => undefined);
  child.kill('SIGKILL');
  await Promise.all([last, once(child, 'exit')]);

  const again = await openDesk({ library, keep });
  const whole = await again.ask<DraftWhole>(`/api/drafts/${id}`);
  expect([typed(5), typed(6)]).toContain(whole.text);
  // The page goes on with what it had: it is kept, or it is there already.
  const shown = { text: typed(6), revision: whole.reading.revision };
  await again.tell<DraftReading>(`/api/drafts/${id}`, shown, 'PUT');
  expect((await again.ask<DraftWhole>(`/api/drafts/${id}`)).text).toBe(typed(6));
  expect(readFileSync(join(library, file), 'utf8')).toBe(writeStandard());
});

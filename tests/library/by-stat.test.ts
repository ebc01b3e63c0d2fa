import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { keepByStat } from '#library/by-stat.ts';

const root = mkdtempSync(join(tmpdir(), 'biaolian-by-stat-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const [code, other] = [join(root, 'code.ts'), join(root, 'other.ts')];
const kept = join(root, 'kept');
const write = (path: string, text: string) => writeFileSync(path, text);

/** A new process asks for what is made of files: what it got, and whether it had to make it. */
function ask(paths: readonly string[] | (() => readonly string[]), value: string) {
  const name = typeof paths === 'function' ? 'listed' : 'named';
  let isMade = false;
  const got = keepByStat<string>(kept)(name, paths, () => {
    isMade = true;
    return value;
  });
  return { got, isMade };
}

it('what was made of files is found by another process while the system says the same of them', async () => {
  write(code, 'a');
  write(other, 'b');
  // Files that are so young may change without a trace: nothing is kept of them.
  expect(ask([code, other], 'first')).toEqual({ got: 'first', isMade: true });
  expect(ask([code, other], 'second')).toEqual({ got: 'second', isMade: true });
  await setTimeout(2100);
  expect(ask([code, other], 'third')).toEqual({ got: 'third', isMade: true });
  expect(ask([code, other], 'fourth')).toEqual({ got: 'third', isMade: false });
  expect(ask([code], 'fewer')).toEqual({ got: 'fewer', isMade: true });
  const list = () => [code, other];
  expect(ask(list, 'listed')).toEqual({ got: 'listed', isMade: true });
  expect(ask(list, 'again')).toEqual({ got: 'listed', isMade: false });
  utimesSync(other, 1, 1);
  expect(ask(list, 'touched').isMade).toBe(true);
  write(join(kept, 'stray'), '');
  rmSync(kept, { recursive: true });
  await setTimeout(2100);
  expect(ask(list, 'gone')).toEqual({ got: 'gone', isMade: true });
  expect(ask(list, 'gone too')).toEqual({ got: 'gone', isMade: false });
});

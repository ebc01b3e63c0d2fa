import { expect, it } from 'vitest';
import { loadMadeFile, storeMadeFile } from '#library/made-files.ts';
import { withStore } from '#library/store.ts';
import { makeFolder } from '../support/temporary-library.ts';

it('keeps a file under the name of what it was made from', () => {
  const cache = makeFolder();
  expect(loadMadeFile(cache, 'a')).toBeNull();
  storeMadeFile(cache, 'a', Buffer.from([1, 2, 255]));
  expect([...(loadMadeFile(cache, 'a') ?? [])]).toEqual([1, 2, 255]);
  expect(loadMadeFile(cache, 'b')).toBeNull();
});

it('removes what was not wanted for thirty days when another is kept', () => {
  const cache = makeFolder();
  for (const name of ['old', 'wanted']) storeMadeFile(cache, name, Buffer.from(name));
  const past = Date.now() - 31 * 24 * 3600_000;
  withStore(cache, ({ prepare }) => prepare('update made_files set used = ?').run(past));
  loadMadeFile(cache, 'wanted');
  storeMadeFile(cache, 'new', Buffer.from('new'));
  const names = ['old', 'wanted', 'new'].filter((name) => loadMadeFile(cache, name));
  expect(names).toEqual(['wanted', 'new']);
});

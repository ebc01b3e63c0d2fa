import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '#library/code-digest.ts';
import { readCatalogue } from '#library/catalogue.ts';
import { prepareLessons, readLearning } from '#library/learning.ts';
import { keepMemory, openMemory, rememberLast } from '#library/remember.ts';
import { withStore } from '#library/store.ts';
import { readSystems } from '#library/systems.ts';
import { readVocabulary } from '#library/vocabulary.ts';
import { makeFolder } from '../support/temporary-library.ts';

/** What another process is given for a file, and whether it had to make it. */
function ask(file: string, digest: string, value: unknown) {
  let isMade = false;
  const got = rememberLast<unknown>()(file, digest, () => {
    isMade = true;
    return value;
  });
  return { got, isMade };
}

/** All of a value, with its maps and the order of keys: digests of views go by that. */
const show = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => (each instanceof Map ? [...each] : each));

it('what was made of a file is found by another process while its content is the same', () => {
  const cache = makeFolder();
  openMemory(cache);
  const value = { model: { title: '甲', words: new Map([['a', { zh: '乙' }]]) }, diagnostics: [] };
  expect(ask('/a.yaml', 'one', value).isMade).toBe(true);
  // Nobody has kept it yet.
  expect(ask('/a.yaml', 'one', value).isMade).toBe(true);
  keepMemory();
  expect(ask('/a.yaml', 'one', null)).toEqual({ got: value, isMade: false });
  expect(ask('/a.yaml', 'two', null)).toEqual({ got: null, isMade: true });
  expect(ask('/b.yaml', 'one', null).isMade).toBe(true);
  expect(rememberLast().has('/a.yaml', 'one')).toBe(true);
  expect(rememberLast().has('/a.yaml', 'two')).toBe(false);
  openMemory(makeFolder());
  expect(ask('/a.yaml', 'one', null).isMade).toBe(true);
});

it('is made again where what was kept is damaged, or was made by other code', () => {
  const cache = makeFolder();
  openMemory(cache);
  for (const file of ['/a', '/b', '/c']) ask(file, 'one', { of: file });
  keepMemory();
  withStore(cache, ({ prepare }) => {
    prepare('update read_files set content = zeroblob(8) where path = ?').run('/a');
    prepare('update read_files set code = ? where path = ?').run('other', '/b');
  });
  expect(['/a', '/b', '/c'].filter((file) => ask(file, 'one', null).isMade)).toEqual(['/a', '/b']);
});

it('everything that is read of the sample library is the same when it comes from another process', async () => {
  const dir = join(projectRoot, 'content');
  await prepareLessons(dir);
  const { fileOf: _fileOf, ...catalogue } = readCatalogue(dir);
  const { courses, banks } = readLearning(dir);
  const read: Readonly<Record<string, unknown>> = {
    catalogue,
    vocabulary: readVocabulary(dir),
    systems: readSystems(dir),
    banks,
    ...Object.fromEntries(readSystems(dir).models.map((model) => [model.id, { model }])),
    ...Object.fromEntries(
      courses.map(({ lessons: _lessons, ...course }) => [course.id, { model: course }]),
    ),
    ...Object.fromEntries(
      courses.flatMap(({ lessons }) =>
        lessons.map((lesson) => [lesson.file, { model: lesson, diagnostics: [] }]),
      ),
    ),
  };
  openMemory(makeFolder());
  for (const [name, value] of Object.entries(read)) ask(name, 'digest', value);
  keepMemory();
  for (const [name, value] of Object.entries(read)) {
    const { got, isMade } = ask(name, 'digest', null);
    expect(isMade).toBe(false);
    expect(show(got), name).toBe(show(value));
  }
});

import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actStages, ActRefused, applyPlan, diffPlan, draftPlan } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { actsFolder } from '#library/library-lock.ts';
import { settleChange } from '#library/pending-change.ts';
import { makeFolder, writeFiles } from '#tests/support/temporary-library.ts';
import { readLibraryFiles as read } from './acts-library.ts';
import { dieWhileApplying, writePlan } from './apply-elsewhere.ts';

const words = { zh: '改', en: 'change' };

const before = {
  'gone.md': 'gone\n',
  'published.tsv': 'a\n',
  'standards/local/a/index.md': 'a\n',
  'standards/local/a/map.png': 'picture',
};
const after = {
  'notices/one.md': 'one\n',
  'published.tsv': 'a\nb\n',
  'standards/local/b/index.md': 'b\n',
  'standards/local/b/map.png': 'picture',
};

function makeLibrary(): string {
  const dir = makeFolder();
  writeFiles(dir, before);
  return dir;
}

function plan(dir: string): ActPlan {
  const draft = draftPlan(dir);
  draft.move('standards/local/a', 'standards/local/b', words);
  draft.write('standards/local/b/index.md', 'b\n', words);
  draft.write('notices/one.md', 'one\n', words);
  draft.write('published.tsv', 'a\nb\n', words);
  draft.remove('gone.md', words);
  return draft.finish(words);
}

describe('applying a plan', () => {
  it('changes all its files, leaves nothing beside them, and a second time changes nothing', () => {
    const dir = makeLibrary();
    const planned = plan(dir);
    expect(applyPlan(dir, planned).changed).toHaveLength(7);
    expect(read(dir)).toEqual(after);
    expect(existsSync(join(dir, actsFolder))).toBe(false);
    expect(existsSync(join(dir, 'standards/local/a'))).toBe(false);
    expect(applyPlan(dir, planned).changed).toEqual([]);
  });

  it.each(actStages.map((stage, at) => [stage, at] as const))(
    'killed at the end of "%s": the library is as before or as after, and the act can be done again',
    async (stage, at) => {
      const dir = makeLibrary();
      const file = writePlan(plan(dir));
      expect(await dieWhileApplying(dir, file, stage)).toBe('SIGKILL');
      settleChange(dir);
      const isAfter = at >= actStages.indexOf('recorded');
      expect(read(dir)).toEqual(isAfter ? after : before);
      applyPlan(dir, plan(dir));
      expect(read(dir)).toEqual(after);
      expect(readdirSync(dir)).not.toContain(actsFolder);
    },
  );

  it('tells the second of two, who planned from files that are no longer so', () => {
    const dir = makeLibrary();
    const planned = plan(dir);
    writeFileSync(join(dir, 'published.tsv'), 'a\nc\n');
    expect(() => applyPlan(dir, planned)).toThrow(ActRefused);
    expect(read(dir)).toEqual({ ...before, 'published.tsv': 'a\nc\n' });
  });

  it('does nothing while another process that lives holds the lock', () => {
    const dir = makeLibrary();
    mkdirSync(join(dir, actsFolder));
    const owner = { pid: process.ppid, host: 'elsewhere', since: 0 };
    writeFileSync(join(dir, actsFolder, 'lock'), JSON.stringify(owner));
    expect(() => applyPlan(dir, plan(dir))).toThrow(/elsewhere, PID/);
    expect(read(dir)).toEqual(before);
  });

  it.each(['../a.md', '/a.md', 'a/../../b.md', '.git/config', 'a\\b.md', 'c:a.md', 'a//b', ''])(
    'refuses "%s"',
    (path) => {
      const dir = makeLibrary();
      expect(() => draftPlan(dir).write(path, 'x', words)).toThrow(ActRefused);
      const planned = {
        ...plan(dir),
        changes: [{ kind: 'remove', path, sentence: words }],
      } as const;
      expect(() => applyPlan(dir, planned)).toThrow(ActRefused);
      expect(read(dir)).toEqual(before);
    },
  );

  it('refuses a way through a link', () => {
    const dir = makeLibrary();
    const elsewhere = makeFolder();
    symlinkSync(elsewhere, join(dir, 'notices'));
    expect(() => applyPlan(dir, plan(dir))).toThrow(ActRefused);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('leaves what somebody changed after an end', async () => {
    const dir = makeLibrary();
    await dieWhileApplying(dir, writePlan(plan(dir)), 'recorded');
    writeFileSync(join(dir, 'published.tsv'), 'mine\n');
    settleChange(dir);
    expect(read(dir)).toEqual({ ...before, 'published.tsv': 'mine\n' });
  });
});

describe('showing a plan', () => {
  it('is one diff, and nothing is written', () => {
    const dir = makeLibrary();
    expect(diffPlan(dir, plan(dir))).toBe(`rename from standards/local/a/index.md
rename to standards/local/b/index.md
--- a/standards/local/a/index.md
+++ b/standards/local/b/index.md
@@ -1,1 +1,1 @@
-a
+b
rename from standards/local/a/map.png
rename to standards/local/b/map.png
--- /dev/null
+++ b/notices/one.md
@@ -0,0 +1,1 @@
+one
--- a/published.tsv
+++ b/published.tsv
@@ -1,1 +1,2 @@
 a
+b
--- a/gone.md
+++ /dev/null
@@ -1,1 +0,0 @@
-gone
`);
    expect(read(dir)).toEqual(before);
  });
});

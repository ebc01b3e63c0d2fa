import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { holdLibrary } from '#desk/held-library.ts';
import { readDraft } from '#desk/read-draft.ts';
import { openApplication } from '#publish/application/open.ts';
import { openDrawer } from '#publish/application/drawer.ts';
import { drawStandard } from '#publish/draw-page.ts';
import { firstSentence } from './first-sentence.ts';

/**
 * What a pause of typing costs at a desk that holds a library: the draft related and read, and its page drawn. Prints
 * milliseconds of each of some pauses: `node tests/bench/pause.ts LIBRARY FILE`, `FILE` the text of a standard.
 */
const [library = '', file = ''] = process.argv.slice(2);
const pauses = 6;

const root = mkdtempSync(join(tmpdir(), 'biaolian-pause-'));
try {
  const held = await holdLibrary(library);
  const drawer = await openDrawer(await openApplication());
  const path = dirname(file).slice(library.length + 1);
  const text = readFileSync(file, 'utf8');
  const origin = { kind: 'library' as const, path };
  cpSync(dirname(file), join(root, path), { recursive: true });
  for (let pause = 1; pause <= pauses; pause += 1) {
    const typed = text.replace(firstSentence, `$1第 ${pause} 次。\n`);
    writeFileSync(join(root, path, 'index.md'), typed);
    const start = performance.now();
    const before = process.cpuUsage();
    const own = { id: 'pause', base: {}, report: null, revision: pause, saved: pause };
    const draft = { ...own, origin, root, path, text: typed, english: null };
    const within = held.withDraft(draft);
    const { slug } = readDraft(draft, within);
    const read = performance.now();
    await drawStandard(drawer, within, slug ?? '', 'zh');
    const drawn = performance.now();
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(
      `pause ${pause}: findings after ${(read - start).toFixed(0)} ms, page after ${(drawn - start).toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms CPU)\n`,
    );
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.exit(0);

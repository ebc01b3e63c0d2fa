import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyPlan,
  planAdvance,
  planAmend,
  planConfirm,
  planCorrect,
  planGathering,
  planWithdraw,
} from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { holdEntries } from '#library/cache.ts';
import type { Library } from '#library/open.ts';
import { openPublished } from '#library/published.ts';
import { listJobs } from '#publish/page-jobs.ts';
import { writeStamp } from '#publish/output.ts';
import { loadPublished, planPages, storePlan } from '#publish/plan.ts';
import { findWordWriter } from '#publish/word/writer.ts';

/**
 * What each kind of change has drawn: acts and edits on a copy of a library, one after the other, each planned as a publication plans
 * it and nothing drawn: `node tests/bench/changes.ts LIBRARY WORK [-v]`. WORK is kept, and where it is there nothing is copied.
 */
const [source = 'content', work = '', verbose] = process.argv.slice(2);
const dir = join(work, 'library');
const cache = join(work, 'cache');
const out = join(work, 'site');
cpSync(source, dir, { recursive: true });
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'index.html'), '');

const asOf = '2026-12-01';
const base = 'DB9902/T 48—2026';
const folder = join(dir, 'standards/local/db9902-t-48-2026');
const read = (path: string): string => readFileSync(path, 'utf8');
const edit = (path: string, from: string | RegExp, to: string): void => {
  const text = read(path);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} has no ${String(from)}`);
  writeFileSync(path, changed);
};
const text = (): string => read(join(folder, 'index.md'));
const change = (): string => text().replace(/应(?=[^应]*$)/, '应当场');

type Change = (library: Library) => ActPlan | void;
const changes: readonly (readonly [string, Change])[] = [
  [
    '勘误 a correction',
    (library) => planCorrect(library, base, { text: change(), note: '漏字', on: asOf }),
  ],
  [
    '修改单 an amendment',
    (library) => planAmend(library, base, { text: change(), on: asOf, implemented: '2027-03-01' }),
  ],
  [
    '明天的修改单 an amendment of a day to come',
    (library) =>
      planAmend(library, 'DB9902/T 12—2023', {
        text: read(join(dir, 'standards/local/db9902-t-12-2023/index.md')).replace(
          /应(?=[^应]*$)/,
          '应当场',
        ),
        on: '2026-12-10',
        implemented: '2027-03-01',
      }),
  ],
  ['再一句话 a sentence', () => edit(join(folder, 'index.md'), '应', '应当即')],
  ['复审 a review', (library) => planConfirm(library, base, { on: asOf })],
  [
    '预告废止 an announced withdrawal',
    (library) => planWithdraw(library, base, { on: asOf, from: '2027-06-01', reason: '内容并入' }),
  ],
  [
    '废止 a withdrawal',
    (library) => planWithdraw(library, 'DB9902/T 36—2025', { on: asOf, reason: '内容并入' }),
  ],
  [
    '一条题录 a record',
    () =>
      appendFileSync(
        join(dir, 'catalogue/local.csv'),
        'DB11/T 9149-2023,样例题录,,现行,2023-09-25,2024-01-01,,,,A20,03.080.99,北京市市场监督管理局,2026-07-02,public-catalogue\n',
      ),
  ],
  [
    '一条题录的状态 a status of a record',
    () =>
      edit(join(dir, 'catalogue/local.csv'), /^(DB11\/T 149-2023,[^,]*,[^,]*),现行/m, '$1,废止'),
  ],
  [
    '项目进入下一阶段 a next stage',
    (library) =>
      planAdvance(library, 'sf2026-014', { ended: '2026-11-30', stage: '技术审查', began: asOf }),
  ],
  ['一批意见 a round of comments', (library) => planGathering(library, 'sf2026-033', []).plan],
  [
    '一个术语的译名 a term in English',
    () =>
      edit(
        join(dir, 'standards/local/db9902-t-12-2023/index.md'),
        /^(## [^|\n]+ \| )(.*)$/m,
        '$1other $2',
      ),
  ],
  ['一句话 a sentence', () => edit(join(folder, 'index.md'), '应', '应当时')],
  ['一个题名 a title', () => edit(join(folder, 'index.md'), /^title: /m, 'title: 再次')],
];

holdEntries();
let library: Library | undefined;
async function plan(name: string): Promise<void> {
  const opened = await openPublished({ dir, cache, out, asOf });
  if (!opened.library) throw new Error('nothing to publish');
  const wordWriter = findWordWriter();
  library = { ...opened.library, wordWriter, withData: true };
  const [started, before] = [performance.now(), process.cpuUsage()];
  const found = planPages(library, 'code', loadPublished(library.cache, out));
  const planned = performance.now();
  const made = found.full ? 0 : [...listJobs(library, found.stale)].length;
  const { user, system } = process.cpuUsage(before);
  const templates = Map.groupBy(found.stale, ({ template }) => template);
  process.stdout.write(
    `${name}: ${found.stale.length} of ${Object.keys(found.manifest.pages).length} drawn, ${found.looked} views looked at, ${made} to be drawn; plan ${Math.round(planned - started)} ms, views ${Math.round(performance.now() - planned)} ms, ${Math.round((user + system) / 1e3)} ms CPU\n`,
  );
  if (verbose && !found.full)
    process.stdout.write(
      `    ${[...templates].map(([template, pages]) => `${template} ${pages.length}`).join(', ')}\n`,
    );
  writeStamp(out, storePlan(library.cache, out, found), 'release');
  opened.keep();
}

await plan('all');
for (const [name, make] of changes) {
  if (!library) throw new Error('no library');
  const act = make(library);
  if (act) applyPlan(dir, act);
  await plan(name);
}
process.exit(0);

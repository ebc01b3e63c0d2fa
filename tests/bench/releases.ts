import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import type { PreparedIndex } from '#search/embedded/texts/build.ts';
import { install } from '#publish/install.ts';
import { openReleases } from '#publish/releases/index.ts';
import { planDeployment } from '#publish/releases/deployment.ts';
import { findPrevious, rollBack } from '#publish/releases/rollback.ts';
import { verifyFolder } from '#publish/releases/verify.ts';

/**
 * `npm run bench:releases -- --standards 10000 --folder /dev/shm`: what releases cost beside drawing, on a site with as
 * many files as one of so many standards has.
 */
export function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      standards: { type: 'string', default: '10000' },
      folder: { type: 'string', default: tmpdir() },
    },
  });
  const home = mkdtempSync(join(values.folder, 'biaolian-releases-'));
  try {
    run(home, Number(values.standards));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return Promise.resolve(0);
}

function run(home: string, standards: number): void {
  const [out, work] = [join(home, 'site'), join(home, 'work')];
  const release = (
    label: string,
    full: boolean,
    files: Iterable<readonly [string, string]>,
  ): void => {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), content);
    }
    const marks: string[] = [];
    const start = performance.now();
    const releases = openReleases(out);
    install({
      releases,
      plan: { full, stale: [], removed: [], manifest: { code: '', pages: {} } },
      index: { isIn: () => true, install: () => undefined } as unknown as PreparedIndex,
      work,
      facts: { kind: 'publication', stamp: label.replaceAll(' ', '-') },
      stage: (name) => marks.push(`${name} ${Math.round(performance.now() - start)}`),
    });
    releases.records.close();
    print(label, start, marks.join(', '));
  };
  const back = (label: string, id?: string): void => {
    const start = performance.now();
    const releases = openReleases(out);
    const list = releases.records.releases();
    const target = list.find((each) => each.id === id) ?? findPrevious(list);
    if (target) rollBack(releases, target);
    releases.records.close();
    print(label, start);
  };
  release('first release', true, listFiles(standards, 1));
  release('one standard changed', false, listFiles(1, 2));
  release('one standard changed again', false, listFiles(1, 3));
  back('roll back by one');
  release('20 standards changed', false, listFiles(20, 4));
  release('everything changed', true, listFiles(standards, 5));
  back('roll back to the whole site before');
  release('one standard changed after that', false, listFiles(1, 6));
  const start = performance.now();
  const { records } = openReleases(out);
  const list = records.releases();
  print('open and list', start);
  const first = performance.now();
  planDeployment(records.manifest(list[0]?.seq), records.manifest());
  print('plan of deployment since the first', first);
  const second = performance.now();
  const { changed, missing } = verifyFolder(out, records.manifest());
  print(`verify: ${changed.length + missing.length} faults`, second);
  records.close();
}

function print(label: string, start: number, marks = ''): void {
  const ms = Math.round(performance.now() - start);
  process.stdout.write(`${label.padEnd(36)} ${String(ms).padStart(6)} ms  ${marks}\n`);
}

/** Five files a standard, of the sizes that pages have. */
function* listFiles(standards: number, version: number): Generator<readonly [string, string]> {
  yield ['index.html', `home ${version}`];
  for (let at = 0; at < standards; at += 1) {
    const text = `${version} ${at} `.padEnd(8000, 'x');
    for (const folder of ['', 'en/']) yield [`${folder}standards/s-${at}/index.html`, text + text];
    for (const name of ['index.md', 'index.json', 'a.svg'])
      yield [`standards/s-${at}/${name}`, text];
  }
}

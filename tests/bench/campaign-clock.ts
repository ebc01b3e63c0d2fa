import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { today } from '#library/cache-folder.ts';
import { openLibrary } from '#library/open.ts';
import { standardPath, writeFiles, writeStandard } from '../support/temporary-library.ts';
import { runTests } from './campaign-tests.ts';
import type { CampaignRow } from './campaign.ts';

const zones = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
];

/** An instant; the day it is in China; the status of a standard that comes into force on 2028-02-29. */
const instants = [
  ['2027-12-31T15:59:59Z', '2027-12-31', '即将实施'],
  ['2027-12-31T16:00:00Z', '2028-01-01', '即将实施'],
  ['2028-02-28T15:59:59Z', '2028-02-28', '即将实施'],
  ['2028-02-28T16:00:00Z', '2028-02-29', '现行'],
  ['2028-02-29T15:59:59Z', '2028-02-29', '现行'],
  ['2028-02-29T16:00:00Z', '2028-03-01', '现行'],
  ['2100-02-28T16:00:00Z', '2100-03-01', '现行'],
] as const;

const daysTests = [
  'tests/core/catalog/day-status.test.ts',
  'tests/core/lifecycle',
  'tests/library/deadlines.test.ts',
  'tests/site/feeds.test.ts',
  'tests/site/lifecycle.test.ts',
];

/** The clock of the machine in other years and zones, about the leap day: the day in China, and what a library says that day. */
export async function campaignClock(): Promise<CampaignRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'biaolian-clock-'));
  const { Date: real } = globalThis;
  const zone = process.env['TZ'];
  const faults: string[] = [];
  try {
    const standard = writeStandard({ serial: 1, year: 2027 });
    writeFiles(join(dir, 'library'), {
      [standardPath(1, 2027)]: standard.replace(/implemented: .*/, 'implemented: 2028-02-29'),
    });
    for (const TZ of zones) {
      for (const [instant, day, status] of instants) {
        process.env['TZ'] = TZ;
        globalThis.Date = stopClock(real, real.parse(instant));
        const found = today();
        const { catalog } = await openLibrary({
          dir: join(dir, 'library'),
          cache: join(dir, 'cache'),
        });
        globalThis.Date = real;
        const said = catalog.entries.map((entry) => catalog.statusOf(entry).status).join();
        if (found !== day || said !== status)
          faults.push(`${TZ}, ${instant}: ${found} ${said}, not ${day} ${status}`);
      }
    }
  } finally {
    globalThis.Date = real;
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    rmSync(dir, { recursive: true, force: true });
  }
  const cases = zones.length * instants.length;
  return [
    { what: 'clocks in other years and zones', cases, note: `${zones.length} zones`, faults },
    ...['America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
      runTests(`tests of days, in ${TZ}`, daysTests, { TZ }),
    ),
  ];
}

/** A clock that stands. */
function stopClock(real: DateConstructor, now: number): DateConstructor {
  return class extends real {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [now] : given) as [number]));
    }
    static override now(): number {
      return now;
    }
  } as DateConstructor;
}

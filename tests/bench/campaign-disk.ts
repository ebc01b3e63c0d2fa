import { kinds, killRelease } from '../publish/kill-releases.ts';
import type { Kind } from '../publish/kill-releases.ts';
import { countSteps, cutImport, importNames } from '../scripts/die-in-command.ts';
import { runTests } from './campaign-tests.ts';
import type { CampaignRow } from './campaign.ts';

/** No room is left on the disk from each change of the file system on: of releases, of imports, and in the tests that have it. */
export async function campaignDisk(): Promise<CampaignRow[]> {
  const releases = { cases: 0, faults: [] as string[] };
  for (const kind of Object.keys(kinds) as Kind[]) {
    const { steps } = await killRelease(kind, { step: 1e6 });
    for (let step = 0; step < steps; step += 1) {
      const { state, faults } = await killRelease(kind, { step, isFull: true });
      const isWhole = state === 'old' || state === 'new';
      releases.cases += 1;
      for (const fault of [...(isWhole ? [] : [`the site is ${state}`]), ...faults])
        releases.faults.push(`${kind}, step ${step}: ${fault}`);
    }
  }
  const imports = { cases: 0, faults: [] as string[] };
  for (const name of importNames) {
    const steps = await countSteps(name);
    for (let step = 0; step < steps; step += 1) {
      const { faults } = await cutImport(name, { step, way: 'full' });
      imports.cases += 1;
      imports.faults.push(...faults.map((fault) => `${name}, step ${step}: ${fault}`));
    }
  }
  return [
    { what: 'disk full at each step of a release', note: 'site old or new', ...releases },
    { what: 'disk full at each step of an import', note: 'library as before or after', ...imports },
    runTests('tests of a full disk', [
      'tests/acts/full-disk.test.ts',
      'tests/publish/backup.test.ts',
    ]),
  ];
}

import { spawnSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '#library/open.ts';
import { examples } from '#site/data/open-data/examples.ts';
import { exportCatalogue, writeCatalogueCsv } from '#site/files/exports.ts';
import { startDataFiles } from '#site/files/open-data/write.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** How each is run here; of those that are not there the tests are skipped, as of Excel everywhere. */
const runners = {
  curl: { here: runs('curl'), command: ['sh', '-c'] },
  Python: { here: runs('python3'), command: ['python3', '-c'] },
  R: { here: runs('Rscript'), command: ['Rscript', '-e'] },
  Excel: { here: false, command: [] },
} as const;

describe('the examples of the page of open data', () => {
  let server: Server;
  let site = '';
  const served = new Map<string, Uint8Array | string>();

  beforeAll(async () => {
    server = createServer((request, answer) => {
      answer.end(served.get(request.url ?? ''));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/portal/`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  for (const { program, code } of examples) {
    const { here, command } = runners[program];
    it.skipIf(!here)(`for ${program} gives the standards in force`, async () => {
      const dir = makeFolder();
      writeFiles(dir, {
        [standardPath(1)]: writeStandard({ serial: 1 }),
        [standardPath(2)]: writeStandard({ serial: 2 }),
        [standardPath(3, 2099)]: writeStandard({ serial: 3, year: 2099 }),
      });
      const library = await openLibrary({ dir, cache: makeFolder(), asOf: '2026-11-30' });
      const write = startDataFiles(library, (path) => path);
      served.set('/portal/data/catalogue.ndjson', write('catalogue.ndjson'));
      served.set('/portal/data/catalogue.csv', writeCatalogueCsv(exportCatalogue(library)));
      const [name = '', ...rest] = command;
      const child = spawn(name, [...rest, code.replaceAll('SITE', site)]);
      let printed = '';
      child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()));
      const status = await new Promise<number | null>((done) => child.on('close', done));
      expect(status).toBe(0);
      expect(printed.trim().split(/\r?\n/)).toEqual([
        'DB9902/T 1-2024  样例标准1',
        'DB9902/T 2-2024  样例标准2',
      ]);
    });
  }
});

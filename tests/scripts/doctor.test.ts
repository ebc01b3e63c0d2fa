import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { questions } from '#scripts/lib/answers.ts';
import { examine } from '#scripts/lib/examine.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const catalogue = 'number,title,as_of\nGB/T 191-2008,包装储运图示标志,2026-05-20\n';

function makeInstallation() {
  const library = makeFolder();
  writeFiles(library, {
    [standardPath(1)]: writeStandard({ serial: 1 }),
    'catalogue/national.csv': catalogue,
  });
  return { library, site: join(makeFolder(), 'site'), day: '2026-06-01', environment: {} };
}

const statesOf = async (installation: Parameters<typeof examine>[0]) =>
  Object.fromEntries((await examine(installation)).map(({ question, state }) => [question, state]));

it('answers each question, and says what to do where something is to be done', async () => {
  const answers = await examine(makeInstallation());
  expect(answers.map(({ question }) => question)).toEqual(questions);
  for (const { state, says, todo } of answers) {
    expect(says.zh).not.toBe('');
    expect(todo !== undefined).toBe(state !== 'good');
  }
  expect(answers.find(({ question }) => question === 'site')?.state).toBe('look');
});

it('sees errors, old facts, a server that is down and a key that everybody could read', async () => {
  const server = createServer((_, response) => response.end('{"status":"available"}'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const installation = makeInstallation();
  const config = (address: string, key: string) =>
    writeFiles(installation.site, {
      'search.json': JSON.stringify({
        version: 1,
        index: 'biaolian',
        servers: [{ url: address, key }],
      }),
    });
  config(url, 'only-searches');
  const environment = { MEILI_MASTER_KEY: 'may-do-anything' };
  expect(await statesOf({ ...installation, environment })).toMatchObject({
    library: 'good',
    facts: 'good',
    servers: 'good',
    keys: 'good',
  });
  config('http://127.0.0.1:9', 'may-do-anything');
  writeFiles(installation.library, { [standardPath(2)]: '---\nnumber: nonsense\n---\n' });
  const later = { ...installation, environment, day: '2027-06-01' };
  expect(await statesOf(later)).toMatchObject({
    library: 'look',
    facts: 'look',
    servers: 'bad',
    keys: 'bad',
  });
  expect(JSON.stringify(await examine(later))).not.toContain('may-do-anything');
});

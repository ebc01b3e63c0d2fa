import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuditLog, auditPlaces } from '#desk/audit/log.ts';
import { keepFolder } from '#desk/keep-folder.ts';
import { command } from '#scripts/commands/audit.ts';
import { readProxy } from '#scripts/lib/desk-proxy.ts';
import { makeFolder } from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';

const library = '/a/library';

function prepare() {
  const keep = makeFolder();
  const places = auditPlaces(keepFolder(keep, library));
  const log = new AuditLog(places);
  for (const of of ['DB9902/T 1—2026', 'DB9902/T 2—2026', '=1+1']) {
    log.append({ who: 'wang', name: '王芳', act: 'published', of });
  }
  const run = (argv: readonly string[], json = false) =>
    runCommand(command, { argv: [...argv, '--keep', keep], json, library });
  return { run, places, head: log.head };
}

describe('std audit', () => {
  it('says of a log that is whole how long it is, and its last entry', async () => {
    const { run, head } = prepare();
    const { status, out } = await run(['check']);
    expect([status, out]).toEqual([
      0,
      expect.stringContaining(`3 条，完整；最后一条 3:${head.hash}`),
    ]);
    expect((await run(['check', '--head', `3:${head.hash}`])).status).toBe(0);
  });

  it('ends with 1 and the line where somebody edited it, and where its end was cut off', async () => {
    const { run, places, head } = prepare();
    const text = readFileSync(places.log, 'utf8');
    writeFileSync(places.log, text.replace('T 2—2026', 'T 3—2026'));
    const edited = await run(['check'], true);
    expect([edited.status, JSON.parse(edited.out)]).toMatchObject([
      1,
      { faults: [{ kind: 'edited', line: 2 }] },
    ]);
    writeFileSync(places.log, text.split('\n').slice(0, 2).join('\n').concat('\n'));
    expect((await run(['check'])).out).toContain('结尾被截去');
    // Whoever cuts off the heads, too, is found by the one that was noted down.
    writeFileSync(places.heads, '');
    expect((await run(['check'])).status).toBe(0);
    expect((await run(['check', '--head', `3:${head.hash}`])).status).toBe(1);
  });

  it('exports a table without formulas; says what it does not understand', async () => {
    const { run } = prepare();
    expect((await run(['csv'])).out).toContain(",'=1+1,");
    await expect(run(['look'])).rejects.toMatchObject({ exitCode: 2 });
    await expect(run(['check', '--head', '3'])).rejects.toMatchObject({ exitCode: 2 });
    await expect(run(['check', '--log', '/nowhere'])).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe('the proxy of a shared desk', () => {
  const headers = { 'secret-header': 'X-Desk-Proxy', 'user-header': 'Remote-User' };
  const prepareSecret = () => {
    const folder = makeFolder();
    const file = join(folder, 'secret');
    const write = (secret: string, mode = 0o600): void => {
      writeFileSync(file, secret);
      chmodSync(file, mode);
    };
    const read = (change: Partial<Parameters<typeof readProxy>[0]> = {}) =>
      readProxy({ ...headers, proxy: 'https://desk.example.cn/', 'proxy-secret': file, ...change });
    return { folder, write, read };
  };

  it('is read from the options, its secret from a file; without options there is none', () => {
    const { write, read } = prepareSecret();
    write(`${'k'.repeat(32)}\n`);
    expect(read()).toEqual({
      origin: 'https://desk.example.cn',
      secretHeader: 'X-Desk-Proxy',
      userHeader: 'Remote-User',
      secret: 'k'.repeat(32),
    });
    expect(readProxy(headers)).toBeUndefined();
  });

  it('is refused without a secret, with a short one, and with one that others can read', () => {
    const { folder, write, read } = prepareSecret();
    write('k'.repeat(32));
    for (const change of [
      { proxy: undefined },
      { 'proxy-secret': undefined },
      { 'proxy-secret': join(folder, 'none') },
      { proxy: 'desk' },
      { 'user-header': 'Remote User' },
    ]) {
      expect(() => read(change), JSON.stringify(change)).toThrow(/./);
    }
    write('k'.repeat(31));
    expect(() => read()).toThrow(/32/);
    write('k'.repeat(32), 0o644);
    expect(() => read()).toThrow(/others on this machine/);
  });
});

import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginning,
  checkAuditLog,
  readAuditHeads,
  toAuditLine,
  writeAuditLine,
} from '#desk/audit/chain.ts';
import type { AuditHead, AuditLine } from '#desk/audit/chain.ts';
import { AuditLog, auditPlaces } from '#desk/audit/log.ts';
import { writeAuditCsv } from '#desk/audit/names.ts';
import { makeFolder } from '../support/temporary-library.ts';

function makeLines(count: number, name = '张伟'): readonly AuditLine[] {
  const lines: AuditLine[] = [];
  for (let n = 1; n <= count; n += 1) {
    const facts = { who: 'zhang.wei', name, act: 'published', of: `DB9902/T ${n}—2026` } as const;
    lines.push(toAuditLine(facts, '2026-11-30T01:00:00.000Z', lines.at(-1) ?? beginning));
  }
  return lines;
}

const write = (lines: readonly AuditLine[]): string => lines.map(writeAuditLine).join('');
const kinds = (text: string, heads: readonly AuditHead[] = []): readonly string[] =>
  checkAuditLog(text, heads).map(({ kind, line }) => `${kind} ${line}`);
const six = makeLines(6);

describe('a log', () => {
  test('as it was written is whole', () => {
    expect(checkAuditLog(write(six), six)).toEqual([]);
    expect(checkAuditLog('', [])).toEqual([]);
  });

  test.each<readonly [string, string, readonly string[]]>([
    ['edited', write(six).replace('T 3—2026', 'T 9—2026'), ['edited 3']],
    ['removed', write(six.toSpliced(2, 1)), ['removed 3']],
    ['removed at the start', write(six.slice(1)), ['removed 1']],
    ['with a line twice', write(six.toSpliced(2, 0, ...six.slice(1, 2))), ['reordered 3']],
    ['unreadable', write(six).replace(/\n.*?\n/, '\nnothing\n'), ['unreadable 2']],
    ['half written at the end', write(six).slice(0, -20), ['torn 6']],
  ])('%s is found at its line', (_, text, found) => {
    expect(kinds(text)).toEqual(expect.arrayContaining([...found]));
  });

  test('in another order is found', () => {
    const [a, b, c, d, e, f] = write(six).trimEnd().split('\n');
    expect(kinds(`${[a, c, b, d, e, f].join('\n')}\n`)).toContain('reordered 2');
  });

  test('whose entry was written anew with a hash of its own is found by the entry that follows', () => {
    const other = toAuditLine({ ...(six[2] as AuditLine), name: '别人' }, 'x', six[1] as AuditLine);
    expect(kinds(write(six.toSpliced(2, 1, other)))).toEqual(['edited 3']);
  });

  test('that was cut off, or written anew as a whole, is found by the heads kept elsewhere', () => {
    expect(kinds(write(six.slice(0, 4)))).toEqual([]);
    expect(kinds(write(six.slice(0, 4)), six)).toEqual(['truncated 5']);
    expect(kinds('', six.slice(-1))).toEqual(['truncated 1']);
    expect(kinds(write(makeLines(6, '别人')), six.slice(-1))).toEqual(['replaced 6']);
  });

  test('cannot be changed in any sign unseen', () => {
    const text = write(six);
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('', 'x', '0', '"', ' ', '\n'),
        (at, sign) => {
          fc.pre(sign !== text[at]);
          const changed = text.slice(0, at) + sign + text.slice(at + 1);
          expect(checkAuditLog(changed, six.slice(-1))).not.toEqual([]);
        },
      ),
    );
  });
});

describe('the log of a desk', () => {
  test('goes on where it was, and its heads with it', () => {
    const places = auditPlaces(makeFolder());
    new AuditLog(places).append({ who: 'a', name: 'a', act: 'signed-in' });
    const log = new AuditLog(places);
    log.append({ who: 'b', name: 'b', act: 'asked', remark: '行\n行' });
    expect(log.list().map(({ n, who }) => [n, who])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(readAuditHeads(readFileSync(places.heads, 'utf8')).at(-1)).toEqual({
      n: 2,
      hash: log.list().at(-1)?.hash,
    });
    expect(log.check()).toEqual([]);
  });

  test('sets a half line aside when it is opened, and says so', () => {
    const places = auditPlaces(makeFolder());
    new AuditLog(places).append({ who: 'a', name: 'a', act: 'signed-in' });
    appendFileSync(places.log, '{"n":2,"at":"20');
    const log = new AuditLog(places);
    expect(log.check()).toEqual([]);
    expect(log.list().map(({ act }) => act)).toEqual(['signed-in', 'repaired']);
    expect(log.list().at(-1)?.remark).toContain('15 字节');
    const aside = readdirSync(join(places.log, '..')).find((name) => name.includes('.torn-'));
    expect(readFileSync(join(places.log, '..', aside ?? ''), 'utf8')).toBe('{"n":2,"at":"20');
  });

  test('says that heads were missing that are made anew', () => {
    const places = auditPlaces(makeFolder());
    const log = new AuditLog(places);
    for (const who of ['a', 'b', 'c']) log.append({ who, name: who, act: 'signed-in' });
    writeFileSync(places.heads, '');
    expect(new AuditLog(places).list().at(-1)).toMatchObject({ n: 4, act: 'repaired' });
  });

  test('that was cut off while no desk was open is told, also when it has gone on since', () => {
    const folder = makeFolder();
    const places = auditPlaces(folder, join(makeFolder(), 'elsewhere/heads.txt'));
    const log = new AuditLog(places);
    for (const who of ['a', 'b', 'c']) log.append({ who, name: who, act: 'signed-in' });
    expect(existsSync(join(folder, 'audit/heads.txt'))).toBe(false);
    writeFileSync(places.log, readFileSync(places.log, 'utf8').split('\n').slice(0, 1).join('\n'));
    appendFileSync(places.log, '\n');
    const again = new AuditLog(places);
    expect(again.check().map(({ kind }) => kind)).toEqual(['truncated']);
    for (const who of ['d', 'e', 'f']) again.append({ who, name: who, act: 'signed-in' });
    expect(again.check().map(({ kind }) => kind)).toEqual(['replaced']);
  });
});

test('as CSV no entry is a formula, and none breaks its line', () => {
  const remark = '=HYPERLINK("http://x")\n+1';
  const line = toAuditLine(
    { who: '@who', name: '＝1+1', act: 'approved', of: '-1', title: '\t=1', remark },
    '2026-11-30T01:00:00.000Z',
    beginning,
  );
  const [head = '', row = '', end] = writeAuditCsv([line]).split('\r\n');
  expect(head).toMatch(/^\uFEFF序号,时间,登录名/);
  expect(row).toContain(`1,2026-11-30T01:00:00.000Z,'@who,'＝1+1,同意公布,'-1,'=1,,`);
  expect(row).toContain(`"'=HYPERLINK(""http://x"") +1"`);
  expect(end).toBe('');
});

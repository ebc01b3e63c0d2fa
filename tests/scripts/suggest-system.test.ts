import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '#scripts/commands/suggest-system.ts';
import { writeSystem } from '../core/systems/write.ts';
import { writeFiles } from '../support/temporary-library.ts';
import { runCommand } from './run-command.ts';

const head = 'number,title,status,issued,implemented,ics,ccs,as_of,source';
const own = `${head}
GB/T 1-2020,冷库设计,现行,2020-04-25,2020-11-01,97.130,X99,2026-05-02,public-catalogue
`;
const list = `标准编号,标准名称,状态,发布日期,实施日期,ICS
GB/T 2-2021,冷库安全,现行,2021-01-01,2021-05-01,97.130
GB/T 4-2021,钢琴,现行,2021-01-01,2021-05-01,97.200.20
`;

describe('the command', () => {
  let library = '';
  const path = (name: string) => join(library, name);
  beforeAll(() => {
    library = mkdtempSync(join(tmpdir(), 'biaolian-suggest-'));
    const rows = "  - { node: store, number: 'GB/T 1-2020', role: 基础 }";
    writeFiles(library, {
      'catalogue/a.csv': own,
      '表.csv': list,
      'systems/mine.yaml': writeSystem({ rows, head: 'kind: 领域' }),
    });
  });
  afterAll(() => {
    rmSync(library, { recursive: true });
  });
  const run = (...argv: readonly string[]) =>
    runCommand(command, { argv: [...argv], json: false, library });

  it('finds standards in a list, and gives those the catalogue lacks as a table', async () => {
    const { status, out } = await run(
      ...`mine --least 0.1 --as-of 2026-05-02 --from ${path('表.csv')}`.split(' '),
      ...`--out ${path('建议.yaml')} --lacking ${path('缺.csv')}`.split(' '),
    );
    expect(status, out).toBe(0);
    const proposed = readFileSync(path('建议.yaml'), 'utf8');
    expect(proposed).toContain("{ node: store, number: 'GB/T 2-2021', role: 安全 }");
    expect(proposed).not.toContain('GB/T 4-2021');
    const lacking = readFileSync(path('缺.csv'), 'utf8').trimEnd().split('\n');
    expect(lacking).toHaveLength(2);
    expect(lacking[1]).toMatch(/^GB\/T 2-2021,冷库安全,.*2026-05-02/);
  });

  it('says with status 1 that there is none', async () => {
    expect(await run('mine')).toMatchObject({ status: 1 });
  });

  it.each([
    [['none'], /没有体系 none.*mine/],
    [['mine', '--place', 'nowhere'], /没有 nowhere 这一处.*store/],
    [['mine', '--least', '2'], /0 到 1/],
    [['mine', '--from', 'nothing.csv'], /nothing\.csv/],
    [[], /一个体系/],
  ])('refuses %j with a sentence', async (argv, said) => {
    await expect(run(...argv)).rejects.toMatchObject({
      exitCode: 2,
      what: { zh: expect.stringMatching(said) as unknown },
    });
  });
});

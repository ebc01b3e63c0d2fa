import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parse } from 'yaml';
import {
  ActRefused,
  planAmend,
  planConfirm,
  planCorrect,
  planPublish,
  planRenumber,
  planRevise,
  planTransfer,
  planWithdraw,
} from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import { quoteYaml } from '#acts/front-matter.ts';
import type { Library } from '#library/open.ts';
import { standardPath, writeFiles, writeStandard } from '#tests/support/temporary-library.ts';
import {
  actsFiles,
  base,
  basePath,
  changedText,
  makeActsLibrary,
  openActs,
  readLibraryFiles,
  today as on,
} from './acts-library.ts';

const ended = 'DB9902/T 704—2020';
const replaced = 'DB9902/T 700—2019';
const project = { project: 'sf2026-099' };
const implemented = '2027-03-01';
const asIs = actsFiles[basePath] ?? '';

/** What a clerk types, and what the refusal says. */
const cases: Readonly<Record<string, readonly [RegExp, (library: Library) => ActPlan]>> = {
  'an implementation before the issue': [
    /实施日期 2026-11-29 早于发布日期 2026-11-30/,
    (library) => planPublish(library, { source: project, on, implemented: '2026-11-29' }),
  ],
  'a sheet that holds before it is issued': [
    /实施日期 2026-11-29 早于发布日期/,
    (library) => planAmend(library, base, { text: changedText, on, implemented: '2026-11-29' }),
  ],
  'a number that another standard has, for a draft': [
    /编号 DB9902\/T 701—2024 已经有了/,
    (library) => planPublish(library, { source: project, on, implemented, number: base }),
  ],
  'a number that another standard has, for a new edition': [
    /编号 DB9902\/T 702—2024 已经有了/,
    (library) => planRevise(library, base, { on, number: 'DB9902/T 702—2024' }),
  ],
  'a number that another standard has, instead of its own': [
    /编号 DB9902\/T 702—2024 已经有了/,
    (library) => planRenumber(library, base, 'DB9902/T 702—2024', { on }),
  ],
  'a number of another kind': [
    /不是一类标准/,
    (library) => planRenumber(library, base, 'T/SFXS 099—2024', { on }),
  ],
  'a transfer within its kind': [
    /是同一类标准/,
    (library) => planTransfer(library, base, 'DB9902/T 770—2024', { on, issuer: '示范市' }),
  ],
  'a transfer to nobody': [
    /没有给新的发布机构/,
    (library) => planTransfer(library, base, 'T/SFXS 099—2024', { on, issuer: ' ' }),
  ],
  'a standard that is not hosted': [
    /标准库里没有 DB9902\/T 999—2024 的正文/,
    (library) => planConfirm(library, 'DB9902/T 999—2024', { on }),
  ],
  'an abolished standard that is to take the place of another': [
    /DB9902\/T 704—2020 是已经废止或被代替的标准/,
    (library) => planWithdraw(library, base, { on, reason: '并入', by: ended }),
  ],
  'an abolished standard that is confirmed': [
    /已经废止或被代替/,
    (library) => planConfirm(library, ended, { on }),
  ],
  'an abolished standard that is revised': [
    /已经废止或被代替/,
    (library) => planRevise(library, replaced, { on }),
  ],
  'an abolished standard that is amended': [
    /已经废止或被代替/,
    (library) =>
      planAmend(library, replaced, {
        text: changedText,
        on,
        implemented,
      }),
  ],
  'a standard that replaces itself': [
    /不能代替它自己/,
    (library) => planWithdraw(library, base, { on, reason: '并入', by: base }),
  ],
  'a withdrawal without a reason': [
    /没有写废止的原因/,
    (library) => planWithdraw(library, base, { on, reason: '\n' }),
  ],
  'a withdrawal before the issue': [
    /废止日期 2023-01-01 早于发布日期/,
    (library) => planWithdraw(library, base, { on, from: '2023-01-01', reason: '并入' }),
  ],
  'a review before the issue': [
    /复审日期 2023-01-01 早于发布日期/,
    (library) => planConfirm(library, base, { on: '2023-01-01' }),
  ],
  'a correction before the issue': [
    /勘误日期 2023-01-01 早于发布日期/,
    (library) => planCorrect(library, base, { text: changedText, note: '字', on: '2023-01-01' }),
  ],
  'a correction that does not say what': [
    /没有写更正了什么/,
    (library) => planCorrect(library, base, { text: changedText, note: '', on }),
  ],
  'a correction that changes nothing': [
    /现在的正文相同/,
    (library) => planCorrect(library, base, { text: asIs, note: '字', on }),
  ],
  'a way out in the name of a project': [
    /“projects\/\.\.\/x\/draft\/index\.md”不是标准库里的路径/,
    (library) => planPublish(library, { source: { project: '../x' }, on, implemented }),
  ],
  'a way out instead of a number': [
    /标准编号“\.\.\/\.\.\/etc\/passwd”不成立/,
    (library) => planConfirm(library, '../../etc/passwd', { on }),
  ],
  'a way out in a new number': [
    /不成立/,
    (library) => planRenumber(library, base, 'DB9902/T ../7—2024', { on }),
  ],
  'a project that is not there': [
    /里没有 index\.md/,
    (library) => planPublish(library, { source: { project: 'sf2026-777' }, on, implemented }),
  ],
  'a day of February that no year has': [
    /“2026-02-30”不是日期/,
    (library) => planConfirm(library, base, { on: '2026-02-30' }),
  ],
  'the 29th of February of another year': [
    /“2026-02-29”不是日期/,
    (library) => planWithdraw(library, base, { on, from: '2026-02-29', reason: '并入' }),
  ],
  'a thirteenth month': [
    /“2026-13-01”不是日期/,
    (library) => planPublish(library, { source: project, on, implemented: '2026-13-01' }),
  ],
};

describe('what cannot be done', () => {
  it.each(Object.entries(cases))(
    '%s: a sentence in both languages, and nothing is changed',
    async (_, [message, plan]) => {
      const dir = makeActsLibrary();
      writeFiles(dir, {
        [standardPath(704, 2020)]: writeStandard({
          serial: 704,
          year: 2020,
          meta: 'status: withdrawn\nwithdrawn: 2025-01-01\nwithdrawnReason: 不再需要\n',
        }),
      });
      const before = readLibraryFiles(dir);
      const library = await openActs(dir);
      let refused: unknown;
      try {
        plan(library);
      } catch (error) {
        refused = error;
      }
      if (!(refused instanceof ActRefused)) throw new Error('not refused', { cause: refused });
      const { what, hint } = refused;
      expect(what.zh).toMatch(message);
      for (const { zh, en } of [what, hint]) {
        expect(zh).toMatch(/\p{sc=Han}/u);
        expect(zh).toMatch(/。$/);
        expect(en).toMatch(/^["A-Z\p{sc=Han}].*\.$/u);
      }
      expect(readLibraryFiles(dir)).toEqual(before);
    },
  );

  it('a reason, whatever it holds, is one value of the front matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const source = `a: ${quoteYaml(text)}\nb: { note: ${quoteYaml(text)}, c: 1 }\n`;
        expect(parse(source, { schema: 'core' })).toEqual({ a: text, b: { note: text, c: 1 } });
        expect(source.split('\n')).toHaveLength(3);
      }),
    );
  });

  it.each(['x\n---\n\n# 伪造', "'\nnumber: DB9902/T 1—2000", '- { a: 1 }', '# 注', ': '])(
    'a reason that looks like something else stays one: %j',
    async (reason) => {
      const dir = makeActsLibrary();
      const { changes } = planWithdraw(await openActs(dir), base, { on, reason });
      for (const each of changes)
        if (each.kind === 'write') writeFiles(dir, { [each.path]: each.content });
      const library = await openActs(dir);
      const row = library.rows.find(({ slug }) => slug === 'db9902-t-701-2024');
      expect(row?.number).toBe(base);
      expect(row?.meta).toMatchObject({ withdrawn: on, withdrawnReason: reason.trim() });
    },
  );
});

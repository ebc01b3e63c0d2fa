import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { statFonts } from '#publish/pdf/font-files.ts';
import { makeFolder } from '../../support/temporary-library.ts';

it('what is known of the fonts is another where a font file comes, changes or goes, and unknown while one is young', () => {
  const folder = makeFolder();
  const font = join(folder, 'deep', 'a.otf');
  const later = Date.now() + 60_000;
  const nothing = statFonts([folder], later);
  expect(nothing).not.toBeNull();
  mkdirSync(join(folder, 'deep'));
  writeFileSync(font, 'font');
  const one = statFonts([folder], later);
  expect(one).not.toBe(nothing);
  expect(statFonts([folder], later)).toBe(one);
  expect(statFonts([folder])).toBeNull();
  writeFileSync(font, 'other font');
  expect(statFonts([folder], later)).not.toBe(one);
  rmSync(font);
  expect(statFonts([folder], later)).toBe(nothing);
  // A folder that leads to itself has an end.
  symlinkSync(folder, join(folder, 'deep', 'again'));
  expect(statFonts([folder], later)).toBe(nothing);
});

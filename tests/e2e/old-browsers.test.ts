import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteFolder } from '../support/site.ts';

/** What the oldest browser the site is made for, Safari 15.4, does not know: each as it stands in a script. */
const TOO_NEW = [
  // A script with one of these is not run at all.
  /\(\?<[=!]/,
  /\.to(?:Sorted|Reversed|Spliced)\(/,
  /\.with\(/,
  /\b(?:Object|Map)\.groupBy\b/,
  /\bArray\.fromAsync\b/,
  /\bIterator\.(?:from|concat)\b/,
  /\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  /\bPromise\.(?:withResolvers|try)\b/,
  /\bAbortSignal\.(?:any|timeout)\b/,
  /\bURL\.canParse\b/,
  /\.(?:isWellFormed|toWellFormed|checkVisibility|showPopover|startViewTransition)\(/,
  /\brequestIdleCallback\b/,
];

function findTooNew(script: string): readonly string[] {
  return TOO_NEW.flatMap((pattern) => {
    const at = pattern.exec(script)?.index;
    return at === undefined ? [] : [script.slice(Math.max(0, at - 30), at + 40)];
  });
}

describe('browsers of spring 2022', () => {
  let folder: string;
  beforeAll(() => void (folder = siteFolder()));

  it('know all that the scripts of the site are written with', () => {
    const files = globSync('**/*.js', { cwd: folder });
    expect(files.some((file) => /engine\./.test(file))).toBe(true);
    const found = files.flatMap((file) =>
      findTooNew(readFileSync(join(folder, file), 'utf8')).map((what) => `${file}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  it('know all that stands in the pages themselves', () => {
    const pages = ['index.html', 'search/index.html', 'en/search/index.html', 'systems/index.html'];
    const scripts = pages.flatMap((page) =>
      [
        ...readFileSync(join(folder, page), 'utf8').matchAll(/<script\b[^>]*>([^]*?)<\/script>/g),
      ].map(([, script = '']) => script),
    );
    expect(scripts.length).toBeGreaterThan(pages.length);
    expect(scripts.flatMap(findTooNew)).toEqual([]);
  });

  it.each([
    String.raw`new RegExp("(?<!a)b","g")`,
    String.raw`x.replace(/(?<=\d) /g,"")`,
    'a.toSorted()',
    'Object.groupBy(a,b)',
    'Array.fromAsync(a)',
    'a.union(b)',
    'Promise.withResolvers()',
    'AbortSignal.any([a])',
    'AbortSignal.timeout(5)',
  ])('would not know %s', (script) => {
    expect(findTooNew(`const a=1;${script};`)).toHaveLength(1);
  });

  it.each(['a.at(-1)', '(?<year>', 'a.sort()', 'Object.hasOwn(a,b)', 'AbortSignal'])(
    'know %s',
    (script) => {
      expect(findTooNew(script)).toEqual([]);
    },
  );
});

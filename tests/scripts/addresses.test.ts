import { describe, expect, it } from 'vitest';
import { readBase, readSite } from '#scripts/server/addresses.ts';
import { Problem } from '#scripts/bootstrap/problem.mjs';
import { findPlace } from '#scripts/lib/place.ts';
import { findHelp } from '#scripts/bootstrap/usage.mjs';
import { makeFolder, writeFiles } from '../support/temporary-library.ts';

describe('the path of a site', () => {
  it.each([
    ['/biaozhun/', '/biaozhun/'],
    ['biaozhun', '/biaozhun/'],
    ['/a/b.c/d_e-f~g', '/a/b.c/d_e-f~g/'],
  ])('%s is %s', (text, base) => expect(readBase(text)).toEqual({ base }));

  it.each([undefined, '', '/'])('%s is none', (text) => expect(readBase(text)).toEqual({}));

  it.each([
    '//evil/',
    '/\\evil/',
    '/a/../b/',
    '/./a/',
    '/a//b/',
    'https://evil.example/',
    '/a?b',
    '/a#b',
    '/%2e%2e/',
    '/a b/',
    '/标准/',
    ' /a/',
  ])('%s is refused, saying what to write', (text) => {
    expect(() => readBase(text)).toThrow(Problem);
  });
});

describe('where the site of a library goes', () => {
  it('is not known while site.yaml is broken, and the file at fault is named', () => {
    const dir = makeFolder();
    writeFiles(dir, { 'site.yaml': 'base: portal\n' });
    expect(() => findPlace(dir)).toThrow('site.yaml');
    writeFiles(dir, { 'site.yaml': 'base: /portal/\n', 'site/home.md': '欢迎\u202E。\n' });
    expect(findPlace(dir)).toMatchObject({ base: '/portal/' });
  });
});

describe('the address of a site', () => {
  it.each([
    ['https://bz.example.cn', 'https://bz.example.cn'],
    ['http://localhost:8080/', 'http://localhost:8080'],
  ])('%s', (text, site) => expect(readSite(text)).toEqual({ site }));

  it.each([
    'javascript:alert(1)',
    'ftp://example.cn',
    'example.cn',
    '',
    'https://example.cn/portal/',
    'https://user:password@example.cn',
    'https://example.cn/?a',
    'data:text/html,x',
  ])('%s is refused', (text) => {
    expect(() => readSite(text)).toThrow(Problem);
  });
});

describe('help', () => {
  it.each(['start', 'build', 'dev', 'check', 'fix', 'test'])('of %s', (name) => {
    const help = findHelp(name, ['--help']) ?? '';
    expect(help).toMatch(new RegExp(`npm (?:run )?${name}`));
    expect(help).toMatch(/\p{Script=Han}/u);
    expect(findHelp(name, ['-h'])).toBe(help);
    expect(findHelp(name, ['--', '--help'])).toBeUndefined();
    expect(findHelp(name, [])).toBeUndefined();
  });

  it('of std is its own', () => expect(findHelp('std', ['check', '--help'])).toBeUndefined());
});

import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { keptAt, keptTitle, nameCaches, pastWorker } from '#site/client/offline/names.ts';

interface WorkerParts {
  readonly chooseWay: (path: string, isNavigation: boolean, destination: string) => string;
  readonly listExcess: (keys: readonly string[], most: number) => readonly string[];
  readonly addKeptLine: (page: string, path: string, at: string) => string;
  readonly readTitle: (page: string) => string;
  readonly names: readonly string[];
}

/** The worker's own file, registered below a path. */
function openWorker(scope: string): WorkerParts {
  const self = { registration: { scope: `https://city.example${scope}` }, addEventListener() {} };
  const context = createContext({ self, URL });
  runInContext(readFileSync('src/site/public/sw.js', 'utf8'), context);
  return runInContext(
    '({ chooseWay, listExcess, addKeptLine, readTitle, names: [PAGES.name, TAKEN, KEPT_AT, KEPT_TITLE, PAST_WORKER] })',
    context,
  ) as WorkerParts;
}

describe.each(['/', '/portal/'])('the worker of a site at %s', (scope) => {
  const worker = openWorker(scope);
  const wayOf = (path: string, isNavigation = false, destination = '') =>
    worker.chooseWay(scope + path, isNavigation, destination);

  test.each([
    ['', true, 'page'],
    ['standards/db9902-t-12-2023/', true, 'page'],
    ['en/learn/trade/', false, 'page'],
    ['404.html', true, 'page'],
    ['_astro/base.Dk3.css', false, 'named'],
    ['brand/0a1b2c3d/site.css', false, 'named'],
    ['search-index/standards/t/tez8hrnsf.json', false, 'named-index'],
    ['search-index/d/tez8hrnsf.json', false, 'named-index'],
    ['search-index/directory.json', false, 'index'],
    ['search.json', false, 'index'],
    ['data/labels.zh.json', false, 'index'],
    ['data/validity.json', false, 'taken'],
    ['data/catalogue.csv', true, 'network'],
    ['standards/db9902-t-12-2023/db9902-t-12-2023.pdf', true, 'network'],
    ['standards/db9902-t-12-2023/db9902-t-12-2023.docx', true, 'network'],
    ['sw.js', false, 'network'],
    ['site.webmanifest', false, 'network'],
  ])('%s (navigation: %s) is answered as %s', (path, isNavigation, way) => {
    expect(wayOf(path, isNavigation)).toBe(way);
  });

  it('keeps a drawing as it is seen', () => {
    expect(wayOf('standards/db9902-t-12-2023/zones.svg', false, 'image')).toBe('figure');
  });

  it('has the names that pages look for', () => {
    const { pages, taken } = nameCaches(scope);
    expect([...worker.names]).toEqual([pages, taken, keptAt, keptTitle, pastWorker]);
  });

  it('says before the text of a kept page of which day it is, in its language', () => {
    const page = '<title>甲</title><header></header><main id="main"><p>正文</p></main>';
    const line = worker.addKeptLine(page, `${scope}terms/`, '2026-11-30T04:00:00.000Z');
    expect(line).toMatch(/data-kept-day="2026-11-30".*2026-11-30 存在这台设备上/);
    expect(line.indexOf('kept-line')).toBeLessThan(line.indexOf('<main'));
    expect(line).toContain(`href="${scope}offline/"`);
    const english = worker.addKeptLine(page, `${scope}en/terms/`, '2026-11-30T04:00:00.000Z');
    expect(english).toContain('kept on this device on 2026-11-30');
    expect(english).toContain(`href="${scope}en/offline/"`);
    expect(worker.readTitle(page)).toBe('甲');
  });
});

describe('a worker', () => {
  const worker = openWorker('/portal/');
  it('leaves all outside its folder alone', () => {
    for (const path of ['/', '/other/', '/portal', '/_astro/x.js'])
      expect(worker.chooseWay(path, true, 'document')).toBe('network');
  });

  it('lets the oldest go where there are too many', () => {
    expect([...worker.listExcess(['a', 'b', 'c'], 2)]).toEqual(['a']);
    expect([...worker.listExcess(['a', 'b'], 2)]).toEqual([]);
  });

  it('writes no address as markup', () => {
    const line = worker.addKeptLine('<main>', '/portal/"><script>/', '2026-11-30T04:00:00.000Z');
    expect(line).not.toContain('"><script>');
  });
});

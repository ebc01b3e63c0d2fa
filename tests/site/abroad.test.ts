import { describe, expect, it } from 'vitest';
import { valueOn } from '#core/model/timed.ts';
import { openLibrary } from '#library/open.ts';
import { buildTbtFeed } from '#site/files/tbt-feed.ts';
import { listPages } from '#site/routes.ts';
import { viewAbroad, viewTbtFeed } from '#site/views/abroad.ts';
import { namePlace } from '#site/lib/places.ts';
import { makeFolder, writeFiles, writeStandard } from '../support/temporary-library.ts';

const tbt = `symbol,member,title,products,notified,comment_until,as_of,sample
G/TBT/N/XXX/0-1,ZZ,A,B,2026-05-01,2026-06-30,2026-05-02,yes
G/TBT/N/XXX/0-2,ZZ,C,D,2026-05-01,,2026-05-02,yes
`;

async function open(files: Readonly<Record<string, string>> = {}) {
  const dir = makeFolder();
  writeFiles(dir, {
    'standards/local/db9902-t-1-2024/index.md': writeStandard({ serial: 1 }),
    ...files,
  });
  return openLibrary({ dir, cache: makeFolder(), asOf: '2026-06-01' });
}

describe('the page of the way abroad', () => {
  it('is there, and empty, in a library that has nothing of it', async () => {
    const library = await open();
    const view = viewAbroad(library);
    const { bridges, chains, markets, notifications, projects } = view;
    expect([bridges, chains, markets, notifications, projects]).toEqual([[], [], [], [], []]);
    expect(library.diagnostics.filter(({ rule }) => rule.startsWith('abroad'))).toEqual([]);
  });

  it('says whether comments are open by the day of the reader, the last day included', async () => {
    const view = viewAbroad(await open({ 'tbt/a.csv': tbt }));
    const [limited, free] = view.notifications;
    const on = (day: string) => valueOn(limited?.state ?? [], day);
    expect(['2026-04-30', '2026-05-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([
      'coming',
      'open',
      'open',
      'closed',
    ]);
    expect(valueOn(free?.state ?? [], '2030-01-01')).toBe('unset');
  });

  it('tells feeds and calendars of notifications and ends of comments, in both languages', async () => {
    const library = await open({ 'tbt/a.csv': tbt });
    const paths = [...listPages(library)].map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/feeds/tbt.'))).toHaveLength(3);
    const view = viewTbtFeed(library);
    const addressOf = (path: string) => `https://standards.example${path}`;
    const calendar = buildTbtFeed(view, 'ics', 'zh', addressOf);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20260630');
    const json = JSON.parse(buildTbtFeed(view, 'json', 'en', addressOf)) as {
      items: readonly { title: string; url: string }[];
    };
    expect(json.items.map(({ title, url }) => [title, url])).toEqual([
      ['[SAMPLE] G/TBT/N/XXX/0-2 C', 'https://standards.example/en/abroad/#tbt'],
      ['[SAMPLE] G/TBT/N/XXX/0-1 A', 'https://standards.example/en/abroad/#tbt'],
    ]);
    expect([...listPages(await open())].map(({ path }) => path)).not.toContain('/feeds/tbt.ics');
  });

  it('leaves out what is broken, with findings in the library', async () => {
    const library = await open({
      'tbt/a.csv': tbt.replace('XXX/0-2', 'JPN/2'),
      'participation/a.yml': '',
    });
    expect(viewAbroad(library).notifications).toHaveLength(1);
    const found = library.diagnostics.filter(({ rule }) => rule.startsWith('abroad'));
    expect(found.map(({ rule, file, range }) => [rule, file, range.start.line])).toEqual([
      ['abroad-file-name', 'participation/a.yml', 1],
      ['abroad-value', 'tbt/a.csv', 3],
    ]);
  });

  it('names markets as this country does', () => {
    expect(['EU', 'JP', 'HK', 'TW'].map((code) => namePlace('zh', code))).toEqual([
      '欧盟',
      '日本',
      '中国香港',
      '中国台湾',
    ]);
    expect(namePlace('en', 'EU')).toBe('European Union');
  });
});

describe('the way abroad of the sample library', () => {
  it('shows what texts and systems say of adoption, and cards with their sources', async () => {
    const library = await openLibrary({ dir: 'content', cache: '.cache', asOf: '2026-11-29' });
    const view = viewAbroad(library);
    const of = (number: string) => view.bridges.find((bridge) => bridge.number === number);
    const noise = of('ISO 3745');
    expect(noise?.national.map(({ own, degree, by }) => [own.number, degree, by])).toEqual([
      ['GB/T 6882—2016', 'IDT', 'system'],
    ]);
    expect(noise?.reliances.map(({ by }) => by.number)).toContain('T/SFJD 008—2025');
    expect(of('ISO 16488')?.local.map(({ own, degree }) => [own.number, degree])).toEqual([
      ['T/SFHM 004—2023', 'MOD'],
    ]);
    expect(view.markets.length).toBeGreaterThan(0);
    for (const { source, checked } of view.markets) {
      expect(source.url).toMatch(/^https:\/\//);
      expect(checked.on <= '2026-11-30').toBe(true);
    }
    expect(view.notifications.every(({ sample }) => sample === 'yes')).toBe(true);
    expect(view.projects.every(({ sample }) => sample)).toBe(true);
  });
});

import ICAL from 'ical.js';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { listStandardEvents } from '#core/catalog/index.ts';
import { writeCalendar } from '#core/exchange/calendar.ts';
import type { Language } from '#core/model/standard.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { FEED_FORMATS } from '#site/feed-paths.ts';
import { buildFeedFile } from '#site/files/feed-files.ts';
import { startAddresses } from '#site/lib/urls.ts';
import { listPages } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import {
  makeFolder,
  standardPath,
  writeFiles,
  writeStandard,
} from '../support/temporary-library.ts';

const whole = startAddresses('https://city.example', '/portal/');

async function openWith(files: Record<string, string>, asOf = '2026-06-01'): Promise<Library> {
  const dir = makeFolder();
  writeFiles(dir, files);
  return openLibrary({ dir, cache: makeFolder(), asOf });
}

const openSample = (asOf: string) => openLibrary({ dir: 'content', cache: makeFolder(), asOf });

it('every feed and calendar of the sample is read by others, newest first and nothing of a day to come', async () => {
  const library = await openSample('2026-06-01');
  const feeds = [...listPages(library)].filter(
    ({ template, props }) => template === 'feed' && props.language === 'zh',
  );
  expect(feeds.length).toBeGreaterThan(100);
  for (const { props, path } of feeds) {
    const view = viewOf(library, 'feed', props);
    const format = FEED_FORMATS.find((each) => each === props.file) ?? 'atom';
    const written = buildFeedFile(view, format, props.language, whole);
    if (format === 'ics') {
      const events = new ICAL.Component(ICAL.parse(written)).getAllSubcomponents('vevent');
      expect(events.length, path).toBe(view.days.length);
      expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(
        events.length,
      );
      for (const line of written.split('\r\n'))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      continue;
    }
    const read =
      format === 'atom'
        ? (parseAtomFeed(written).entries ?? []).map(({ id, updated, title }) => ({
            id,
            day: updated,
            title,
          }))
        : (parseJsonFeed(written).items ?? []).map((item) => ({
            id: item.id,
            day: item.date_published,
            title: item.title,
          }));
    expect(read.length, path).toBe(view.news.length);
    const days = read.map(({ day }) => String(day));
    expect(days).toEqual(days.toSorted().toReversed());
    for (const day of days) expect(day <= '2026-06-01T23:59:59Z', path).toBe(true);
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  }
});

it('an issue is news with the day from which it holds; its days are in the calendar with the review that is due', async () => {
  const library = await openWith({
    [standardPath(1)]: writeStandard({ serial: 1 }),
  });
  const [row] = library.rows;
  const view = viewOf(library, 'feed', {});
  const { issued = '', implemented = '' } = row?.meta ?? {};
  expect(issued < '2026-06-01' && implemented < '2026-06-01').toBe(true);
  const feed = parseAtomFeed(buildFeedFile(view, 'atom', 'zh', whole));
  const issue = feed.entries?.find((entry) =>
    JSON.stringify(entry.category ?? entry).includes('issued'),
  );
  expect(JSON.stringify(issue)).toContain(`自 ${implemented} 起实施`);
  expect(JSON.stringify(issue)).toContain('https://city.example/portal/standards/');
  const calendar = buildFeedFile(view, 'ics', 'zh', whole).replaceAll('\r\n ', '');
  expect(calendar).toContain(
    `复审应在 ${Number(implemented.slice(0, 4)) + 5}${implemented.slice(4)} 前完成`,
  );
});

it('a library without standards has feeds that can be read', async () => {
  const library = await openWith({ 'standards/local/.gitkeep': '' });
  for (const language of ['zh', 'en'] satisfies Language[]) {
    const view = viewOf(library, 'feed', {});
    expect(parseAtomFeed(buildFeedFile(view, 'atom', language, whole)).entries ?? []).toEqual([]);
    expect(parseJsonFeed(buildFeedFile(view, 'json', language, whole)).items ?? []).toEqual([]);
    const calendar = ICAL.parse(buildFeedFile(view, 'ics', language, whole));
    expect(new ICAL.Component(calendar).getAllSubcomponents('vevent')).toEqual([]);
  }
});

it('events of a standard follow from its facts', () => {
  const facts = {
    declared: 'published',
    issued: '2018-01-01',
    implemented: '2018-03-01',
    reviews: [{ date: '2023-02-01', result: '继续有效' }],
  } as const;
  const list = (more: object, asOf = '2026-06-01') =>
    listStandardEvents({ ...facts, ...more }, asOf, 5).map(({ kind, day }) => `${kind} ${day}`);
  expect(list({})).toEqual([
    'issued 2018-01-01',
    'implemented 2018-03-01',
    'confirmed 2023-02-01',
    'review-due 2028-02-01',
  ]);
  const successor = { replacedBy: [{ key: 'DB9902/T 1-2026', implemented: '2026-09-01' }] };
  expect(list(successor).slice(-1)).toEqual(['superseded 2026-09-01']);
  expect(list(successor, '2026-12-01').slice(-1)).toEqual(['superseded 2026-09-01']);
  expect(list({ withdrawn: '2025-01-01' }).slice(-1)).toEqual(['withdrawn 2025-01-01']);
  expect(list({ declared: 'draft' })).toEqual([]);
});

it('text of a calendar is escaped and folded without cutting a character', () => {
  const title = `甲；乙,丙;丁\\戊\n${'标准'.repeat(60)}`;
  const written = writeCalendar('名', [
    { uid: 'a', day: '2024-02-29', title, text: '', link: '/relative/' },
  ]);
  const [event] = new ICAL.Component(ICAL.parse(written)).getAllSubcomponents('vevent');
  expect(event?.getFirstPropertyValue('summary')).toBe(title);
  expect(written).toContain('DTEND;VALUE=DATE:20240301');
  expect(written).not.toContain('URL:');
});

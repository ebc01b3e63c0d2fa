import ICAL from 'ical.js';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { beforeAll, describe, expect, it } from 'vitest';
import { listStandardEvents } from '#core/catalog/index.ts';
import { writeCalendar } from '#core/exchange/calendar.ts';
import type { Language } from '#core/model/standard.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { buildCommentsFeed } from '#site/files/comments-feed.ts';
import { buildFeedFile } from '#site/files/feed-files.ts';
import { startAddresses } from '#site/lib/urls.ts';
import { listPages } from '#site/routes.ts';
import { viewOf } from '#site/views/index.ts';
import type { ViewProps } from '#site/views/props.ts';
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

interface Read {
  readonly ids: readonly string[];
  readonly days: readonly string[];
}

/** What a reader of the format finds in a feed. */
function readFeed(written: string, format: 'atom' | 'json'): Read {
  if (format === 'json') {
    const items = parseJsonFeed(written).items ?? [];
    return {
      ids: items.map(({ id }) => String(id)),
      days: items.map(({ date_published: day }) => String(day)),
    };
  }
  const entries = parseAtomFeed(written).entries ?? [];
  return {
    ids: entries.map(({ id }) => String(id)),
    days: entries.map(({ updated }) => String(updated)),
  };
}

const readCalendar = (written: string): readonly string[] =>
  new ICAL.Component(ICAL.parse(written))
    .getAllSubcomponents('vevent')
    .map((event) => String(event.getFirstPropertyValue('uid')));

describe('every list of the sample that has a feed', () => {
  const day = '2026-06-01';
  let library: Library;
  let lists: readonly ViewProps[];
  beforeAll(async () => {
    library = await openLibrary({ dir: 'content', asOf: day });
    lists = [...listPages(library)].flatMap(({ template, props }) =>
      template === 'feed' && props.language === 'zh' && props.file === 'atom' ? [props] : [],
    );
  });

  it.each(['atom', 'json'] as const)(
    'is read by others as %s, newest first, no day to come',
    (format) => {
      expect(lists.length).toBeGreaterThan(40);
      for (const props of lists) {
        const view = viewOf(library, 'feed', props);
        const { ids, days } = readFeed(buildFeedFile(view, format, 'zh', whole), format);
        expect(ids.length, props.value).toBe(view.news.length);
        expect(new Set(ids).size).toBe(ids.length);
        expect(days).toEqual(days.toSorted().toReversed());
        for (const each of days) expect(each.slice(0, 10) <= day).toBe(true);
      }
    },
  );

  it('has a calendar that others read, each day once, lines of 75 octets', () => {
    for (const props of lists) {
      const view = viewOf(library, 'feed', props);
      const written = buildFeedFile(view, 'ics', 'en', whole);
      const ids = readCalendar(written);
      expect(ids.length, props.value).toBe(view.days.length);
      expect(new Set(ids).size).toBe(ids.length);
      const widest = Math.max(...written.split('\r\n').map((line) => Buffer.byteLength(line)));
      expect(widest).toBeLessThanOrEqual(75);
    }
  });
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
  const issue = feed.entries?.find((entry) => JSON.stringify(entry).includes('issued'));
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
    expect(readCalendar(buildFeedFile(view, 'ics', language, whole))).toEqual([]);
    const drafts = viewOf(library, 'comments-feed', {});
    expect(parseAtomFeed(buildCommentsFeed(drafts, 'atom', language, whole)).entries ?? []).toEqual(
      [],
    );
    expect(readCalendar(buildCommentsFeed(drafts, 'ics', language, whole))).toEqual([]);
  }
});

it('every place of a chain has a feed of its standards', async () => {
  const library = await openLibrary({ dir: 'content', asOf: '2026-11-30' });
  const places = [...listPages(library)].flatMap(({ template, props }) =>
    template === 'place-feed' && props.language === 'zh' && props.file === 'atom' ? [props] : [],
  );
  const nodes = library.systems.list.flatMap((system) => system.nodes);
  expect(places).toHaveLength(new Set(nodes.map(({ key }) => key)).size);
  let told = 0;
  for (const props of places) {
    const view = viewOf(library, 'place-feed', props);
    const { ids } = readFeed(buildFeedFile(view, 'atom', 'en', whole), 'atom');
    expect(ids).toHaveLength(view.news.length);
    expect(readCalendar(buildFeedFile(view, 'ics', 'zh', whole))).toHaveLength(view.days.length);
    const standing = (slug: string) => {
      const entry = library.catalog.bySlug(slug);
      return entry && library.systems.facetsOf(entry).places.includes(view.list?.id ?? '');
    };
    for (const { entry } of view.news) expect(standing(entry.slug), entry.slug).toBe(true);
    told += ids.length;
  }
  expect(told).toBeGreaterThan(50);
});

it('drafts are told when comments open, and the calendar has the day on which they end', async () => {
  const library = await openLibrary({ dir: 'content', asOf: '2026-11-30' });
  const view = viewOf(library, 'comments-feed', {});
  expect(view.drafts.length).toBeGreaterThan(0);
  const build = (format: 'atom' | 'json' | 'ics') => buildCommentsFeed(view, format, 'zh', whole);
  for (const format of ['atom', 'json'] as const) {
    const { ids, days } = readFeed(build(format), format);
    expect(ids).toHaveLength(view.drafts.length);
    expect(days.map((day) => day.slice(0, 10))).toEqual(view.drafts.map(({ began }) => began));
  }
  const ends = view.drafts.flatMap(({ id, until }) =>
    until === undefined ? [] : [`${id}:comments:${until}@biaolian`],
  );
  expect(readCalendar(build('ics'))).toEqual(ends);
  expect(ends.length).toBeGreaterThan(0);
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

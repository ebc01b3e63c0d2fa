import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNotice, renderNotice, writeNotice } from '#core/notices/index.ts';
import { projectRoot } from '#library/code-digest.ts';
import { openLibrary } from '#library/open.ts';
import { buildNoticesFeed } from '#site/files/notices-feed.ts';
import { listAddresses } from '#site/routes.ts';
import { viewNotice, viewNotices } from '#site/views/notices.ts';
import { viewStandard } from '#site/views/standard.ts';

describe('notices', { timeout: 120_000 }, () => {
  it('of the samples say what the library says of their standards, and their standards name them', async () => {
    const library = await openLibrary({ dir: join(projectRoot, 'content'), asOf: '2026-11-30' });
    const { list } = viewNotices(library);
    expect(list.length).toBeGreaterThanOrEqual(6);
    expect(list.map(({ day }) => day)).toEqual(
      list
        .map(({ day }) => day)
        .toSorted()
        .toReversed(),
    );
    for (const notice of list) {
      const [standard] = notice.standards;
      const row = library.rows.find(({ slug }) => slug === standard?.entry?.slug);
      const { issued, withdrawn, reviews = [] } = row?.meta ?? {};
      const days = { withdrawn: [withdrawn], confirmed: reviews.map(({ date }) => date) };
      expect(notice.kind in days ? days[notice.kind as keyof typeof days] : [issued]).toContain(
        notice.day,
      );
      const shown = viewStandard(library, { slug: standard?.entry?.slug ?? '' });
      expect(shown.notices.map(({ id }) => id)).toContain(notice.id);
    }
    const paths = [...listAddresses(library)].map(({ path }) => path);
    expect(paths).toContain(`/notices/${list[0]?.id}/`);
    const feed = buildNoticesFeed(
      { name: { zh: '标链', en: 'Biaolian' }, list },
      'zh',
      (path) => `https://std.example${path}`,
    );
    expect(feed.match(/<entry>/g)).toHaveLength(list.length);
    expect(feed).toContain(`https://std.example/notices/${list[0]?.id}/`);
  });

  it('are not shown before their day', async () => {
    const library = await openLibrary({ dir: join(projectRoot, 'content'), asOf: '2025-01-01' });
    expect(viewNotices(library).list.every(({ day }) => day <= '2025-01-01')).toBe(true);
    expect(() => viewNotice(library, { value: '2026-11-05-issued-db9902-t-47-2026' })).toThrow(
      'no notice',
    );
  });

  it('are printed as text where Markdown would do harm, with a finding at the line', () => {
    const body =
      '<script>alert(1)</script>\n\n[a](javascript:alert(1)) ![x](http://a.example/x.png) [b](https://b.example/)';
    const html = renderNotice(body);
    expect(html).not.toMatch(/<script|<img|href="javascript/);
    expect(html).toContain('<a href="https://b.example/" rel="nofollow">b</a>');
    const head = writeNotice({
      kind: 'issued',
      number: '2026年第1号',
      day: '2026-01-05',
      issuer: '某局',
      standards: [{ number: 'DB9902/T 12—2023', slug: 'db9902-t-12-2023' }],
      family: { zh: '地方标准', en: 'local standards' },
    }).replace(/(?<=\n---\n)[^]*$/, '');
    const { model, diagnostics } = readNotice(`${head}${body}`, 'notices/a.md');
    expect(model?.body).toBe(body);
    const first = head.split('\n').length;
    expect(diagnostics.map(({ rule, range }) => [rule, range.start.line - first])).toEqual([
      ['html-neutralised', 0],
      ['link-unsafe', 2],
      ['image-unsafe', 2],
    ]);
  });

  it('are read as they are written, whatever names hold', () => {
    const written = writeNotice({
      kind: 'issued',
      number: '2026年第1号: "一"',
      day: '2026-01-05',
      issuer: '# 某局',
      standards: [{ number: 'DB9902/T 12—2023', slug: 'db9902-t-12-2023' }],
      family: { zh: '地方标准', en: 'local standards' },
    });
    expect(readNotice(written, 'notices/a.md')).toMatchObject({
      model: { number: '2026年第1号: "一"', issuer: '# 某局', standards: ['DB9902/T 12—2023'] },
      diagnostics: [],
    });
  });
});

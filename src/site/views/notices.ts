import { keyOfNumber } from '#core/catalog/index.ts';
import { renderNotice } from '#core/notices/index.ts';
import type { Notice } from '#core/notices/index.ts';
import type { Library } from '#library/open.ts';
import { hasLearning } from '../data/learning.ts';
import { listNotices } from '../data/notices.ts';
import { showEntry } from './entries.ts';
import type { ViewProps } from './props.ts';

/** Notices of a library, the latest first. */
export function viewNotices(library: Library, _props: ViewProps = {}) {
  return {
    name: library.settings.names.short,
    list: listNotices(library).map((notice) => showNotice(library, notice)),
  };
}

export type NoticesView = ReturnType<typeof viewNotices>;
export type ShownNotice = NoticesView['list'][number];

/** One notice with its text. Throws where there is none of that id. */
export function viewNotice(library: Library, { value = '' }: ViewProps) {
  const notice = listNotices(library).find(({ id }) => id === value);
  if (!notice) throw new Error(`no notice ${value}`);
  return { ...showNotice(library, notice), html: renderNotice(notice.body) };
}

function showNotice(library: Library, notice: Notice) {
  const { id, kind, number, title, titleEn, day, issuer, sample } = notice;
  const { catalog } = library;
  const standards = notice.standards.map((written) => {
    const found = catalog.resolve(keyOfNumber(written), true);
    const entry = found.kind === 'unknown' ? undefined : found.entry;
    return {
      written,
      entry: entry && showEntry(library, entry),
      family: entry?.family,
      /** Whether there is something to tell of it. */
      isTaught: entry !== undefined && hasLearning(library, entry.row),
      implemented: entry?.implemented,
      withdrawn: entry?.row?.meta.withdrawn,
      replaces: entry
        ? catalog.replacesOf(entry).map(({ key }) => catalog.byKey(key)?.number ?? key)
        : [],
    };
  });
  return {
    id,
    kind,
    number,
    title,
    titleEn,
    day,
    issuer,
    issuerEn: notice.issuerEn ?? library.vocabulary.bodies.get(issuer)?.en,
    sample,
    family: standards[0]?.family,
    standards,
  };
}

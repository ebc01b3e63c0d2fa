import { dayStatusTerms, pick } from '#core/terms/index.ts';
import type { DayStatus } from '#core/terms/index.ts';
import type { Language } from '#core/model/standard.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import { stemOf } from '#core/validity/known.ts';
import { slugOfAddress } from '../home.ts';
import { setBadge } from '../status.ts';
import type { KnownOnDay } from './known.ts';

/** The badges of a page, and its mentions of other standards, say what each was on the day. */
export function showStandings(root: ParentNode, known: KnownOnDay, language: Language): void {
  const words = pick(dayStatusTerms, language);
  for (const badge of root.querySelectorAll<HTMLElement>('.status')) {
    const standard = known.bySlug.get(slugOf(badge) ?? '');
    if (standard) setBadge(badge, known.standingOf(standard).status, words);
  }
  for (const mention of root.querySelectorAll<HTMLAnchorElement>('a.std-ref'))
    showMention(mention, known, words);
}

/** Whose badge it is: that of its row, of the link beside it, or of the page. */
function slugOf(badge: HTMLElement): string | undefined {
  const row = badge.closest<HTMLElement>('[data-entry]');
  if (row) return row.dataset['entry'];
  const beside = badge.closest('li, dd, .hover-card');
  const link = beside?.querySelector<HTMLAnchorElement>('a[href*="/standards/"]');
  if (link) return slugOfAddress(link.href);
  const isOwn = badge.closest('.cover, .reading-bar') ?? beside?.querySelector('[aria-current]');
  return isOwn ? slugOfAddress(window.location.pathname) : undefined;
}

/** A mention without a year means the edition that was in force on the day. */
function showMention(
  mention: HTMLAnchorElement,
  known: KnownOnDay,
  words: Readonly<Record<DayStatus, string>>,
): void {
  const named = known.bySlug.get(slugOfAddress(mention.href) ?? '');
  if (!named) return;
  const standard = /[-—:]\d{4}/.test(mention.textContent) ? named : findEdition(named, known);
  const { status } = known.standingOf(standard);
  mention.dataset['status'] = status;
  mention.title = `${standard.number}　${standard.title}　${words[status]}`;
  if (standard !== named) {
    mention.href = mention.href.replace(
      /\/standards\/[^/]+\//,
      `/standards/${encodeURIComponent(standard.slug)}/`,
    );
  }
  if (status === '被代替' || status === '废止') return;
  for (const mark of mention.querySelectorAll('.ref-mark, .ref-mark + .visually-hidden'))
    mark.remove();
}

function findEdition(named: KnownStandard, { standards, standingOf }: KnownOnDay): KnownStandard {
  const stem = stemOf(named);
  const inForce = standards.find(
    (each) => stemOf(each) === stem && standingOf(each).status === '现行',
  );
  return inForce ?? named;
}

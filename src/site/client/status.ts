import { countDays } from '#core/base/day.ts';
import { effectiveStatus } from '#core/catalog/status.ts';
import type { StatusFacts } from '#core/catalog/status.ts';
import { BANNER_DAYS } from '#site/i18n/browser/banner-days.ts';

function readFacts(element: HTMLElement): StatusFacts | undefined {
  try {
    return JSON.parse(element.dataset['facts'] ?? '') as StatusFacts;
  } catch {
    return undefined;
  }
}

/** Words of a status in the page's language, from the badges' own vocabulary in the page. */
function wordOf(status: string, words: Readonly<Record<string, string>>): string {
  return words[status] ?? status;
}

/** Makes a badge that of a status. */
export function setBadge(
  badge: HTMLElement,
  status: string,
  words: Readonly<Record<string, string>>,
): void {
  if (badge.dataset['status'] === status) return;
  badge.dataset['status'] = status;
  const icon = badge.querySelector('use');
  icon?.setAttribute('href', `${icon.getAttribute('href')?.replace(/#.*$/, '') ?? ''}#i-${status}`);
  const word = badge.querySelector('.status-word');
  if (word) word.textContent = wordOf(status, words);
}

/**
 * A page is drawn on one day and read on another: statuses that depend on the day are worked out
 * again, and what the page says about each state is shown or hidden.
 */
export function refreshStatuses(day: string, words: Readonly<Record<string, string>>): void {
  for (const badge of document.querySelectorAll<HTMLElement>('.status[data-facts]')) {
    const facts = readFacts(badge);
    if (!facts) continue;
    const found = effectiveStatus(facts, day);
    setBadge(badge, found.status, words);
    const scope = badge.closest<HTMLElement>('[data-states]');
    const states: readonly string[] = [found.status, ...found.flags];
    for (const element of scope?.querySelectorAll<HTMLElement>('[data-when]') ?? []) {
      element.hidden = !states.includes(element.dataset['when'] ?? '');
    }
  }
}

/** 「还有 n 天」 beside a date, counted from the day of reading. */
export function refreshCountdowns(day: string): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-countdown]')) {
    const { countdown = '', past = '', tomorrow = '', later = '' } = element.dataset;
    const days = countDays(day, countdown);
    if (!Number.isFinite(days)) continue;
    element.textContent =
      days <= 0 ? past : days === 1 ? tomorrow : later.replace('{n}', String(days));
  }
}

/** Beside what a banner says of a day: how long until then, or since. */
export function refreshBanners(day: string): void {
  const words = BANNER_DAYS[document.documentElement.lang === 'en' ? 'en' : 'zh'];
  for (const banner of document.querySelectorAll<HTMLElement>('.banner[data-day]')) {
    const { day: turn = '', when = '' } = banner.dataset;
    const days = countDays(day, turn);
    const say = words[when];
    if (!say || !Number.isFinite(days)) continue;
    const said = document.createElement('span');
    said.textContent = ` ${say(Math.abs(days))}`;
    banner.querySelector('p')?.append(said);
  }
}

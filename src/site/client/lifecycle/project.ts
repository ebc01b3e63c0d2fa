import { shownDay } from '#site/client/shown-day.ts';
import { tellLeft } from './days-left.ts';

/** Counts the days of what is due on the page of a project. */
export function startProject(page: HTMLElement): void {
  const { day } = shownDay();
  for (const item of page.querySelectorAll<HTMLElement>('[data-due]')) tellLeft(item, day);
}

import { DAY_PICKER } from '#site/i18n/browser/day-picker.ts';
import { shownDay } from './shown-day.ts';

/** Marks the day shown on the line of editions, which has the newest first: above all that were in force before. */
export function markEditions(): void {
  const list = document.querySelector('.editions');
  if (!list) return;
  const { day, today } = shownDay();
  const words = DAY_PICKER[document.documentElement.lang === 'en' ? 'en' : 'zh'];
  const next = [...list.children].find(
    (item) => item instanceof HTMLElement && (item.dataset['since'] ?? '9') <= day,
  );
  const mark = document.createElement('li');
  mark.className = 'edition-day';
  const time = document.createElement('time');
  time.dateTime = time.textContent = day;
  mark.append(time, ` ${day === today ? words.today : words.thatDay}`);
  if (next) next.before(mark);
  else list.append(mark);
}

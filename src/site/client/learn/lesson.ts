import { localDay } from '#search/shared/day.ts';
import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { readLanguage } from '../home.ts';
import { startQuestions } from './question.ts';
import { changeProgress, loadProgress } from './store.ts';

const words = LEARN_SCRIPT[readLanguage()];

/** A lesson: its questions can be answered, and it can be marked as finished. */
export function startLesson(page: HTMLElement): void {
  startQuestions(page);
  const line = page.querySelector('[data-done]');
  const button = line?.querySelector('button');
  const said = line?.querySelector('[role="status"]');
  const id = page.dataset['lesson'];
  if (!button || !said || id === undefined) return;
  button.textContent = words.markRead;
  const show = (day: string | undefined) => {
    button.hidden = day !== undefined;
    said.textContent = day === undefined ? '' : words.readOn(day);
  };
  show(loadProgress().lessons[id]);
  button.addEventListener('click', () => {
    const { lessons } = changeProgress((progress) => ({
      ...progress,
      lessons: { ...progress.lessons, [id]: localDay() },
    }));
    show(lessons[id]);
  });
}

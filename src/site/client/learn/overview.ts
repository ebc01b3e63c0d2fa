import { longestProgress, noProgress, readProgress } from '#core/learning/progress.ts';
import { localDay } from '#search/shared/day.ts';
import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { readLanguage } from '../home.ts';
import { saveBlob } from '../save-file.ts';
import { changeProgress, joinProgress, loadProgress } from './store.ts';

const words = LEARN_SCRIPT[readLanguage()];

/** How far a reader has come, beside each course and lesson of a page. */
export function showProgress(page: ParentNode): void {
  const { lessons, tests } = loadProgress();
  for (const row of page.querySelectorAll<HTMLElement>('[data-lesson]')) {
    const isDone = lessons[row.dataset['lesson'] ?? ''] !== undefined;
    row.toggleAttribute('data-finished', isDone);
    const mark = row.querySelector('[data-mark]');
    if (mark)
      mark.textContent = isDone ? words.readOn(lessons[row.dataset['lesson'] ?? ''] ?? '') : '';
  }
  for (const line of page.querySelectorAll<HTMLElement>('[data-course]')) {
    const { course = '', lessons: listed = '' } = line.dataset;
    const all = listed.split(' ').filter(Boolean);
    const done = all.filter((slug) => lessons[`${course}/${slug}`] !== undefined).length;
    const test = tests[course];
    const parts = [
      ...(done > 0 ? [words.lessonsDone(done, all.length)] : []),
      ...(test ? [(test.passed ? words.testPassed : words.testTaken)(test.right, test.of)] : []),
    ];
    line.textContent = parts.join(' · ');
  }
}

/** The page of all courses: what was learnt, and its file to save, read and clear. */
export function startOverview(page: HTMLElement): void {
  const said = page.querySelector<HTMLElement>('[data-said]');
  const say = (text: string) => {
    if (said) said.textContent = text;
  };
  showProgress(page);
  page.querySelector('[data-save]')?.addEventListener('click', () => {
    const text = JSON.stringify(loadProgress(), null, 1);
    const blob = new Blob([text], { type: 'application/json' });
    saveBlob(blob, `biaolian-learning-${localDay()}.json`);
  });
  const input = page.querySelector<HTMLInputElement>('[data-load]');
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file)
      void readFile(file)
        .then(say)
        .then(() => showProgress(page));
  });
  page.querySelector('[data-clear]')?.addEventListener('click', () => {
    if (!window.confirm(words.confirmClear)) return;
    changeProgress(() => noProgress);
    showProgress(page);
    say(words.cleared);
  });
}

/** Puts a file of progress together with what is here, and says what came of it; one too large is not read at all. */
async function readFile(file: File): Promise<string> {
  if (file.size > longestProgress * 3) return words.file['too-long'];
  try {
    const read = readProgress(await file.text());
    if ('fault' in read) return words.file[read.fault];
    const { progress } = read;
    joinProgress(progress);
    return words.imported(Object.keys(progress.lessons).length, Object.keys(progress.cards).length);
  } catch {
    return words.file['not-json'];
  }
}

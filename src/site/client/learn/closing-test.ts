import type { TestResult } from '#core/learning/progress.ts';
import { localDay } from '#search/shared/day.ts';
import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { readLanguage } from '../home.ts';
import { startQuestions } from './question.ts';
import { changeProgress, loadProgress } from './store.ts';

const words = LEARN_SCRIPT[readLanguage()];

/** The closing test of a course: the first answer of each question counts, and who passes can print a certificate. */
export function startTest(page: HTMLElement): void {
  const { test: course = '', enough = '0' } = page.dataset;
  const all = page.querySelectorAll('[data-task]').length;
  const count = page.querySelector('[data-count]');
  const said = page.querySelector('[data-said]');
  let answered = 0;
  let right = 0;
  const show = () => {
    if (count) count.textContent = words.testLeft(all - answered);
  };
  const finish = () => {
    const passed = right >= Number(enough);
    const result: TestResult = { day: localDay(), right, of: all, passed };
    const { tests } = changeProgress((progress) => {
      const before = progress.tests[course];
      const isBetter = !before || result.right / result.of >= before.right / before.of;
      return isBetter ? { ...progress, tests: { ...progress.tests, [course]: result } } : progress;
    });
    if (count) count.textContent = words.testDone(right, all);
    if (said) said.textContent = passed ? words.passedText : words.failedText;
    showCertificate(page, tests[course]);
  };
  startQuestions(page, (isRight) => {
    answered += 1;
    if (isRight) right += 1;
    if (answered < all) show();
    else finish();
  });
  show();
  showCertificate(page, loadProgress().tests[course]);
}

/** The certificate of who has passed; the name stays in the page. */
function showCertificate(page: HTMLElement, result: TestResult | undefined): void {
  const part = page.querySelector<HTMLElement>('[data-certify]');
  if (!part || !result?.passed) return;
  part.hidden = false;
  const put = (name: string, text: string) => {
    const place = part.querySelector(`[data-${name}]`);
    if (place) place.textContent = text;
  };
  put('certificate-result', words.testPassed(result.right, result.of));
  put('certificate-day', result.day);
  const form = part.querySelector('form');
  const input = part.querySelector<HTMLInputElement>('[data-name]');
  if (!form || !input || form.dataset['started'] !== undefined) return;
  form.dataset['started'] = '';
  const write = () => put('certificate-name', input.value.trim() || '\u00a0');
  input.addEventListener('input', write);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    write();
    document.documentElement.classList.add('prints-certificate');
    window.print();
    document.documentElement.classList.remove('prints-certificate');
  });
}

import { localDay } from '#search/shared/day.ts';
import { VALIDITY_WORDS } from '#site/i18n/browser/validity.ts';
import { formatCount } from '#core/base/format-count.ts';
import { startChecking } from './checking.ts';
import { startExport } from './export.ts';
import { startInput } from './input.ts';
import type { Question, Report } from './messages.ts';
import { startResultView } from './result-view.ts';
import { startWatching } from './watch.ts';

/** The page of 查新: takes a list and a day, has both checked in a worker, and shows what is found. */
export function startValidity(page: HTMLElement): void {
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  const words = VALIDITY_WORDS[language];
  const { file = '', home = '/' } = page.dataset;
  const form = page.querySelector<HTMLFormElement>('[data-form]');
  const section = page.querySelector<HTMLElement>('[data-result]');
  const said = page.querySelector<HTMLElement>('[data-said]');
  const day = page.querySelector<HTMLInputElement>('[data-day]');
  const stop = page.querySelector<HTMLButtonElement>('[data-stop]');
  const progress = page.querySelector<HTMLProgressElement>('[data-progress]');
  if (!form || !section || !said || !day || !stop || !progress) return;

  const view = startResultView(section, { language, home });
  const say = startSaying(said);
  const setBusy = (isBusy: boolean): void => showBusy(form, stop, progress, isBusy);
  const asking = startChecking(() => {
    setBusy(false);
    say(words.failed, true);
  });

  const hear = (report: Report): void => {
    if (report.kind === 'progress') {
      progress.max = report.total;
      progress.value = report.done;
      if (report.done === 0 || report.total > 2000)
        say(words.progress(formatCount(report.done), formatCount(report.total)));
      return;
    }
    setBusy(false);
    if (report.kind === 'unreachable') say(words.unreachable, true);
    else if (report.kind === 'refused') say(words.refused(report.reason[language]), true);
    else {
      say(view.show(report.result), false, true);
      section.scrollIntoView({ block: 'start' });
    }
  };

  const address = new URL(file, window.location.href).href;
  const checkList = (list: Question['list']): void => {
    if (!day.reportValidity()) return;
    view.hide();
    say(words.reading);
    setBusy(true);
    asking.ask({ list, day: day.value, language, file: address }, hear);
  };
  const check = async (): Promise<void> => {
    const list = await input.read();
    if (list === null) {
      say(words.failed, true);
    } else if (list === '') {
      say(words.nothingGiven, true);
      input.focus();
    } else checkList(list);
  };
  const input = startInput(form, language, () => void check());

  startDay(day, () => {
    if (view.shown) checkList(view.shown.result.list);
  });
  startWatching(page, {
    language,
    file: address,
    getResult: () => view.shown?.result,
    open: ({ rows }) => checkList(rows),
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void check();
  });
  stop.addEventListener('click', () => {
    asking.stop();
    setBusy(false);
    say(words.stopped);
    input.focus();
  });
  startExport(section, language, () => view.shown, say);
  if (input.readAddress()) void check();
}

function showBusy(
  form: HTMLFormElement,
  stop: HTMLButtonElement,
  progress: HTMLProgressElement,
  isBusy: boolean,
): void {
  form.setAttribute('aria-busy', String(isBusy));
  stop.hidden = !isBusy;
  progress.hidden = !isBusy;
  if (isBusy) progress.removeAttribute('value');
}

/** The day of the address, `?on=2025-03-01`, or today; the address follows what is chosen. */
function startDay(day: HTMLInputElement, onChange: () => void): void {
  const today = localDay();
  day.value = new URL(window.location.href).searchParams.get('on') ?? '';
  if (day.value === '' || !day.checkValidity()) day.value = today;
  day.addEventListener('change', () => {
    if (!day.checkValidity()) return;
    const url = new URL(window.location.href);
    if (day.value === today) url.searchParams.delete('on');
    else url.searchParams.set('on', day.value);
    window.history.replaceState(window.history.state, '', url);
    onChange();
  });
}

/** Says a sentence: a fault as one, and what the result says in its own place only to those who hear the page. */
function startSaying(said: HTMLElement) {
  return (text: string, isFault = false, isShown = false): void => {
    said.textContent = text;
    said.classList.toggle('fault', isFault);
    said.classList.toggle('visually-hidden', isShown);
  };
}

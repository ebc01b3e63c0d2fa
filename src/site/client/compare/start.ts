import { COMPARE_WORDS } from '#site/i18n/browser/compare.ts';
import type { CompareWords } from '#site/i18n/browser/compare.ts';
import { startAsking } from '../asking.ts';
import { readLanguage } from '../home.ts';
import { startChoosing } from './choose.ts';
import { startExport } from './export.ts';
import type { Question, Report, Result } from './messages.ts';
import { startResult, startSaying } from './result.ts';
import { showResult } from './show-result.ts';

const makeWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** The parts of the form; undefined where the page has none. */
function findForm(page: HTMLElement) {
  const form = page.querySelector<HTMLFormElement>('[data-form]');
  const section = page.querySelector<HTMLElement>('[data-result]');
  const stop = page.querySelector<HTMLButtonElement>('[data-stop]');
  const progress = page.querySelector<HTMLProgressElement>('[data-progress]');
  const options = page.querySelector<HTMLElement>('#compare-texts');
  const a = page.querySelector<HTMLInputElement>('input[name="a"]');
  const b = page.querySelector<HTMLInputElement>('input[name="b"]');
  if (!form || !section || !stop || !progress || !options || !a || !b) return undefined;
  const setBusy = (isBusy: boolean): void => {
    form.setAttribute('aria-busy', String(isBusy));
    stop.hidden = !isBusy;
    progress.hidden = !isBusy;
    if (isBusy) progress.removeAttribute('value');
  };
  return { form, section, stop, progress, options, a, b, setBusy };
}

type FormParts = NonNullable<ReturnType<typeof findForm>>;

/** Buttons of the form: to compare, and to change places. */
function startForm(
  page: HTMLElement,
  { form, a, b }: FormParts,
  onAsk: (isSwapped: boolean) => void,
): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onAsk(false);
  });
  page.querySelector('[data-swap]')?.addEventListener('click', () => {
    [a.value, b.value] = [b.value, a.value];
    onAsk(true);
  });
}

type Fault = Exclude<Report, { readonly kind: 'progress' | 'result' }>;

/** Why one of the texts was not compared, in a sentence. */
const describeFault = (report: Fault, number: string, words: CompareWords): string =>
  report.kind === 'refused'
    ? words.refused(number, report.reason[readLanguage()])
    : words[report.kind](number);

/** The page that compares any two texts: takes two numbers, has them compared in a worker, and shows what is found. */
export function startCompare(page: HTMLElement): void {
  const language = readLanguage();
  const words = COMPARE_WORDS[language];
  const parts = findForm(page);
  if (!parts) return;
  const { section, progress, a, b, setBusy } = parts;
  const say = startSaying(page.querySelector('[data-said]'));
  const choosing = startChoosing(parts.options, page.dataset['file'] ?? '');
  const view = startResult(page, language, say);
  let shown: Result | undefined;
  let run = 0;
  const fail = (text: string): void => {
    setBusy(false);
    say(text, true);
  };
  const asking = startAsking<Question, Report>(makeWorker, () => fail(words.failed));

  const show = async (result: Result, own: number): Promise<void> => {
    shown = result;
    await showResult(section, result, language, () => own === run);
    if (own !== run) return;
    setBusy(false);
    view.refresh();
    say(words.done(String(result.records.length)));
    followFragment();
  };

  const compare = async (isAsked: boolean): Promise<void> => {
    run += 1;
    const own = run;
    asking.stop();
    section.hidden = true;
    shown = undefined;
    setBusy(true);
    say(words.comparing);
    const found = await choosing.findBoth(a.value, b.value, words);
    if (own !== run) return;
    if ('fault' in found) {
      fail(found.fault);
      (found.side === 'from' ? a : b).focus();
      return;
    }
    a.value = found.from.number;
    b.value = found.to.number;
    if (isAsked) keepAddress(found.from.slug, found.to.slug);
    const question = {
      from: dataOf(page, found.from.slug),
      to: dataOf(page, found.to.slug),
      language,
    };
    asking.ask(question, (report) => {
      if (own !== run) return;
      if (report.kind === 'result') {
        void show(report.result, own);
      } else if (report.kind === 'progress') {
        progress.max = report.total;
        progress.value = report.done;
      } else {
        fail(describeFault(report, found[report.side].number, words));
      }
    });
  };

  startForm(page, parts, (isSwapped) => {
    if (shown || !isSwapped) void compare(true);
  });
  parts.stop.addEventListener('click', () => {
    run += 1;
    asking.stop();
    setBusy(false);
    say(words.stopped);
    a.focus();
  });
  for (const field of [a, b]) field.addEventListener('focus', () => void choosing.offer());
  startExport(page, language, () => Promise.resolve(shown && view.leave(shown)), say);
  const search = new URLSearchParams(window.location.search);
  a.value = search.get('a') ?? '';
  b.value = search.get('b') ?? '';
  if (a.value !== '' && b.value !== '') void compare(false);
}

/** Where the data of a text are. */
const dataOf = (page: HTMLElement, slug: string): string =>
  new URL(
    `${page.dataset['home'] ?? '/'}standards/${encodeURIComponent(slug)}/index.json`,
    window.location.href,
  ).href;

/** The address of a comparison names both texts; a change of another comparison is none of it. */
function keepAddress(a: string, b: string): void {
  const url = new URL(window.location.href);
  url.hash = '';
  url.searchParams.set('a', a);
  url.searchParams.set('b', b);
  window.history.replaceState(window.history.state, '', url);
}

/** A change that the address names is there only now. */
function followFragment(): void {
  const id = decodeURIComponent(window.location.hash.slice(1));
  const target = id === '' ? null : document.getElementById(id);
  if (!target) return;
  // The browser looks for the target again when the fragment is set.
  window.location.replace(window.location.href);
  target.scrollIntoView({ block: 'center' });
}

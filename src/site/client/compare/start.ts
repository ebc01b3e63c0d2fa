import { COMPARE_WORDS } from '#site/i18n/browser/compare.ts';
import { startAsking } from '../asking.ts';
import { readLanguage, toPage } from '../home.ts';
import { draw } from '../search/view.ts';
import { startChoosing } from './choose.ts';
import { startExport } from './export.ts';
import { toNodes } from './markup.ts';
import type { NamedText, Question, Report, Result } from './messages.ts';
import { startResult, startSaying } from './result.ts';

/** Sections that are drawn at once; the page answers in between. */
const sectionsAtOnce = 60;

/** The page that compares any two texts: takes two numbers, has them compared in a worker, and shows what is found. */
export function startCompare(page: HTMLElement): void {
  const language = readLanguage();
  const words = COMPARE_WORDS[language];
  const form = page.querySelector<HTMLFormElement>('[data-form]');
  const section = page.querySelector<HTMLElement>('[data-result]');
  const stop = page.querySelector<HTMLButtonElement>('[data-stop]');
  const progress = page.querySelector<HTMLProgressElement>('[data-progress]');
  const options = page.querySelector<HTMLElement>('#compare-texts');
  const fields = (['a', 'b'] as const).map((name) =>
    page.querySelector<HTMLInputElement>(`input[name="${name}"]`),
  );
  const [a, b] = fields;
  if (!form || !section || !stop || !progress || !options || !a || !b) return;
  const say = startSaying(page.querySelector('[data-said]'));
  const choosing = startChoosing(options, page.dataset['file'] ?? '');
  const view = startResult(page, language, say);
  let shown: Result | undefined;
  let run = 0;

  const setBusy = (isBusy: boolean): void => {
    form.setAttribute('aria-busy', String(isBusy));
    stop.hidden = !isBusy;
    progress.hidden = !isBusy;
    if (isBusy) progress.removeAttribute('value');
  };
  const asking = startAsking<Question, Report>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    () => {
      setBusy(false);
      say(words.failed, true);
    },
  );
  const named = { from: '', to: '' };
  const hear = async (report: Report, own: number): Promise<void> => {
    if (own !== run) return;
    if (report.kind === 'progress') {
      progress.max = report.total;
      progress.value = report.done;
      return;
    }
    if (report.kind === 'result') {
      shown = report.result;
      await show(section, report.result, language, () => own === run);
      if (own !== run) return;
      setBusy(false);
      view.refresh();
      say(words.done(String(report.result.records.length)));
      followFragment();
      return;
    }
    setBusy(false);
    const number = named[report.side];
    if (report.kind === 'refused') say(words.refused(number, report.reason[language]), true);
    else say(report.kind === 'absent' ? words.absent(number) : words.unreachable(number), true);
  };

  const compare = async (isAsked: boolean): Promise<void> => {
    const own = ++run;
    asking.stop();
    section.hidden = true;
    shown = undefined;
    setBusy(true);
    say(words.comparing);
    const choices = await Promise.all([choosing.find(a.value), choosing.find(b.value)]);
    if (own !== run) return;
    for (const [at, choice] of choices.entries()) {
      if (choice.kind === 'text') continue;
      setBusy(false);
      const typed = fields[at]?.value.trim() ?? '';
      say(
        choice.kind === 'record'
          ? words.recordOnly(choice.standard.number)
          : typed === ''
            ? words.nothingGiven
            : words.absent(typed),
        true,
      );
      fields[at]?.focus();
      return;
    }
    const [one, other] = choices.map((choice) =>
      choice.kind === 'absent' ? undefined : choice.standard,
    );
    if (!one || !other) return;
    named.from = one.number;
    named.to = other.number;
    a.value = one.number;
    b.value = other.number;
    if (isAsked) keepAddress(one.slug, other.slug);
    const addressOf = (slug: string) =>
      new URL(
        `${page.dataset['home'] ?? '/'}standards/${encodeURIComponent(slug)}/index.json`,
        window.location.href,
      ).href;
    asking.ask(
      { from: addressOf(one.slug), to: addressOf(other.slug), language },
      (report) => void hear(report, own),
    );
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void compare(true);
  });
  stop.addEventListener('click', () => {
    run += 1;
    asking.stop();
    setBusy(false);
    say(words.stopped);
    a.focus();
  });
  page.querySelector('[data-swap]')?.addEventListener('click', () => {
    [a.value, b.value] = [b.value, a.value];
    if (shown) void compare(true);
  });
  for (const field of fields) field?.addEventListener('focus', () => void choosing.offer());
  startExport(
    page,
    language,
    () => {
      const loaded = shown;
      return Promise.resolve(
        loaded && { texts: loaded, records: loaded.records.filter(({ kind }) => view.keeps(kind)) },
      );
    },
    say,
  );
  const search = new URLSearchParams(window.location.search);
  a.value = search.get('a') ?? '';
  b.value = search.get('b') ?? '';
  if (a.value !== '' && b.value !== '') void compare(false);
}

/** The address of a comparison names both texts; what was filtered before does not hold for another. */
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

async function show(
  section: HTMLElement,
  { from, to, textLanguage, drawn }: Result,
  language: 'zh' | 'en',
  isWanted: () => boolean,
): Promise<void> {
  const part = (name: string) => section.querySelector<HTMLElement>(`[data-${name}]`);
  part('texts')?.replaceChildren(nameText(from, language), ' → ', nameText(to, language));
  part('summary')?.replaceChildren(toNodes(drawn.summary));
  part('highlights')?.replaceChildren(toNodes(drawn.highlights));
  part('numbers')?.replaceChildren(toNodes(drawn.numbers));
  part('heads')?.replaceChildren(draw('span', {}, from.number), draw('span', {}, to.number));
  const body = part('body');
  if (!body) return;
  body.replaceChildren();
  for (const each of [body, part('highlights'), part('numbers')]) {
    if (language === 'en' && textLanguage === 'zh') each?.setAttribute('lang', 'zh-CN');
    else each?.removeAttribute('lang');
  }
  section.hidden = false;
  for (let at = 0; at < drawn.sections.length; at += sectionsAtOnce) {
    body.append(toNodes(drawn.sections.slice(at, at + sectionsAtOnce).join('')));
    if (at + sectionsAtOnce >= drawn.sections.length) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    if (!isWanted()) return;
  }
}

const nameText = ({ number, slug, title }: NamedText, language: 'zh' | 'en'): HTMLElement =>
  draw(
    'span',
    { class: 'cmp-text' },
    draw('a', { class: 'number', href: toPage(`standards/${slug}/`) }, number),
    ' ',
    draw(
      'span',
      language === 'en' && /\p{Script=Han}/u.test(title) ? { lang: 'zh-CN' } : {},
      title,
    ),
  );

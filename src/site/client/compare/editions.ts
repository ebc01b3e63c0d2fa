import { COMPARE_WORDS } from '#site/i18n/browser/compare.ts';
import { startAsking } from '../asking.ts';
import { readLanguage } from '../home.ts';
import { startExport } from './export.ts';
import type { Question, Report, Result } from './messages.ts';
import { startResult, startSaying } from './result.ts';

/** The page of two editions, which is drawn already: filter, steps and files of what is shown. */
export function startEditions(page: HTMLElement): void {
  const language = readLanguage();
  const words = COMPARE_WORDS[language];
  const { from = '', to = '' } = page.dataset;
  const say = startSaying(page.querySelector('[data-said]'));
  const result = startResult(page, language, say);
  result.refresh();
  const asking = startAsking<Question, Report>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    () => say(words.notSaved, true),
  );
  let loading: Promise<Result | undefined> | undefined;
  const load = (): Promise<Result | undefined> =>
    (loading ??= new Promise((resolve) => {
      asking.ask({ from: absolute(from), to: absolute(to), language }, (report) => {
        if (report.kind === 'progress') return;
        if (report.kind !== 'result') loading = undefined;
        resolve(report.kind === 'result' ? report.result : undefined);
      });
    }));
  startExport(
    page,
    language,
    async () => {
      say(words.preparing);
      const loaded = await load();
      return loaded && result.leave(loaded);
    },
    say,
  );
}

const absolute = (path: string): string => new URL(path, window.location.href).href;

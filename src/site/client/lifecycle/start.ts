import { keepChoices } from '#site/client/choices.ts';
import { shownDay } from '#site/client/shown-day.ts';
import { dueWords, tellLeft } from './days-left.ts';
import { startGroups } from './groups.ts';
import { startMonth } from './month.ts';

/** Counts days on the board, keeps what is chosen in the address, and turns the calendar. */
export function startLifecycle(page: HTMLElement): void {
  const { day: today } = shownDay();
  const words = dueWords();
  const rows = [...page.querySelectorAll<HTMLElement>('tr[data-steps]')];
  const stageWords = JSON.parse(page.dataset['stageWords'] ?? '{}') as Record<string, string>;
  for (const row of rows) {
    moveOn(row, today, stageWords);
    tellLeft(row, today);
  }
  tellTotals(page, rows, words);
  const tellGroups = startGroups(page, rows);
  const month = startMonth(page, today, words);
  startFilters(page, rows, ({ projects, dues, isChosen }) => {
    tellGroups(isChosen);
    const said = page.querySelector('[data-said]');
    if (said) said.textContent = projects + dues === 0 ? words.none : words.shown(projects, dues);
    month.draw();
  });
}

type Words = ReturnType<typeof dueWords>;

/** The stage of the day of reading: the last that has begun. */
function moveOn(
  row: HTMLElement,
  today: string,
  stageWords: Readonly<Record<string, string>>,
): void {
  let stage = '';
  let since = -Number(row.dataset['begun']);
  for (const step of (row.dataset['steps'] ?? '').split(',')) {
    const [id = '', day = ''] = step.split(' ');
    if (id === '' || day > today) continue;
    stage = id;
    since += 1;
  }
  if (stage === '' || stage === row.dataset['stage']) return;
  row.dataset['stage'] = stage;
  const name = row.querySelector('[data-stage-name]');
  if (name) name.textContent = stageWords[stage] ?? stage;
  const way = row.querySelector<HTMLElement>('[data-way]');
  const step = way?.querySelector('[data-way-step]');
  if (!way || !step) return;
  const at = Number(way.dataset['at']) + since;
  for (const [index, part] of way.querySelectorAll('i b').entries())
    part.toggleAttribute('data-done', index < at);
  step.textContent = `${at}/${way.dataset['way'] ?? ''}`;
}

function tellTotals(page: HTMLElement, rows: readonly HTMLElement[], words: Words): void {
  const dues = rows.filter(({ dataset }) => dataset['project'] === undefined);
  const count = (state: string) => dues.filter(({ dataset }) => dataset['state'] === state).length;
  const totals = page.querySelector('[data-totals]');
  if (totals) totals.textContent = words.totals(count('late'), count('soon'));
}

/** What is chosen hides the rows that do not fit, and stands in the address. */
function startFilters(
  page: HTMLElement,
  rows: readonly HTMLElement[],
  tell: (shown: {
    readonly projects: number;
    readonly dues: number;
    readonly isChosen: boolean;
  }) => void,
): void {
  const form = page.querySelector<HTMLFormElement>('form');
  const reset = form?.querySelector<HTMLButtonElement>('[type="reset"]');
  if (!form || !reset) return;
  const selects = [...form.querySelectorAll('select')];
  const apply = () => {
    const chosen = selects.filter(({ value }) => value !== '');
    reset.hidden = chosen.length === 0;
    let projects = 0;
    let dues = 0;
    for (const row of rows) {
      const { state, project } = row.dataset;
      const isPast = state === 'begun' && project === undefined;
      row.hidden = isPast || !chosen.every(({ name, value }) => fits(row.dataset, name, value));
      if (row.hidden) continue;
      if (row.dataset['project'] === undefined) dues += 1;
      else projects += 1;
    }
    tell({ projects, dues, isChosen: chosen.length > 0 });
  };
  keepChoices(form, apply);
}

function fits(dataset: DOMStringMap, name: string, value: string): boolean {
  if (name === 'office') return (dataset['office'] ?? '').split('|').includes(value);
  if (name === 'chain') return (dataset['chain'] ?? '').split(' ').includes(value);
  if (name === 'due') return dataset['state'] === value;
  return dataset[name] === value;
}

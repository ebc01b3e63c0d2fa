import { levelOf, meets } from '#core/indicators/judge.ts';
import type { AskedValue, Better } from '#core/indicators/judge.ts';
import { readOwnValue } from '#core/indicators/read-own.ts';
import type { OwnValue } from '#core/indicators/read-own.ts';
import { showBasket } from './basket.ts';
import { OWN_WORDS } from '../../i18n/browser/indicators.ts';

type Words = (typeof OWN_WORDS)['zh'];
type Grades = readonly (readonly [name: string, stars: number])[];

/** Sets a reader's own values beside those of the standards; they are kept in the address. */
export function startIndicators(page: HTMLElement): void {
  const words = OWN_WORDS[page.dataset['language'] === 'en' ? 'en' : 'zh'];
  const grades = JSON.parse(page.dataset['grades'] ?? '[]') as Grades;
  const asked = new URLSearchParams(window.location.search);
  showBasket(page, words);
  for (const section of page.querySelectorAll<HTMLElement>('[data-indicator]')) {
    const name = section.dataset['indicator'] ?? '';
    const form = section.querySelector<HTMLFormElement>('[data-own]');
    const field = form?.querySelector('input');
    if (!form || !field) continue;
    const update = (): void => show(section, field, words, grades);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      update();
      keep(name, field.value.trim());
    });
    field.value = asked.get(name)?.slice(0, field.maxLength) ?? '';
    if (field.value !== '') update();
  }
}

function keep(name: string, value: string): void {
  const address = new URL(window.location.href);
  if (value === '') address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  window.history.replaceState(window.history.state, '', address);
}

function show(section: HTMLElement, field: HTMLInputElement, words: Words, grades: Grades): void {
  const { unit = '', better, levels = '[]', difference } = section.dataset;
  const isEmpty = field.value.trim() === '';
  const own = readOwnValue(field.value, unit, difference !== undefined);
  const said = section.querySelector<HTMLElement>('[data-own-said]');
  field.toggleAttribute('aria-invalid', !isEmpty && !own.ok);
  const counts = markRows(section, own, words);
  placeMark(section, own);
  if (!said) return;
  if (isEmpty) said.textContent = '';
  else if (!own.ok) said.textContent = explain(own, unit, words);
  else {
    const at = levelOf(own.value, JSON.parse(levels) as number[], better as Better | undefined);
    const grade = at === null ? undefined : grades[at];
    const reached = levels === '[]' ? '' : grade ? words.grade(grade[0], grade[1]) : words.noGrade;
    said.textContent = `${words.summary(own.written, counts.kept, counts.all)} ${reached}`.trim();
  }
}

function explain(own: OwnValue & { readonly ok: false }, unit: string, words: Words): string {
  if (own.why === 'no-number') return words.noNumber;
  return own.why === 'unknown-unit'
    ? words.unknownUnit(own.unit.slice(0, 20))
    : words.otherKind(own.unit, unit);
}

/** Says in each row whether the value keeps to it. */
function markRows(
  section: HTMLElement,
  own: OwnValue,
  words: Words,
): { readonly kept: number; readonly all: number } {
  let kept = 0;
  let all = 0;
  section.querySelector<HTMLElement>('[data-own-head]')?.toggleAttribute('hidden', !own.ok);
  for (const row of section.querySelectorAll<HTMLElement>('tbody tr:not([hidden])')) {
    const cell = row.querySelector<HTMLElement>('[data-own-cell]');
    const asked = row.dataset['asked'];
    const found =
      own.ok && asked !== undefined ? meets(own.value, JSON.parse(asked) as AskedValue) : null;
    if (found !== null) all += 1;
    if (found === true) kept += 1;
    if (!cell) continue;
    cell.hidden = !own.ok;
    cell.textContent = found === null ? '' : found ? words.kept : words.missed;
    cell.dataset['met'] = found === null ? '' : String(found);
  }
  return { kept, all };
}

/** The line of the value in the drawing; at its end where it lies beyond. */
function placeMark(section: HTMLElement, own: OwnValue): void {
  const plot = section.querySelector<SVGElement>('[data-plot]');
  const mark = plot?.querySelector<SVGElement>('[data-own-mark]');
  if (!plot || !mark) return;
  mark.setAttribute('visibility', own.ok ? 'visible' : 'hidden');
  if (!own.ok) return;
  const [min, max] = [Number(plot.dataset['min']), Number(plot.dataset['max'])];
  const share = (own.value - min) / (max - min);
  const at = `${Math.min(99, Math.max(1, 4 + share * 92))}%`;
  const line = mark.querySelector('line');
  line?.setAttribute('x1', at);
  line?.setAttribute('x2', at);
  mark.querySelector('text')?.setAttribute('x', at);
}

import { Refused } from './api.ts';
import { h } from './dom.ts';
import { say, t } from './words.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Puts each fault at its field, and gives a line that says how many there are; undefined where no field is named. */
export function tellFields(error: unknown, form: HTMLElement): HTMLElement | undefined {
  const faults = error instanceof Refused ? (error.problem.fields ?? []) : [];
  let count = 0;
  for (const { field, what } of faults) {
    const input = form.querySelector<Field>(`[name="${CSS.escape(field)}"]`);
    if (!input) return undefined;
    const id = `fault-${field}`;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', id);
    input.closest('[hidden]')?.removeAttribute('hidden');
    input.after(h('span', { class: 'field-fault', id }, say(what)));
    count += 1;
  }
  if (count === 0) return undefined;
  return h('p', { class: 'fault', role: 'alert' }, t('faultsAtFields', { n: count }));
}

/** Takes away what stood at the fields. */
export function clearFaults(form: HTMLElement): void {
  for (const each of form.querySelectorAll('.field-fault')) each.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }
}

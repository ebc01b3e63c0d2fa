import { DAY_PICKER } from '#site/i18n/browser/day-picker.ts';
import { shownDay } from './shown-day.ts';

/** A small form for another day, beside the status of a standard and below the head of a system. */
export function startDayPicker(): void {
  const place =
    document.querySelector('.cover-status') ?? document.querySelector('[data-figures-day]');
  if (!place) return;
  const words = DAY_PICKER[document.documentElement.lang === 'en' ? 'en' : 'zh'];
  const { day } = shownDay();
  const picker = document.createElement('details');
  picker.className = 'day-picker';
  const name = document.createElement('summary');
  name.className = 'touch-link';
  name.textContent = words.pick;
  const form = document.createElement('form');
  const field = document.createElement('input');
  Object.assign(field, {
    type: 'date',
    name: 'on',
    value: day,
    required: true,
    className: 'field',
  });
  field.setAttribute('aria-label', words.day);
  const button = document.createElement('button');
  button.className = 'plain-button';
  button.textContent = words.show;
  form.append(field, button);
  picker.append(name, form);
  picker.addEventListener('toggle', () => {
    if (picker.open) field.focus();
  });
  picker.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !picker.open) return;
    picker.open = false;
    name.focus();
  });
  if (place.matches('.cover-status')) place.append(picker);
  else place.after(picker);
}

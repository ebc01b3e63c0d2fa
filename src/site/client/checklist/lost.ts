import type { LostEntry } from '#core/checklist/index.ts';
import { CHECKLIST_WORDS } from '#site/i18n/browser/checklist.ts';
import { readLanguage } from '../home.ts';
import { formatCount } from '#core/base/format-count.ts';
import { draw, langOf } from '../draw.ts';
import type { Records } from './records.ts';

const language = readLanguage();
const words = CHECKLIST_WORDS[language];

/** Shows the records that stand at no row, each with the text it was made for and what can be done with it. */
export function showLost(root: HTMLElement, records: Records, onChange: () => void): void {
  const section = root.querySelector<HTMLElement>('[data-lost]');
  const list = section?.querySelector<HTMLElement>('[data-lost-list]');
  const count = section?.querySelector<HTMLElement>('[data-lost-count]');
  if (!section || !list || !count) return;
  section.hidden = records.lost.length === 0;
  count.textContent = formatCount(records.lost.length);
  list.replaceChildren(...records.lost.map((lost) => drawLost(lost, records, onChange)));
}

function drawLost(lost: LostEntry, records: Records, onChange: () => void): HTMLElement {
  const { entry, reason, now } = lost;
  const button = (text: string, isTaken: boolean) => {
    const element = draw('button', { type: 'button', class: 'plain-button no-print' }, text);
    element.addEventListener('click', () => {
      records.settle(lost, isTaken);
      onChange();
    });
    return element;
  };
  const said = [entry.note, entry.person, entry.date].filter(Boolean).join(' · ');
  return draw(
    'li',
    {},
    draw(
      'p',
      { class: 'lost-head' },
      draw('span', { class: 'number' }, entry.number),
      ' ',
      draw('span', langOf(entry.label, language), entry.label),
      ' ',
      draw('span', { class: 'tag' }, words.lostReason[reason]),
    ),
    draw('p', { class: 'lost-text', ...langOf(entry.text, language) }, entry.text),
    draw(
      'p',
      { class: 'lost-mark' },
      draw('strong', {}, entry.done ? words.ticked : words.unticked),
      ...(said ? [' · ', draw('span', langOf(said, language), said)] : []),
    ),
    ...(now
      ? [
          draw(
            'p',
            { class: 'lost-now' },
            draw('span', { class: 'quiet' }, words.lostNow),
            ' ',
            draw('span', langOf(now.text, language), now.text),
          ),
        ]
      : []),
    draw(
      'p',
      { class: 'lost-tools' },
      ...(now ? [button(words.take, true)] : []),
      button(words.remove, false),
    ),
  );
}

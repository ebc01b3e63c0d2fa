import { asHtml, html } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type { Language } from '#core/model/standard.ts';
import type { Timed } from '#core/model/timed.ts';
import { messagesOf } from '../i18n/index.ts';
import type { ShownEntry } from '../views/shapes.ts';
import { drawDays } from './days-html.ts';
import { chooseLabel } from './labels.ts';
import { breakNumber } from './numbers.ts';
import { drawStatus } from './status-html.ts';
import { entryPath, linkTo } from './urls.ts';

/** What rows of standards are drawn by. */
interface RowsSetting {
  readonly language: Language;
  /** Which day is shown. */
  readonly day: 'issued' | 'implemented';
  /** The file of drawings. */
  readonly icons: string;
}

/** Rows of a list as HTML, each on the days it stands there: a function, since libraries have hundreds of thousands of them. */
export function drawEntryRows(
  rows: readonly Timed<ShownEntry | null>[],
  setting: RowsSetting,
): string {
  return rows
    .map((row) => drawDays(row, (entry) => entry !== null && drawRow(entry, setting)).markup)
    .join('');
}

function drawRow(entry: ShownEntry, { language, day, icons }: RowsSetting): Html {
  const m = messagesOf(language);
  const title = chooseLabel(language, entry.title, entry.titleEn);
  const date = entry[day];
  const marks = [
    entry.hosted && html`<span class="full-text">${m.fullText}</span>`,
    entry.origin && html`<span class="tag city-tag">${entry.origin[language]}</span>`,
    entry.recognised && html`<span class="tag">${m.recognisedMark}</span>`,
    entry.sample && html`<span class="tag sample-tag">${m.sampleMark}</span>`,
  ];
  const lang = title.lang !== undefined && html` lang="${title.lang}"`;
  const shownDay =
    date !== undefined &&
    html`<time datetime="${date}">${date}</time> ${day === 'issued' ? m.issuedOn : m.inForceOn}`;
  return html`<li${entry.hosted && html` class="hosted"`} data-entry="${entry.slug}"><a href="${linkTo(language, entryPath(entry))}"><span class="number">${asHtml(breakNumber(entry.number))}</span><span class="visually-hidden">${language === 'zh' ? '，' : ', '}</span><span class="title"${lang}>${title.text}</span></a><span class="facts">${marks}${drawStatus(language, entry, icons)}<span class="day">${shownDay}</span></span></li>`;
}

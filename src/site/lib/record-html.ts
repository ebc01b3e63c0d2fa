import { html, asHtml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type { Language } from '#core/model/standard.ts';
import { facetPath, nameKind, nameValue } from '../data/facet-words.ts';
import { messagesOf } from '../i18n/index.ts';
import { RECORD_WORDS } from '../i18n/records.ts';
import type { ShownMention, ShownValue } from '../views/shapes.ts';
import type { ShownRecord } from '../views/records.ts';
import { chooseLabel, dataLang } from './labels.ts';
import { breakNumber } from './numbers.ts';
import { drawStatus } from './status-html.ts';
import { entryPath, linkTo, standardPath } from './urls.ts';

const langOf = (lang: string | undefined): Html | false =>
  lang !== undefined && html` lang="${lang}"`;

/** A record among others as HTML: a function, since there are tens of thousands of them. `icons` is the file of drawings. */
export function drawRecord(language: Language, record: ShownRecord, icons: string): string {
  const m = messagesOf(language);
  const { slug, number, title, titleEn, recorded } = record;
  const named = chooseLabel(language, title, titleEn);
  const other = named.text === title ? titleEn : title;
  // Those with a third value are read by the script that cites the record.
  const fields: readonly (readonly [string, Html | false, string?])[] = [
    [m.field.kind, html`${nameKind(language, record)}`],
    [m.field.issued, drawDay(record.issued), 'issued'],
    [m.field.implemented, drawDay(record.implemented)],
    [m.field.withdrawn, drawDay(record.withdrawn), 'withdrawn'],
    [m.field.replaces, drawMentions(language, record.replaces)],
    [m.field.replacedBy, drawMentions(language, record.replacedBy), 'replacedBy'],
    [m.field.issuers, drawValues(language, record.issuers), 'issuers'],
    ['ICS', drawValues(language, record.ics)],
    ['CCS', drawValues(language, record.ccs)],
  ];
  const rows = fields.map(
    ([name, value, field]) =>
      value &&
      html`<div><dt>${name}</dt><dd${field !== undefined && html` data-field="${field}"`}>${value}</dd></div>`,
  );
  return html`<article class="record-entry" id="${slug}" data-entry="${slug}" data-family="${record.family}">
<h2><span class="number">${asHtml(breakNumber(number))}</span> <span class="title"${langOf(named.lang)}>${named.text}</span></h2>
${other && other !== named.text && html`<p class="other-title"${langOf(language === 'zh' ? 'en' : dataLang(language, other))}>${other}</p>`}
<p class="record-status">${drawStatus(language, record, icons)}</p>
<dl>${rows}</dl>
<p class="quiet">${recorded && m.factsAsOf(recorded.asOf, m.sourceKind[recorded.source] ?? recorded.source)} <a class="touch-link own-address needs-js" rel="nofollow" href="${linkTo(language, standardPath(slug))}">${RECORD_WORDS[language].permanent}</a></p>
</article>
`.markup;
}

const drawDay = (day: string | undefined): Html | false =>
  day !== undefined && html`<time datetime="${day}">${day}</time>`;

function drawMentions(language: Language, mentions: readonly ShownMention[]): Html | false {
  if (mentions.length === 0) return false;
  return html`${mentions.map(({ number, entry, partial }, at) => {
    const name = asHtml(breakNumber(number));
    const shown = entry
      ? html`<a class="number" href="${linkTo(language, entryPath(entry))}">${name}</a>`
      : html`<span class="number">${name}</span>`;
    return html`${at > 0 && ', '}${shown}${partial && html` (<span lang="zh-CN">${partial}</span>)`}`;
  })}`;
}

function drawValues(language: Language, values: readonly ShownValue[]): Html | false {
  if (values.length === 0) return false;
  return html`${values.map((value, at) => {
    const { facet, value: code, id } = value;
    const { text, lang } = nameValue(language, value);
    const name = html`${facet !== 'issuer' && `${code} `}<span${langOf(lang)}>${text}</span>`;
    const shown =
      id === undefined
        ? name
        : html`<a href="${linkTo(language, facetPath({ facet, id }))}">${name}</a>`;
    return html`${at > 0 && (language === 'zh' ? '；' : '; ')}${shown}`;
  })}`;
}

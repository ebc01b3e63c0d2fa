import { asHtml, html } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type { Language, NamedText } from '#core/model/standard.ts';
import type { ShownEntry } from '../views/shapes.ts';
import { nameClause } from './clause-names.ts';
import { chooseLabel } from './labels.ts';
import { breakNumber } from './numbers.ts';
import { entryPath, linkTo } from './urls.ts';

/** A standard in a table as HTML: its number, which leads to it, and its title. */
export function drawStandardCell(language: Language, entry: ShownEntry): Html {
  const { lang, text } = chooseLabel(language, entry.title, entry.titleEn);
  return html`<a href="${linkTo(language, entryPath(entry))}"><span class="number">${asHtml(breakNumber(entry.number))}</span></a> <span class="title"${languageOf(lang)}>${text}</span>`;
}

/** Links to clauses of a text as HTML; nothing where the text is not to be had. */
export function drawClauseLinks(
  language: Language,
  standard: NamedText | undefined,
  clauses: readonly number[],
): Html {
  const links = standard
    ? clauses.flatMap((index) => nameClause(standard, index, language) ?? [])
    : [];
  const joiner = language === 'zh' ? '、' : ', ';
  return html`${links.map(({ label, lang, href }, at) => html`${at > 0 && joiner}<a href="${href}"${languageOf(lang)}>${label}</a>`)}`;
}

const languageOf = (lang: string | undefined) => lang !== undefined && html` lang="${lang}"`;

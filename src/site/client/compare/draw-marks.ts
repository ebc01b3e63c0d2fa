import { html, noHtml } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import { nameChange, nameDirection, sayAnswer } from '#core/compare/index.ts';
import type { Change, ChangeKind, Comparison, LimitPart, Piece } from '#core/compare/index.ts';
import { nameProvisions } from '#site/i18n/browser/provision-names.ts';
import type { CompareWords } from '#site/i18n/browser/compare.ts';

/** What every part of a comparison is drawn with. */
export interface DrawContext {
  readonly comparison: Comparison;
  readonly words: CompareWords;
  readonly language: 'zh' | 'en';
}

/** Signs of kinds, beside their words, for an eye that runs down the page. */
const signs: Readonly<Record<ChangeKind, string>> = {
  added: '+',
  removed: '−',
  tightened: '▲',
  loosened: '▽',
  changed: '≠',
  moved: '↕',
  editorial: '~',
};

/** The sign of a kind; its word stands beside it. */
export const drawSign = (kind: ChangeKind): Html =>
  html`<span class="sign" aria-hidden="true">${signs[kind]}</span>`;

/** The mark of a change: its kind, a link to its own address. */
export function drawMark(
  { id, kind }: Pick<Change, 'id' | 'kind'>,
  { words, language }: DrawContext,
): Html {
  const name = nameChange(kind, language);
  return html`<a class="cmp-mark" data-kind="${kind}" href="#${id}" aria-label="${words.linkTo(name)}">${drawSign(kind)}${name}</a>`;
}

/** Words of one text, or of both one after the other; what was taken out and put in says so to those who hear it, too. */
export function drawPieces(
  pieces: readonly Piece[],
  side: 'from' | 'to' | 'both',
  words: CompareWords,
): Html {
  const drawn = pieces.map(({ kind, text }) => {
    if (kind === 'same') return html`${text}`;
    if (kind === 'removed')
      return side === 'to'
        ? noHtml
        : html`<del><span class="visually-hidden">${words.removedStart}</span>${text}<span class="visually-hidden">${words.removedEnd}</span></del>`;
    return side === 'from'
      ? noHtml
      : html`<ins><span class="visually-hidden">${words.addedStart}</span>${text}<span class="visually-hidden">${words.addedEnd}</span></ins>`;
  });
  return html`${drawn}`;
}

/** The name of a clause in a sentence: its number, or its title where it has none. */
export function namePlace(
  { comparison }: DrawContext,
  side: 'from' | 'to',
  clause: number | undefined,
): string {
  const found = clause === undefined ? undefined : comparison[side].clauses[clause];
  return found ? found.address || found.title : '';
}

const sayLimit = ({ isCondition, text }: LimitPart, words: CompareWords): string =>
  `${isCondition ? `${words.condition} ` : ''}${text}`;

/** What a change does besides its words: another type of provision, other limits. */
export function drawCalls({ verb, limits }: Change, { words, language }: DrawContext): Html {
  if (!verb && limits.length === 0) return noHtml;
  const names = nameProvisions(language);
  const nameVerb = ({
    type,
    negative,
  }: {
    readonly type: keyof typeof names;
    readonly negative: boolean;
  }) => `${names[type]}${negative ? ` · ${words.negative}` : ''}`;
  return html`<ul class="calls" role="list">${
    verb &&
    html`<li>${words.verb} ${nameVerb(verb.from)} → ${nameVerb(verb.to)} <strong data-kind="${verb.direction}">${nameDirection(verb.direction, language)}</strong></li>`
  }${limits.map(
    (limit) =>
      html`<li>${words.limit} ${limit.from ? sayLimit(limit.from, words) : words.none} → ${sayAnswer(limit, language, (each) => sayLimit(each, words))} <strong data-kind="${limit.direction}">${nameDirection(limit.direction, language)}</strong></li>`,
  )}</ul>`;
}

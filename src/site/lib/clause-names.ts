import type { ClauseKind, Language, NamedText } from '#core/model/standard.ts';
import { dataLang } from './labels.ts';
import { linkTo, standardPath } from './urls.ts';

/** A clause as a link names it. */
export interface ClauseLink {
  readonly label: string;
  readonly lang?: string | undefined;
  readonly href: string;
}

/** Clause `index` of the Chinese text of a standard, in a language: an English page leads to the translation where there is one. */
export function nameClause(
  { slug, text, english }: NamedText,
  index: number,
  language: Language,
): ClauseLink | undefined {
  const clause = text.clauses[index];
  if (!clause) return undefined;
  const { id, address, label, kind } = clause;
  const translated =
    language === 'en' ? english?.clauses.find((each) => each.id === id) : undefined;
  const own =
    translated?.label ?? (language === 'en' ? inEnglish(kind, address) : undefined) ?? label;
  const target = language === 'en' && !english ? 'zh' : language;
  return {
    label: own,
    lang: dataLang(language, own),
    href: `${linkTo(target, standardPath(slug))}#${encodeURIComponent(id)}`,
  };
}

/** Elements without a number, as GB/T 1.1 has them. */
const elements: Readonly<Partial<Record<ClauseKind, string>>> = {
  foreword: 'Foreword',
  introduction: 'Introduction',
  bibliography: 'Bibliography',
  index: 'Index',
};

function inEnglish(kind: ClauseKind, address: string): string | undefined {
  if (address === '') return elements[kind];
  if (/^\d+$/.test(address)) return `Clause ${address}`;
  return /^[A-Z]$/.test(address) ? `Annex ${address}` : address;
}

import type { Language } from '../model/standard.ts';
import type { ChecklistRow } from './rows.ts';
import { noMark } from './saved.ts';
import type { Mark } from './saved.ts';
import type { Verification } from './verification.ts';
import { CHECKLIST_TERMS, nameType } from './words.ts';

/** A list of rows as a table of texts, one line a row, under the heads of `CHECKLIST_TERMS`. */
export function tabulateChecklist(
  rows: readonly ChecklistRow[],
  marks: ReadonlyMap<string, Mark>,
  language: Language,
  addressOf: (row: ChecklistRow) => string,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const words = CHECKLIST_TERMS[language];
  const join = (texts: readonly string[]) => texts.filter(Boolean).join(words.joint);
  const cells = rows.map((row) => {
    const { done, note, person, date } = marks.get(row.key) ?? noMark;
    const asked = row.limits.filter(({ isCondition }) => !isCondition);
    const conditions = row.limits.filter(({ isCondition }) => isCondition);
    return [
      row.number,
      row.clause.label,
      row.clause.title,
      nameType(row.type, language),
      words.source[row.source],
      row.text,
      row.object,
      join(asked.map(({ value }) => value)),
      join(asked.map(({ unit }) => unit)),
      join(
        conditions.map(({ object, value, unit }) =>
          [object, value, unit].filter(Boolean).join(' '),
        ),
      ),
      join(row.verifications.map(nameVerification)),
      join([...new Set(row.verifications.map(({ basis }) => words.basis[basis]))]),
      done ? words.done : '',
      note,
      person,
      date,
      addressOf(row),
    ];
  });
  return { head: words.columns, rows: cells };
}

/** A verifying clause by its label and title, another standard as it is written. */
export function nameVerification({ clause, other = '' }: Verification): string {
  return clause ? [clause.label, clause.title].filter(Boolean).join(' ') : other;
}

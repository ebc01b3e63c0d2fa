import type { Language } from '#core/model/standard.ts';
import { pick, provisionTerms } from '#core/terms/index.ts';
import { nameChange, nameDirection, nameSubject, sayAnswer } from './words.ts';
import type { Change, ChangeSide, ComparableText, Comparison, LimitChange } from './model.ts';

/** One change as a list to take away has it. */
export interface ChangeRecord {
  readonly id: string;
  readonly kind: Change['kind'];
  readonly subject: Change['subject'];
  readonly type: Change['type'];
  /** Numbers of the clauses, or their titles where they have none. */
  readonly fromClause: string;
  readonly toClause: string;
  /** Of a table: its name, row and column. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly isMoved: boolean;
  readonly verb?: Change['verb'];
  readonly limits: readonly LimitChange[];
}

const heads: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '变化',
    '对象',
    '条款类型',
    '原条号',
    '新条号',
    '位置',
    '原文',
    '新文',
    '限值和条款类型',
    '网址',
  ],
  en: [
    'Change',
    'What',
    'Type of provision',
    'Clause before',
    'Clause after',
    'Where',
    'Text before',
    'Text after',
    'Limits and type of provision',
    'Address',
  ],
};

const placeOf = (text: ComparableText, side: ChangeSide | undefined): string => {
  const clause = side && text.clauses[side.clause];
  return clause ? clause.address || clause.title : '';
};

/** All changes of a comparison, in its order. */
export function listRecords({ changes, from, to }: Comparison): readonly ChangeRecord[] {
  return changes.map((change) => ({
    id: change.id,
    kind: change.kind,
    subject: change.subject,
    type: change.type,
    fromClause: placeOf(from, change.from),
    toClause: placeOf(to, change.to),
    at: change.at ?? '',
    from: change.from?.text ?? '',
    to: change.to?.text ?? '',
    isMoved: change.isMoved,
    ...(change.verb && { verb: change.verb }),
    limits: change.limits,
  }));
}

const typeNames = { zh: pick(provisionTerms, 'zh'), en: pick(provisionTerms, 'en') };

/** The heads of the columns of a list of changes, and a row for each, as text; `addressOf` makes the address of one. */
export function tabulateChanges(
  records: readonly ChangeRecord[],
  language: Language,
  addressOf: (id: string) => string,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    head: heads[language],
    rows: records.map((record) => [
      nameChange(record.kind, language),
      nameSubject(record.subject, language),
      record.type === null ? '' : typeNames[language][record.type],
      record.fromClause,
      record.toClause,
      record.at,
      record.from,
      record.to,
      describeEffects(record, language),
      addressOf(record.id),
    ]),
  };
}

function describeEffects({ verb, limits }: ChangeRecord, language: Language): string {
  const none = language === 'zh' ? '无' : 'none';
  const said = limits.map(
    (limit) =>
      `${limit.from?.text ?? none} → ${sayAnswer(limit, language)} (${nameDirection(limit.direction, language)})`,
  );
  if (verb) {
    const names = typeNames[language];
    said.unshift(
      `${names[verb.from.type]} → ${names[verb.to.type]} (${nameDirection(verb.direction, language)})`,
    );
  }
  return said.join(language === 'zh' ? '；' : '; ');
}

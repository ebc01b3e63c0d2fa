import { provisionTerms } from '#core/terms/index.ts';
import type { ProvisionType } from '#core/terms/index.ts';
import type { ComparableExhibit, ComparableProvision, ComparableText } from './model.ts';

/** A sentence, or a part of one with a verb of its own, a formula, or a line that is neither. */
export interface Unit {
  /** Index into the clauses of its text. */
  readonly clause: number;
  readonly text: string;
  readonly subject: 'sentence' | 'formula';
  /** Provisions of it alone; a list item has those that its lead and it make together. */
  readonly provisions: readonly ComparableProvision[];
  /** Of its provisions, or of the items that it leads; null where there is none. */
  readonly type: ProvisionType | null;
  /** Leads to items that hold its provisions: no provision by itself. */
  readonly isLead: boolean;
  /** Of the provisions of a lead: whether they forbid. */
  readonly leadsNegative: boolean;
}

/** What stands in a clause before its sub-clauses. */
export interface ClauseContent {
  readonly units: readonly Unit[];
  readonly tables: readonly ComparableExhibit[];
  readonly figures: readonly ComparableExhibit[];
}

const strength = new Map<ProvisionType, number>(
  provisionTerms.map(({ value }, at) => [value, at] as const),
);

/** The stronger of two types after GB/T 1.1—2020, table 1; null where neither is one. */
export function chooseStronger(
  a: ProvisionType | null,
  b: ProvisionType | null,
): ProvisionType | null {
  if (a === null || b === null) return a ?? b;
  return (strength.get(a) ?? 0) <= (strength.get(b) ?? 0) ? a : b;
}

/** The contents of all clauses, in their order. Tables whose lines are not told from the text stay there as well. */
export function listContents(text: ComparableText): readonly ClauseContent[] {
  const exhibits = groupByClause(text.exhibits);
  const isTranslation = text.language === 'en' && text.provisions.length === 0;
  const provisions = groupByClause(text.provisions);
  return text.clauses.map((clause, index) => {
    const own = exhibits.get(index) ?? [];
    const tables = own.filter(({ kind, rows }) => kind === 'table' && rows !== undefined);
    const figures = own.filter(({ kind }) => kind === 'figure');
    const lines =
      clause.text === ''
        ? []
        : takeOutNames(takeOutTables(clause.text.split('\n'), tables), figures);
    const drafts = lines.flatMap((line) =>
      splitSentences(line).map((sentence): Draft => ({
        text: sentence,
        subject: isFormula(sentence) ? 'formula' : 'sentence',
      })),
    );
    return {
      units: addProvisions(
        drafts,
        isTranslation && clause.normative
          ? drafts.flatMap((draft) => readEnglishVerbs(draft.text, index))
          : (provisions.get(index) ?? []),
        index,
      ),
      tables,
      figures,
    };
  });
}

const englishVerbs: readonly (readonly [RegExp, ProvisionType])[] = [
  [/\b(?:shall|must)\b(?: (not)\b)?/, 'requirement'],
  [/\bshould\b(?: (not)\b)?/, 'recommendation'],
  [/\bmay\b(?: (not)\b)?/, 'permission'],
  [/\bcan\b(?: (not)\b)?/, 'capability'],
];

/** What an English sentence asks, by its verbs (ISO/IEC Directives, Part 2, clause 7): a translation has no provisions of its own. */
function readEnglishVerbs(text: string, clause: number): readonly ComparableProvision[] {
  return englishVerbs.flatMap(([pattern, type]) => {
    const found = pattern.exec(text);
    return found ? [{ clause, type, negative: found[1] !== undefined, text }] : [];
  });
}

type Draft = Pick<Unit, 'text' | 'subject'>;

function groupByClause<T extends { readonly clause: number }>(
  list: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const each of list) {
    const group = groups.get(each.clause);
    if (group) group.push(each);
    else groups.set(each.clause, [each]);
  }
  return groups;
}

/** Lines without those of tables, which are compared by their cells. */
function takeOutTables(
  lines: readonly string[],
  tables: readonly ComparableExhibit[],
): readonly string[] {
  const left = [...lines];
  let from = 0;
  for (const { title, rows = [] } of tables) {
    const length = rows.length + (title === '' ? 0 : 1);
    for (let at = from; at + length <= left.length; at += 1) {
      const body = title === '' ? at : at + 1;
      if (title !== '' && left[at] !== title) continue;
      if (!rows.every((row, index) => isRowLine(left[body + index] ?? '', row))) continue;
      left.splice(at, length);
      from = at;
      break;
    }
  }
  return left;
}

/** Lines without the names of figures, which are compared with them. */
function takeOutNames(
  lines: readonly string[],
  figures: readonly ComparableExhibit[],
): readonly string[] {
  const left = [...lines];
  for (const { title } of figures) {
    const at = title === '' ? -1 : left.indexOf(title);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

const compact = (text: string): string => text.replace(/\s+/g, '');

/** Whether a line holds cells of a row and nothing else; a merged cell may stand in it once. */
function isRowLine(line: string, row: readonly string[]): boolean {
  let rest = compact(line).replaceAll('|', '');
  for (const cell of row) {
    const own = compact(cell).replaceAll('|', '');
    if (own !== '' && rest.startsWith(own)) rest = rest.slice(own.length);
  }
  return rest === '';
}

/** A line of TeX, which has commands or is an equation, and no sentence. */
function isFormula(line: string): boolean {
  return (
    !/\p{Script=Han}/u.test(line.replace(/\\text\{[^}]*\}/g, '')) &&
    /\\[a-zA-Z]+|[_^]\{?\w/.test(line) &&
    /[=<>≤≥]|\\(?:le|ge|approx)/.test(line)
  );
}

const opening = '（([【《“「『';
const closing = '）)]】》”」』';

/**
 * The sentences of a line, which put together are the line; what a semicolon closes is one, as its verb is its own. Brackets
 * and quotes are not divided.
 */
export function splitSentences(line: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (opening.includes(sign)) depth += 1;
    else if (closing.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !isEnd(line, at)) continue;
    let end = at + 1;
    while (end < line.length && /\s/.test(line.charAt(end))) end += 1;
    parts.push(line.slice(from, end));
    from = end;
    at = end - 1;
  }
  if (from < line.length) parts.push(line.slice(from));
  return parts;
}

function isEnd(line: string, at: number): boolean {
  const sign = line.charAt(at);
  if (/[。；！？]/.test(sign)) return true;
  if (sign === ';') return true;
  if (!/[.!?]/.test(sign)) return false;
  return (
    /^\s+[A-Z“"]/.test(line.slice(at + 1, at + 6)) &&
    /[a-z0-9)%℃”"]{2}$/.test(line.slice(Math.max(0, at - 2), at))
  );
}

/** Without the marks around it: provisions end in a full stop where their items end in something else. */
const coreOf = (text: string): string =>
  compact(text)
    .replace(/^(?:注|示例)\d*[：:]/, '')
    .replace(/[。；;，,.：:！？!?]+$/, '');

function addProvisions(
  drafts: readonly Draft[],
  provisions: readonly ComparableProvision[],
  clause: number,
): readonly Unit[] {
  const cores = drafts.map(({ text }) => coreOf(text));
  const owned = drafts.map((): ComparableProvision[] => []);
  const led = drafts.map((): ComparableProvision | null => null);
  let from = 0;
  for (const provision of provisions) {
    const core = coreOf(provision.text);
    const at = findUnit(cores, core, from);
    if (at < 0) continue;
    owned[at]?.push(provision);
    from = at;
    // One that an author marked may hold several sentences.
    for (let before = at - 1; before >= 0 && isWithin(drafts[before], core); before -= 1)
      owned[before]?.push(provision);
    const lead = cores.findIndex(
      (each, index) => index < at && each.length > 3 && core.startsWith(each) && core !== each,
    );
    if (lead >= 0) led[lead] ??= provision;
  }
  return drafts.map((draft, at): Unit => {
    const own = owned[at] ?? [];
    const type = own.reduce<ProvisionType | null>(
      (strongest, each) => chooseStronger(strongest, each.type),
      null,
    );
    const items = own.length === 0 ? (led[at] ?? null) : null;
    return {
      ...draft,
      clause,
      provisions: own,
      type: type ?? items?.type ?? null,
      isLead: items !== null,
      leadsNegative: items?.negative ?? false,
    };
  });
}

const isWithin = (draft: Draft | undefined, core: string): boolean => {
  const own = draft && !/[：:]\s*$/.test(draft.text) ? coreOf(draft.text) : '';
  return own.length > 7 && core.includes(own);
};

/** The unit a provision stands in, looked for from the one of the provision before it. */
function findUnit(cores: readonly string[], core: string, from: number): number {
  const ways = [
    (each: string) => each === core,
    (each: string) => each.length > 1 && core.endsWith(each),
    (each: string) => each.includes(core),
    (each: string) => each.length > 7 && core.includes(each),
  ];
  for (const fits of ways) {
    const at = cores.findIndex((each, index) => index >= from && fits(each));
    if (at >= 0) return at;
  }
  for (const fits of ways) {
    const at = cores.findIndex((each) => fits(each));
    if (at >= 0) return at;
  }
  return -1;
}

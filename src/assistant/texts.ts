import type { Clause, CompiledText, Language } from '#core/model/standard.ts';
import { cutText, mostCharacters, takeFitting } from './bounds.ts';
import {
  describeHead,
  findClauses,
  findStandard,
  linkClause,
  readText,
} from './library-at-hand.ts';
import type { Answer, LibraryAtHand } from './library-at-hand.ts';

const noText = {
  found: false,
  why: 'Only catalogue facts of this standard are here, not its text. Ask the issuing body for the text.',
};

/** A standard: what it is, what it replaces, and the list of its clauses. */
export function getStandard(
  hand: LibraryAtHand,
  { number, language }: { readonly number: string; readonly language: Language },
): Answer {
  const found = findStandard(hand, number);
  if ('answer' in found) return found.answer;
  const { entry } = found;
  const { catalog } = hand.library;
  const numbers = (relations: readonly { readonly key: string }[]) =>
    relations.map(({ key }) => key);
  const text = readText(hand, entry, language) ?? readText(hand, entry, 'zh');
  const outline = (text?.clauses ?? []).map(({ id, address, label, title, kind }) => ({
    clause: address || label || id,
    title,
    kind,
  }));
  const { taken, left } = takeFitting(outline, mostCharacters / 2);
  return {
    found: true,
    ...describeHead(hand, entry),
    issued: entry.issued,
    implemented: entry.implemented,
    withdrawn: entry.withdrawn,
    issuers: entry.issuers,
    ics: entry.ics,
    ccs: entry.ccs,
    replaces: numbers(catalog.replacesOf(entry)),
    editions: catalog.editionsOf(entry).map((each) => each.number),
    ...(entry.row?.scope && { scope: entry.row.scope.slice(0, 1200) }),
    ...(text && { language: text.language, clauses: taken, clausesLeftOut: left }),
  };
}

/** The words of a clause and of all below it, with its provisions, terms and references. */
export function getClause(
  hand: LibraryAtHand,
  {
    number,
    clause,
    language,
  }: { readonly number: string; readonly clause: string; readonly language: Language },
): Answer {
  const found = findStandard(hand, number);
  if ('answer' in found) return found.answer;
  const { entry } = found;
  const text = readText(hand, entry, language);
  if (!text) return { ...describeHead(hand, entry), ...noText };
  const clauses = findClauses(text, clause);
  if (clauses.length === 0) {
    return {
      ...describeHead(hand, entry),
      found: false,
      why: `${entry.number} has no clause "${clause}". get_standard lists its clauses.`,
    };
  }
  const told = clauses.map((each) => describeClause(each, text));
  const { taken, left } = takeFitting(told, mostCharacters);
  return {
    found: true,
    ...describeHead(hand, entry),
    clauses: taken.map(({ id, ...rest }) => ({
      ...rest,
      link: linkClause(hand, entry, id, language),
    })),
    ...(left > 0 && { clausesLeftOut: left, how: 'Ask for the clauses below it one by one.' }),
  };
}

/** Characters of one clause; one that holds a long table has more. */
const longestText = mostCharacters / 2;

function describeClause(clause: Clause, text: CompiledText) {
  const index = text.clauses.indexOf(clause);
  const own = <T extends { readonly clause: number }>(found: readonly T[]) =>
    found.filter((each) => each.clause === index);
  const provisions = own(text.provisions).map(({ type, text: words, by }) => ({
    type,
    text: cutText(words, longestText / 4),
    by,
  }));
  const { taken, left: more } = takeFitting(provisions, mostCharacters / 4);
  const left = Math.max(0, clause.text.length - longestText);
  const references = [...new Set(own(text.references).map(({ raw }) => raw))];
  return {
    id: clause.id,
    clause: clause.address || clause.label || clause.id,
    title: clause.title,
    normative: clause.normative,
    text: cutText(clause.text, longestText),
    ...(left > 0 && { charactersLeftOut: left, how: 'Open the link for the rest of its text.' }),
    provisions: taken,
    ...(more > 0 && { provisionsLeftOut: more }),
    ...(references.length > 0 && { references }),
  };
}

/** Provisions of a standard in their order, of one type or of one clause where that is asked. */
export function listProvisions(
  hand: LibraryAtHand,
  asked: {
    readonly number: string;
    readonly type?: string | undefined;
    readonly clause?: string | undefined;
    readonly from: number;
  },
): Answer {
  const found = findStandard(hand, asked.number);
  if ('answer' in found) return found.answer;
  const { entry } = found;
  const text = readText(hand, entry, 'zh');
  if (!text) return { ...describeHead(hand, entry), ...noText };
  const within = asked.clause === undefined ? undefined : new Set(findClauses(text, asked.clause));
  const wanted = text.provisions.filter(({ type, clause }) => {
    const place = text.clauses[clause];
    return (
      (asked.type === undefined || type === asked.type) &&
      (within === undefined || (place !== undefined && within.has(place)))
    );
  });
  const told = wanted.slice(asked.from).map((provision) => {
    const place = text.clauses[provision.clause];
    return {
      clause: place?.address || place?.label || '',
      type: provision.type,
      text: provision.text,
      ...(provision.limits && {
        limits: provision.limits.map(({ object, comparator, text: value, isCondition }) => ({
          object,
          comparator,
          value,
          ...(isCondition && { onlyWhere: true }),
        })),
      }),
      recognisedBy: provision.by,
      link: linkClause(hand, entry, place?.id ?? ''),
    };
  });
  const { taken, left } = takeFitting(told, mostCharacters);
  return {
    found: true,
    ...describeHead(hand, entry),
    total: wanted.length,
    provisions: taken,
    ...(left > 0 && { next: asked.from + taken.length }),
  };
}

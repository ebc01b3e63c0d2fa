import { digestText } from '../checklist/digest.ts';
import { foldSigns } from '../limits/fold-signs.ts';
import type { CompiledText } from '../model/standard.ts';
import { findPlace, listBelow } from './places.ts';
import type { TextFinder } from './places.ts';
import type { Question } from './question.ts';

/** How a question stands to the text that it rests on: as it was checked, changed since, or gone; `unchecked` where nobody has noted it. */
export type GroundState = 'kept' | 'changed' | 'gone' | 'unchecked';

/** All that the text says at the places that a question rests on; undefined where one of them is gone, empty where it rests on no text. */
function readGround(question: Question, find: TextFinder): string | undefined {
  if (question.standard === undefined) return '';
  const named = find(question.standard);
  if (!named) return undefined;
  const ids = listGroundIds(question);
  const { text, meta } = named.standard;
  if (ids.length === 0) {
    const { title, issued, implemented, withdrawn, replaces } = meta;
    return JSON.stringify([title, issued, implemented, withdrawn, replaces]);
  }
  const said = ids.map((id) => readPlace(text, id));
  return said.includes(undefined) ? undefined : said.join('\n');
}

/** Ids of the clauses, tables and terms that a question rests on, each once. */
export function listGroundIds(question: Question): readonly string[] {
  return [...new Set([...question.clauses, ...(question.kind === 'find' ? question.answer : [])])];
}

/** What stands in a clause and below it, tables with their cells; of a table that alone. */
function readPlace(text: CompiledText, id: string): string | undefined {
  const place = findPlace(text, id);
  if (!place) return undefined;
  const rows = (lists: readonly (readonly string[])[] = []) => lists.map((row) => row.join(' '));
  if (place.exhibit) return [place.exhibit.title, ...rows(place.exhibit.rows)].join('\n');
  const below = listBelow(text, place.at);
  return [
    ...below.flatMap((at) => [text.clauses[at]?.title ?? '', text.clauses[at]?.text ?? '']),
    ...text.exhibits
      .filter(({ clause }) => below.includes(clause))
      .flatMap((exhibit) => [exhibit.title, ...rows(exhibit.rows)]),
  ].join('\n');
}

/** The digest of what a question rests on; undefined where it is gone or is no text of the library. */
export function digestGround(question: Question, find: TextFinder): string | undefined {
  const ground = readGround(question, find);
  return ground ? digestText(ground) : undefined;
}

/** How a question stands to the library; `checked` is the digest that was noted when somebody checked it. */
export function judgeGround(
  question: Question,
  find: TextFinder,
  checked: string | undefined,
): GroundState {
  const ground = readGround(question, find);
  if (ground === undefined) return 'gone';
  if (ground === '') return 'kept';
  if (checked === undefined) return 'unchecked';
  return digestText(ground) === checked ? 'kept' : 'changed';
}

const number = /\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g;
const bare = /^[≤≥<>±约]? ?-?(\d[\d ]*(?:\.\d+)?) ?[^\d\s，。；、]{0,6}$/;

/** The number that a question is answered by, where it is one that should stand in the text. */
function answerNumber(question: Question): number | undefined {
  if (question.kind === 'number') return question.computed ? undefined : question.value;
  if (question.kind !== 'single' || question.computed) return undefined;
  const [, digits] = bare.exec(foldSigns(question.options[question.answer[0] ?? 0] ?? '')) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(' ', ''));
}

/** Whether the number that is the answer stands in the clauses the question rests on; true where no number is asked or no clause named. */
export function holdsAnswer(question: Question, find: TextFinder): boolean {
  const value = answerNumber(question);
  if (value === undefined || listGroundIds(question).length === 0) return true;
  const ground = readGround(question, find);
  if (!ground) return true;
  const numbers = foldSigns(ground).match(number) ?? [];
  return numbers.some((each) => Number(each.replaceAll(' ', '')) === Math.abs(value));
}

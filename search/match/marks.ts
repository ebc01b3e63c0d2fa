import { foldText } from '../record/spelling.ts';
import type { AskedKind } from './asked.ts';
import { isTold } from './plan.ts';
import type { Part } from './plan.ts';

const VALUE =
  /[-\u2212±]?\d[\d \u00a0.,]*(?:\s?[～~]\s?[-\u2212]?\d[\d.,]*)?\s?(?:℃|°C|%|‰|min|ms|[hds](?![a-z])|[cmkμ]?m[23²³]?(?![a-z])|k?g(?![a-z])|t(?![a-z])|L(?![a-z])|dB|lx|cd\/m[2²]|k?W(?:·h)?|k?V|Hz|年|个月|月|日|天|小时|学时|分钟|秒|周|名|人|次|台|件|处|位|个|项|倍|分|层|米|吨)/gu;

/** Says what to mark in a clause: the words of a question in whatever way the clause has them, and the values where one is asked. */
export function listMarks(
  parts: readonly Part[],
  { value, quantities }: AskedKind,
): (text: string) => readonly string[] {
  const words = new Set(
    parts
      .filter(isTold)
      .flatMap(({ ways }) => ways.map(({ text }) => text))
      .filter((text) => text.length > 1),
  );
  return (text) => [...words, ...(value || quantities.length > 0 ? findValueTexts(text) : [])];
}

/** The numbers with a unit that stand in a text, in its order, folded and without spaces: `-18°c`, `2～4°c`. */
export function findValueTexts(text: string): readonly string[] {
  return [...text.matchAll(VALUE)].map(([found]) => foldText(found).replace(/\s/g, ''));
}

import type { CompiledText, Language } from '#core/model/standard.ts';
import { findCrossReferences } from '#core/text/meaning/mentions.ts';
import { chooseLabel } from '../lib/labels.ts';
import type { Label } from '../lib/labels.ts';
import type { Indicator } from '#core/model/meta.ts';

/** `≥ 0.5`, `≤ -18`, `2～8`, or the author's words. */
export function formatLimit({ min, max, value }: Indicator): string {
  const number = (limit: number) => String(limit).replace('-', '−');
  if (min !== undefined && max !== undefined) {
    return min === max ? number(min) : `${number(min)}～${number(max)}`;
  }
  if (min !== undefined) return `≥ ${number(min)}`;
  if (max !== undefined) return `≤ ${number(max)}`;
  return value ?? '';
}

/** A piece of a text in which `[#id]` stands for a clause. */
export interface TextPiece {
  readonly text: string;
  readonly id?: string;
}

/** `见[#test-temp]` → 见, and a link with the clause's printed address; an unknown id stays as typed. */
export function linkClauses(
  written: string,
  { indicatorLabels = {} }: Pick<CompiledText, 'indicatorLabels'>,
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { id, start, end } of findCrossReferences(written)) {
    const label = Object.hasOwn(indicatorLabels, id) ? indicatorLabels[id] : undefined;
    if (label === undefined) continue;
    if (start > at) pieces.push({ text: written.slice(at, start) });
    pieces.push({ text: label, id });
    at = end;
  }
  if (at < written.length) pieces.push({ text: written.slice(at) });
  return pieces;
}

/** The name of an indicator in a language; the Chinese one, marked as such, where it has no English. */
export function nameIndicator(language: Language, { name, nameEn }: Indicator): Label {
  return chooseLabel(language, name, nameEn);
}

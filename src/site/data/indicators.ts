import type { CompiledText, Language } from '../../core/model/standard.ts';
import { chooseLabel } from '../lib/labels.ts';
import type { Label } from '../lib/labels.ts';
import type { Indicator } from '../../core/model/meta.ts';

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

/** `见[#test-temp]` → 见, and a link with the clause's printed address. */
export function linkClauses(written: string, text: CompiledText): readonly TextPiece[] {
  return written.split(/(\[#[\w.-]+\])/).flatMap((piece): readonly TextPiece[] => {
    const id = /^\[#([\w.-]+)\]$/.exec(piece)?.[1];
    if (id === undefined) return piece ? [{ text: piece }] : [];
    const target =
      text.clauses.find((clause) => clause.id === id) ??
      text.exhibits.find((exhibit) => exhibit.id === id);
    return [target ? { text: target.label, id } : { text: piece }];
  });
}

export function nameIndicator(language: Language, { name, nameEn }: Indicator): Label {
  return chooseLabel(language, name, nameEn);
}

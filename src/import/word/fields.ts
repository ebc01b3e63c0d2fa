import type { WordElement } from './xml-tree.ts';
import { childOf, elementsOf, isOn, valOf } from './xml-tree.ts';

/** What becomes of a field's result. */
export type FieldUse = 'reference' | 'keep' | 'form' | 'drop';

/** A field that has begun and not ended (ECMA-376-1, 17.16.18). */
export interface OpenField {
  instruction: string;
  isResult: boolean;
  /** What it shows, where that is not kept. */
  shown: string;
  readonly form: FormField | undefined;
}

export interface FormField {
  readonly name: string;
  /** What a drop-down or a box says, which stands nowhere as text. */
  readonly value?: string;
}

const dropped =
  /^(?:TOC|TC|XE|RD|INDEX|PAGE|PAGEREF|NUMPAGES|SECTION|SECTIONPAGES|SEQ|STYLEREF|LISTNUM|AUTONUM\w*|NOTEREF|SET|ASK|BOOKMARK)$/i;

/** What is done with the result of a field, by its first word. */
export function useOf({ instruction, form }: OpenField): FieldUse {
  if (form) return 'form';
  const name = fieldName(instruction);
  if (/^REF$/i.test(name)) return 'reference';
  return dropped.test(name) ? 'drop' : 'keep';
}

/** The first word of an instruction: what kind of field it is. */
export const fieldName = (instruction: string): string => /^\s*(\S+)/.exec(instruction)?.[1] ?? '';

/** The bookmark that a REF field points to; switches may be written with two strokes. */
export const bookmarkOf = (instruction: string): string =>
  /^\s*REF\s+"?([^\s"\\]+)/i.exec(instruction)?.[1] ?? '';

/** The address of a HYPERLINK field; undefined for one to a bookmark. */
export const addressOf = (instruction: string): string | undefined =>
  /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1];

/** A form field's name and, of a drop-down or a box, its value: an index into its entries (17.16.13, 17.16.24). */
export function readFormField(data: WordElement | undefined): FormField | undefined {
  if (!data) return undefined;
  const name = valOf(data, 'w:name') ?? '';
  const list = childOf(data, 'w:ddList');
  if (list) {
    const entries = elementsOf(list)
      .filter((entry) => entry.name === 'w:listEntry')
      .map(({ attributes }) => attributes['w:val'] ?? '');
    const chosen = valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? '0';
    return { name, value: entries[Number(chosen)] ?? '' };
  }
  const box = childOf(data, 'w:checkBox');
  if (box) {
    const isTicked = childOf(box, 'w:checked') ? isOn(box, 'w:checked') : isOn(box, 'w:default');
    return { name, value: isTicked ? '☑' : '☐' };
  }
  return { name };
}

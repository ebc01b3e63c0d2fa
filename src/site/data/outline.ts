import { lookUp } from '#core/base/look-up.ts';
import type { Clause, ClauseKind, CompiledText } from '#core/model/standard.ts';
import { chooseLabel } from '../lib/labels.ts';
import type { Label } from '../lib/labels.ts';

/** English names of the elements that GB/T 1.1—2020, table 3, names, as in ISO/IEC Directives, Part 2. */
const ELEMENTS: Readonly<Partial<Record<ClauseKind, string>>> = {
  foreword: 'Foreword',
  introduction: 'Introduction',
  scope: 'Scope',
  references: 'Normative references',
  terms: 'Terms and definitions',
  bibliography: 'Bibliography',
  index: 'Index',
};

/** Elements without a kind of their own, whose heading GB/T 1.1—2020, 8.8 to 8.10, fixes. */
const CHAPTERS: Readonly<Record<string, string>> = {
  符号: 'Symbols',
  缩略语: 'Abbreviated terms',
  符号和缩略语: 'Symbols and abbreviated terms',
  分类: 'Classification',
  编码: 'Coding',
  分类和编码: 'Classification and coding',
  总体原则: 'General principles',
  总体要求: 'General requirements',
  总则: 'General',
};

/** The English name that GB/T 1.1—2020 gives to an element or a chapter; undefined of what an author has named. */
export function nameInEnglish(kind: ClauseKind, title: string): string | undefined {
  return ELEMENTS[kind] ?? lookUp(CHAPTERS, title);
}

/** A clause of a Chinese text as it is told to who reads no Chinese. */
export interface OutlineItem {
  readonly id: string;
  /** `5.2`, `Annex A`; empty for unnumbered elements. */
  readonly label: string;
  readonly level: number;
  readonly name: Label;
  /** The heading in Chinese, where `name` is not that. */
  readonly chinese?: string;
  /** Requirements in the clause and below it. */
  readonly requirements: number;
}

/** `5.2`, `Annex A`: a clause of a Chinese text as an English page calls it; empty for unnumbered elements. */
export function labelInEnglish({ kind, address }: Pick<Clause, 'kind' | 'address'>): string {
  return kind === 'annex' ? `Annex ${address}` : address;
}

/** Titled clauses of the first two levels, without term entries. */
export function listOutline({ clauses, provisions }: CompiledText): readonly OutlineItem[] {
  const counts = new Map<Clause, number>();
  for (const { type, clause } of provisions) {
    if (type !== 'requirement') continue;
    for (let at: number | null = clause; at !== null; at = clauses[at]?.parent ?? null) {
      const found = clauses[at];
      if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  return clauses
    .filter(({ title, kind, level }) => title !== '' && kind !== 'term' && level <= 2)
    .map((clause) => {
      const { id, kind, title, level } = clause;
      const english = nameInEnglish(kind, title);
      return {
        id,
        label: labelInEnglish(clause),
        level,
        name: chooseLabel('en', title, english),
        ...(english !== undefined && { chinese: title }),
        requirements: counts.get(clause) ?? 0,
      };
    });
}

import { familyTerms, valuesOf } from '../terms/index.ts';
import type { Family } from '../terms/index.ts';

export type { Family };

/** Families of standards, in the order of chapter 2 (GB/T 1.1—2020). */
export const families = valuesOf(familyTerms);

/** The shape a number is written in; all but `plain` need more than code, serial and year. */
export type Form =
  | 'plain'
  /** `JJF (建材) 142-2018`: a sector in parentheses after the code. */
  | 'metrology-sector'
  /** `农业部1025号公告-11-2008`: an item of a ministry's bulletin. */
  | 'bulletin'
  /** `T/CAV 001-2023 T/CAS 713-2023`: several issuers, one document. */
  | 'joint'
  /** `GB 3100～3102-1993`: one record for a run of numbers or parts. */
  | 'range'
  /** `GB/T 22080—2016/ISO/IEC 27001:2013`: an identical adoption with its source. */
  | 'double'
  /** `GB/T 19630.1-2011/XG1-2014`: an amendment sheet. */
  | 'amendment'
  /** `GB/T 5750（所有部分）`. */
  | 'all-parts'
  /** `GB 1351-2023E`, `ISO 9001:2015(E)`, `IEC 60335-1:2020 RLV`: another edition of the same text. */
  | 'language-edition';

/** `/T` is recommended, `/Z` guidance; a bare code that could carry them is mandatory. */
export type Nature = 'mandatory' | 'recommended' | 'guidance';

/** How near to its source a number says it is: identical, equivalent (until 2001), modified, not equivalent. */
export const degrees = ['IDT', 'EQV', 'MOD', 'NEQ'] as const;
export type Degree = (typeof degrees)[number];

export interface Amendment {
  /** `XG` for a Chinese amendment sheet; `AMD`, `COR`, `SUPPL` or `ADD` for an international one. */
  readonly kind: string;
  readonly serial: string;
  readonly year: string | null;
}

/** One standard number, immutable plain data. Strings are canonical: upper case, ASCII punctuation. */
export interface StandardNumber {
  readonly family: Family;
  readonly form: Form;
  /** The code without its nature: `GB`, `NY`, `DB3702`, `T/CAS`, `Q/0212 ABC`, `ISO/IEC`, `农业部1025号公告`. */
  readonly prefix: string;
  readonly nature: Nature | null;
  /** What stands between code and serial: `建材` of `JJF (建材) 142`, `A` of `ZB A 17001`, `K` of `T/CMAM K12`. */
  readonly series: string | null;
  /** Digits as written (leading zeros count), sometimes with dashes or a letter: `0008-1`, `1203A`. */
  readonly serial: string;
  /** `3` of GB/T 2423.3, `1.2` of NY 1500.1.2, `2-24` of IEC 60335-2-24. */
  readonly part: string | null;
  /** The last serial (and part) of a range: `3102`, `248.11`. */
  readonly through: string | null;
  /** Four digits. */
  readonly year: string | null;
  /** The year as printed when that is two digits (`93`); else null. */
  readonly yearWritten: string | null;
  /** The mark of another edition of the same text: a language (`E`, `R`, `FR`), or a version of the IEC (`RLV`, `CSV`). */
  readonly language: string | null;
  /** `2018` of `GB 50016-2014（2018年版）`: the year of the edition after a partial revision. The number stays the same. */
  readonly revised: string | null;
  readonly amendments: readonly Amendment[];
  /** `（所有部分）`: the number stands for all its parts. */
  readonly allParts: boolean;
  /** The adopted numbers of a double number, the other numbers of a joint one. */
  readonly others: readonly StandardNumber[];
  /** Of a double number; `IDT` where nothing else is said. Null for all others. */
  readonly degree: Degree | null;
}

export interface Reason {
  readonly zh: string;
  readonly en: string;
}

export type ParseResult =
  | { readonly ok: true; readonly number: StandardNumber }
  | {
      readonly ok: false;
      readonly reason: Reason;
      /** The number with digits for the letters that look like them (`GB/T 1.l-2020`): to be asked, never to be taken. */
      readonly meant?: StandardNumber;
      /** The numbers of a list that was given as one. */
      readonly listed?: readonly StandardNumber[];
    };

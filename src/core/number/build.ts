import type { StandardNumber } from './types.ts';

/** A plain number with the given fields; the form follows from them unless given. */
export function buildNumber(
  fields: Pick<StandardNumber, 'family' | 'prefix' | 'serial'> & Partial<StandardNumber>,
): StandardNumber {
  const form = fields.through ? 'range' : fields.language ? 'language-edition' : 'plain';
  return {
    form,
    nature: null,
    series: null,
    part: null,
    through: null,
    year: null,
    yearWritten: null,
    language: null,
    revised: null,
    amendments: [],
    allParts: false,
    others: [],
    degree: null,
    ...fields,
  };
}

export interface Dated {
  readonly body: string;
  readonly year: string | null;
  readonly yearWritten: string | null;
  readonly language: string | null;
}

const YEAR = /^(.*)[-:]((?:19|20)\d{2})(E|EN|R|F|FR|L|P|V|MM)?$/;
const SHORT_YEAR = /^(.*\d.*)-([5-9]\d)$/;

/** Takes the year off the end; two digits only from 50 on (1950–1999), where `short` allows it. */
export function splitYear(text: string, short: boolean): Dated {
  const m = YEAR.exec(text);
  if (m !== null) {
    return { body: m[1] ?? '', year: m[2] ?? null, yearWritten: null, language: m[3] ?? null };
  }
  const s = short ? SHORT_YEAR.exec(text) : null;
  if (s !== null) {
    return { body: s[1] ?? '', year: `19${s[2]}`, yearWritten: s[2] ?? null, language: null };
  }
  return { body: text, year: null, yearWritten: null, language: null };
}

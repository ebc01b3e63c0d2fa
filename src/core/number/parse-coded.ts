import { buildNumber, splitYear } from './build.ts';
import { familyOfSector, PREFIXES } from './prefixes.ts';
import type { PrefixFact } from './prefixes.ts';
import type { Nature, StandardNumber } from './types.ts';

const PLAIN = /^ ?(\d{1,8}[A-Z]?(?:\/\d{1,3})?)((?:\.[0-9A-Z]{1,8}){0,5})(?:~(\d[0-9.]{0,15}))?$/;
const DASHED =
  /^ ?(\d{1,8}[A-Z]?(?:[- ]\d{1,8}[A-Z]?){0,4}(?:\/\d{1,3})?)((?:\.[0-9A-Z]{1,8}){0,5})()$/;
const SECTOR = /^ ?\(([A-Z\u4e00-\u9fff]{1,10})\)/;
const SERIES = /^ ?([A-Z]{1,3})(?=[ \d])/;
/** `HG 2-1466`: a class and a number, as in industry standards of the seventies and eighties. */
const HYPHENED = /^ ?(\d{1,3}-(?!(?:19|20)\d{2}$)\d{1,5})$/;
const RUN = /^( ?\d{1,8})-(\d{1,8})$/;
/** The most numbers that a record holds in one run (`GB 3100-3102-1993`). */
const LONGEST_RUN = 50;
const PART_RUN = /^( ?(\d{1,6})(?:\.\d{1,4}){1,4})-(\2(?:\.\d{1,4}){1,4})$/;
const SURVEY = /^ ?(IV|III|II|I|\d)-(\d{1,6})$/;
/** Codes whose serial may have a class letter before it. */
const WITH_SERIES = new Set(['JJF', 'JJG', 'ZB', 'JTG', 'TSG']);

/** Codes that say by themselves that the standard is recommended. */
const CODED_NATURES: ReadonlyMap<string, Nature> = new Map([
  ['DG/TJ', 'recommended'],
  ['DBJ/CT', 'recommended'],
]);

interface Code {
  readonly prefix: string;
  readonly fact: PrefixFact;
  readonly nature: Nature | null;
  readonly rest: string;
}

/** Numbers whose code stands in the list: national, industry, engineering and other Chinese ones. */
export function parseCoded(text: string): StandardNumber | null {
  const dated = splitYear(text.replace(/^CH(IV|III|II)-/, 'CH $1-'), true);
  const code = readCode(dated.body, dated.year !== null);
  if (code === null) return null;
  const { year, yearWritten, language } = dated;
  if (isLocalStart(code, year !== null)) return null;
  const { prefix, fact, nature } = code;
  let rest = code.rest;
  const base = { family: fact.family, prefix, nature, year, yearWritten, language };

  const survey = prefix === 'CH' ? SURVEY.exec(rest) : null;
  if (survey !== null) return buildNumber({ ...base, serial: `${survey[1]}-${survey[2]}` });

  const sector = prefix.startsWith('JJ') ? SECTOR.exec(rest) : null;
  if (sector !== null) rest = rest.slice(sector[0].length);
  const series = WITH_SERIES.has(prefix) ? SERIES.exec(rest) : null;
  if (series !== null) rest = rest.slice(series[0].length);

  if (!fact.dashed) {
    const hyphened = fact.family === 'industry' && year !== null ? HYPHENED.exec(rest) : null;
    if (hyphened !== null) return buildNumber({ ...base, serial: hyphened[1] ?? '' });
    rest =
      fact.family === 'national' || fact.family === 'metrology'
        ? writeRun(rest)
        : rest.replace(PART_RUN, '$1~$3');
  }
  const read = readSerial((fact.dashed ? DASHED : PLAIN).exec(rest));
  if (read === null) return null;
  const { serial, part, through } = read;
  if (sector === null) {
    return buildNumber({ ...base, serial, part, through, series: series?.[1] ?? null });
  }
  return buildNumber({
    ...base,
    form: 'metrology-sector',
    family: familyOfSector(sector[1] ?? ''),
    series: sector[1] ?? null,
    serial: `${series?.[1] ?? ''}${serial}`,
    part,
    through,
  });
}

/** A bare `DB37` is the start of a local number, not number 37 of the earthquake industry. */
function isLocalStart({ prefix, nature, rest }: Code, dated: boolean): boolean {
  return prefix === 'DB' && nature === 'mandatory' && (!dated || !rest.startsWith(' '));
}

/** Serial, part and end of a run; null where there is no serial, or one with letters for digits. */
function readSerial(
  found: RegExpExecArray | null,
): Pick<StandardNumber, 'serial' | 'part' | 'through'> | null {
  if (found === null) return null;
  const serial = found[1] ?? '';
  const part = found[2] ? found[2].slice(1) : null;
  if (LETTER_FOR_DIGIT.test(`${serial}.${part ?? ''}`)) return null;
  const end = found[3] || null;
  const through = end !== null && part !== null && !end.includes('.') ? `${serial}.${end}` : end;
  return { serial, part, through };
}

/**
 * A run with `~`. A hyphen between two serials is a run only where lists print it so, for consecutive national standards
 * (`GB 3100-3102`); elsewhere it belongs to the serial.
 */
function writeRun(rest: string): string {
  const run = RUN.exec(rest);
  if (run === null) return rest.replace(PART_RUN, '$1~$3');
  const span = Number(run[2]) - Number(run[1]);
  return span > 0 && span <= LONGEST_RUN ? `${run[1]}~${run[2]}` : rest;
}

/** I, L and O are no mark of any serial or part: they are 1 and 0, badly scanned. */
export const LETTER_FOR_DIGIT = /[ILO]/;

/**
 * Splits the code off: `GB/T 1`, `GBT1`, `GB T 1`, `NYT 1` and `JB/ZQ 1`. An unknown code is an industry's when it
 * has two or three letters, a `/T` or `/Z`, and a year behind: new codes appear from time to time.
 */
function readCode(body: string, dated: boolean): Code | null {
  const letters = /^[A-Z]{1,8}/.exec(body)?.[0];
  if (letters === undefined) return null;
  const slashed = readSlashed(body, letters.length);
  if (slashed) return slashed;
  const rest = body.slice(letters.length);
  const fact = PREFIXES.get(letters);
  const mark = /^[/ _]([TZ])(?![A-Z]{2})/.exec(rest);
  if (fact && mark !== null && !(WITH_SERIES.has(letters) && rest.startsWith(' '))) {
    return { prefix: letters, fact, nature: natureOf(mark[1]), rest: rest.slice(2) };
  }
  if (fact) return { prefix: letters, fact, nature: fact.mandatory ? 'mandatory' : null, rest };
  if (mark !== null && rest.startsWith('/') && dated && /^[A-Z]{2,3}$/.test(letters)) {
    const unknown: PrefixFact = { family: 'industry', mandatory: true, dashed: false };
    return { prefix: letters, fact: unknown, nature: natureOf(mark[1]), rest: rest.slice(2) };
  }
  const joined = PREFIXES.get(letters.slice(0, -1));
  const last = letters.at(-1);
  if (joined && (last === 'T' || last === 'Z')) {
    return { prefix: letters.slice(0, -1), fact: joined, nature: natureOf(last), rest };
  }
  for (const known of WITH_SERIES) {
    const known_fact = letters.startsWith(known) ? PREFIXES.get(known) : undefined;
    if (known_fact) {
      const nature = known_fact.mandatory ? 'mandatory' : null;
      return { prefix: known, fact: known_fact, nature, rest: body.slice(known.length) };
    }
  }
  return null;
}

/** A code of the list that has a `/` itself: `JB/ZQ`, `DG/TJ`. */
function readSlashed(body: string, letters: number): Code | null {
  const slashed = /^[A-Z]{1,8}\/[A-Z]{1,4}/.exec(body)?.[0] ?? '';
  for (let n = slashed.length; n > letters + 1; n--) {
    const prefix = slashed.slice(0, n);
    const fact = PREFIXES.get(prefix);
    if (!fact) continue;
    const marked = /^\/([TZ])(?=[ \d])/.exec(body.slice(n));
    const nature = marked ? natureOf(marked[1]) : (CODED_NATURES.get(prefix) ?? null);
    return { prefix, fact, nature, rest: body.slice(n + (marked?.[0].length ?? 0)) };
  }
  return null;
}

const natureOf = (mark: string | undefined): Nature => (mark === 'T' ? 'recommended' : 'guidance');

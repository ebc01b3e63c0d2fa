import { buildNumber } from './build.ts';
import { FOREIGN, INTERNATIONAL } from './prefixes.ts';
import type { StandardNumber } from './types.ts';

const ISO =
  /^([A-Z]{2,6}(?:-[TR])?(?:\/(?:IEC|IEEE|ASTM|IDF|OIML|CIE|HL7|SAE|ISO|UNDP|CIPM|IUPAC)){0,3})[/ ]?((?:FDIS|DIS|CD|DTS|DTR|WD)(?: (?:TS|TR))?|TS|TR|PAS|GUIDE|IWA|R|ISP|TTA|SRD|DATA)? ?(?:([A-Z])[. ])?(\d{1,7}[A-Z]?)((?:[-.][0-9A-Z]{1,6}){0,4})(?::((?:19|20)\d{2})(?:-\d{2})?(?: ?\(?([EFR](?:\/[EFR]){0,2})\)?)?)?$/;
const FOREIGN_FORM =
  /^([A-Z]{2,6}(?:[/ ](?:EN|ISO|IEC|CLC|CEN|TS|TR|ASME|ANSI|SPEC|R|NZS|IEEE|UL|STD))*) ?([A-Z]{1,2})? ?(\d{1,7}[A-Z]{0,2}(?:[-./][0-9A-Z]{1,8}){0,4}?)(?:([:-])((?:19|20)\d{2}|\d{2}))?$/;

/** ISO, IEC, ITU and the like (`ISO/IEC TS 17021-3:2017`), then other countries' numbers (`DIN EN ISO 9001:2015`). */
export function parseInternational(text: string): StandardNumber | null {
  return readInternational(text) ?? readForeign(text);
}

function readInternational(text: string): StandardNumber | null {
  const m = ISO.exec(text);
  if (m === null) return null;
  const publishers = m[1] ?? '';
  if (!INTERNATIONAL.has(publishers.split('/')[0] ?? '')) return null;
  const type = m[2];
  const joiner = publishers === 'ISO' && type !== 'GUIDE' ? '/' : ' ';
  let part = m[5] ? m[5].slice(1) : null;
  let year = m[6] ?? null;
  const tail = part === null || year !== null ? null : /^(?:(.*)-)?((?:19|20)\d{2})$/.exec(part);
  if (tail !== null && m[5]?.startsWith('-')) {
    part = tail[1] ?? null;
    year = tail[2] ?? null;
  }
  return buildNumber({
    family: 'international',
    prefix: type === undefined ? publishers : `${publishers}${joiner}${type}`,
    series: m[3] ?? null,
    serial: m[4] ?? '',
    part,
    year,
    language: m[7] ?? null,
  });
}

function readForeign(text: string): StandardNumber | null {
  const m = FOREIGN_FORM.exec(text);
  if (m === null) return null;
  const prefix = m[1] ?? '';
  const dashYear = FOREIGN.get(prefix) ?? FOREIGN.get(prefix.split(/[/ ]/)[0] ?? '');
  if (dashYear === undefined) return null;
  const written = m[5] ?? null;
  const isYear = written !== null && (written.length === 4 || (dashYear && m[4] === '-'));
  const year = !isYear || written.length === 4 ? written : `${written >= '50' ? 19 : 20}${written}`;
  return buildNumber({
    family: 'foreign',
    prefix,
    series: m[2] ?? null,
    serial: isYear || written === null ? (m[3] ?? '') : `${m[3]}${m[4]}${written}`,
    year: isYear ? year : null,
    yearWritten: isYear && written.length === 2 ? written : null,
  });
}

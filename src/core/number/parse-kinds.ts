import { buildNumber, splitYear } from './build.ts';
import type { Dated } from './build.ts';
import { LETTER_FOR_DIGIT } from './parse-coded.ts';
import type { Nature, StandardNumber } from './types.ts';

const LOCAL =
  /^(DB|DBS|DBJ|DG) ?(\d{6}|\d{4}|\d{2})(?:\/?([TZ])\/?|\/| (?=\d)) ?(\d{1,8}[A-Z]?)((?:\.[0-9A-Z]{1,6}){0,4})(?:~(\d[0-9.]{0,15}))?$/;

/** Engineering standards of provinces: `DB22/JT 149`, `DGJ32/TJ 88`, `DB13(J)/T 8312`, `DBJ50/T-274`. */
const ENGINEERING =
  /^(?:((?:DB|DGJ|DBJ) ?\d{2}\/(?:JT?|TJ))|(DB ?\d{2} ?\(J\))\/?(T?)|(DBJ ?\d{2}|DBJ ?\d{6})\/?(T)-) ?(\d{1,8}[A-Z]?)((?:\.\d{1,4})?)$/;
/** Tianjin's engineering standards have the serial `29-` + number under `DB`, without a region's code. */
const TIANJIN = /^DB(?:\/?(T))? ?(29-\d{1,4})((?:\.\d{1,4})?)$/;
/** `DB62/T 25-3063`: a class before the number, as in engineering standards of Gansu. */
const CLASSED = /^(DBJ?\d{2})\/?(T)? ?(\d{1,3}-(?!(?:19|20)\d{2}$)\d{1,6})$/;

/**
 * `DB` + 2, 4 or 6 digits of the region (`DB/T` without digits is the earthquake industry and not read here), and the
 * codes of engineering construction.
 */
export function parseLocal(text: string): StandardNumber | null {
  if (!text.startsWith('D')) return null;
  const dated = splitYear(text, true);
  return readEngineering(dated) ?? readRegion(dated);
}

function readEngineering({ body, year, yearWritten, language }: Dated): StandardNumber | null {
  const build = (code: string, mark: string | undefined, serial: string, part: string | null) =>
    buildNumber({
      family: 'local',
      prefix: code.replace(/ /g, ''),
      nature: mark?.includes('T') ? 'recommended' : 'mandatory',
      serial,
      part,
      year,
      yearWritten,
      language,
    });
  const coded = ENGINEERING.exec(body);
  if (coded !== null) {
    const [, own, joint, jointMark, plain, plainMark, serial = '', part] = coded;
    const mark = own === undefined ? (jointMark ?? plainMark) : own.slice(own.indexOf('/'));
    return build(own ?? joint ?? plain ?? '', mark, serial, part ? part.slice(1) : null);
  }
  if (year === null) return null;
  const tianjin = TIANJIN.exec(body);
  if (tianjin !== null) {
    return build('DB', tianjin[1], tianjin[2] ?? '', tianjin[3] ? tianjin[3].slice(1) : null);
  }
  const classed = CLASSED.exec(body);
  return classed === null ? null : build(classed[1] ?? '', classed[2], classed[3] ?? '', null);
}

function readRegion({ body, year, yearWritten, language }: Dated): StandardNumber | null {
  const m = LOCAL.exec(body);
  if (m === null || LETTER_FOR_DIGIT.test(`${m[4]}${m[5]}`)) return null;
  const nature: Nature = m[3] === 'T' ? 'recommended' : m[3] === 'Z' ? 'guidance' : 'mandatory';
  return buildNumber({
    family: m[1] === 'DG' ? 'other' : 'local',
    prefix: `${m[1]}${m[2]}`,
    nature,
    serial: m[4] ?? '',
    part: m[5] ? m[5].slice(1) : null,
    through: m[6] ?? null,
    year,
    yearWritten,
    language,
  });
}

const GROUP_SERIAL =
  /^(?:([A-Z]{1,8})[_ ]?)?(\d{1,10}(?:-\d{1,6}){0,3}[A-Z]?(?:\/\d{1,2})?)((?:\.[0-9A-Z]{1,6}){0,4})(?:~(\d[0-9.]{0,15}))?$/;
const CODE = /^(?=(?:.*[A-Z]){2})[A-Z0-9]{2,20}(?:-[A-Z]{1,8})?$/;
const SERIES_RUN = /^([A-Z]{1,2})(\d{1,6})-\1(\d{1,6})$/;

/** `T/` + society code + serial; a joint society, a series or a class letter may stand between them. */
export function parseGroup(text: string): StandardNumber | null {
  const { body, year, language } = splitYear(text.slice(2).trim(), false);
  const base = { family: 'group' as const, year, language };
  const space = body.indexOf(' ');
  if (space < 0) {
    const split = splitCode(
      body,
      /^\d{1,10}(?:-\d{1,6}){0,3}[A-Z]?(?:\/\d{1,2})?(?:\.[0-9A-Z]{1,6}){0,4}$/,
    );
    if (split === null || !CODE.test(split.code)) return null;
    const [serial, part] = cutPart(split.serial);
    return buildNumber({ ...base, prefix: `T/${split.code}`, serial, part });
  }
  const code = body.slice(0, space);
  const rest = body.slice(space + 1);
  if (!CODE.test(code)) return null;
  const run = SERIES_RUN.exec(rest);
  const m = GROUP_SERIAL.exec(run === null ? rest : `${run[1]}${run[2]}~${run[3]}`);
  if (m === null) return null;
  return buildNumber({
    ...base,
    prefix: `T/${code}`,
    series: m[1] ?? null,
    serial: m[2] ?? '',
    part: m[3] ? m[3].slice(1) : null,
    through: m[4] ?? null,
  });
}

const ENTERPRISE_SERIAL = /^\d{1,10}[A-Z]?(?:-\d{1,6}){0,3}(?:\.[0-9A-Z]{1,6}){0,4}$/;

/** `Q/` + company code + serial; the code may lead with region digits and hold spaces: `Q/0212 ABC 001`. */
export function parseEnterprise(text: string): StandardNumber | null {
  const { body, year, yearWritten, language } = splitYear(text.slice(2).trim(), true);
  const space = body.lastIndexOf(' ');
  const last = body.slice(space + 1);
  const split =
    space > 0 && ENTERPRISE_SERIAL.test(last)
      ? { code: body.slice(0, space), serial: last }
      : splitCode(body, ENTERPRISE_SERIAL);
  if (split === null) return null;
  const code = split.code.replace(/^(\d{2,6})(?=[A-Z])/, '$1 ');
  if (!/^(?=(?:.*[A-Z]){2})[A-Z0-9]{1,16}(?: [A-Z0-9]{1,16}){0,3}$/.test(code)) return null;
  const [serial, part] = cutPart(split.serial);
  return buildNumber({
    family: 'enterprise',
    prefix: `Q/${code}`,
    serial,
    part,
    year,
    yearWritten,
    language,
  });
}

/** Where a code runs into its serial: at the first letter behind which only a serial is left. */
function splitCode(text: string, serial: RegExp): { code: string; serial: string } | null {
  for (let i = 1; i < text.length; i++) {
    if (!/[A-Z]/.test(text[i - 1] ?? '')) continue;
    const rest = text.slice(i);
    if (serial.test(rest)) return { code: text.slice(0, i), serial: rest };
  }
  return null;
}

function cutPart(serial: string): [string, string | null] {
  const dot = serial.indexOf('.');
  return dot < 0 ? [serial, null] : [serial.slice(0, dot), serial.slice(dot + 1)];
}

const BULLETIN =
  /^([\u4e00-\u9fff]{2,12}?)(?:公告)?第?(\d{1,5})号(?:公告)?-(\d{1,4})((?:\.\d{1,4}){0,3})$/;

/** An item of a ministry's bulletin: `农业部1025号公告-11-2008`, `农业农村部公告第323号-20-2020`. */
export function parseBulletin(text: string): StandardNumber | null {
  const { body, year, language } = splitYear(text.replace(/ /g, ''), false);
  const m = BULLETIN.exec(body);
  if (m === null || year === null) return null;
  const ministry = m[1] ?? '';
  const prefix = ministry === '农业部' ? `${ministry}${m[2]}号公告` : `${ministry}公告第${m[2]}号`;
  return buildNumber({
    family: 'industry',
    form: 'bulletin',
    prefix,
    serial: m[3] ?? '',
    part: m[4] ? m[4].slice(1) : null,
    year,
    language,
  });
}

import type { Family } from './types.ts';

/** What a code means when no `/T` or `/Z` follows it. */
export interface PrefixFact {
  readonly family: Family;
  /** A bare code is a mandatory standard; false where the code has no such distinction. */
  readonly mandatory: boolean;
  /** Serials of this code may hold dashes (`DGJ 08-1985`). */
  readonly dashed: boolean;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const NATIONAL = words('GB GBZ GBJ');
const NATIONAL_OTHER = words('GBN GJB');
const METROLOGY = words('JJF JJG JJD');
const NATIONAL_DASHED = words('GSB');

/** The industry codes of the national list, then the engineering, old and new ones seen in catalogues. */
const INDUSTRY = words(`
  AQ BB CB CH CJ CY DA DB DL DZ EJ FZ GA GH GM GY HB HG HJ HS HY JB JC JG JR JT JY LB LD LS LY MH MT MZ NY QB QC QJ
  QX SB SC SH SJ SL SN SY TB TD TJ TY WB WH WJ WM WS WW XB YB YC YD YS YY YZ ZY
  CA GC GF JS KA KY NB NJ RB SD SF SW SZ XF YJ ZB
  CJJ JGJ JTJ JTS SDJ SHJ SLJ SYJ TBJ YBJ YDJ YSJ HGJ LYJ FJJ MHJ GYJ GDJ DLJ TSG JJ
`);
const INDUSTRY_DASHED = words('JTG');
const INDUSTRY_SLASHED = words('JB/DQ JB/ZQ NB/SH NB/RT GD/J SITSI/CH ZBBZH/GZ ZBBZH/XB');

const LOCAL_DASHED = words('DGJ DBJ DG/TJ DBJ/CT');
/** Xinjiang and Shenzhen; the engineering codes of other provinces hold digits and are read by rule. */
const LOCAL = words('XJJ SJG SZDB SZJG');
const OTHER_DASHED = words('CNCA YBB CECS CSM CAS CNAS GNZ ZYF CQC CTS CCGF');

const entries: [string, PrefixFact][] = [];
const add = (
  codes: readonly string[],
  family: Family,
  mandatory: boolean,
  dashed: boolean,
): void => {
  for (const code of codes) entries.push([code, { family, mandatory, dashed }]);
};
add(NATIONAL, 'national', true, false);
add(NATIONAL_OTHER, 'national', false, false);
add(METROLOGY, 'metrology', false, false);
add(NATIONAL_DASHED, 'national', false, true);
add(INDUSTRY, 'industry', true, false);
add(INDUSTRY_DASHED, 'industry', true, true);
add(INDUSTRY_SLASHED, 'industry', false, false);
add(LOCAL_DASHED, 'local', true, true);
add(LOCAL, 'local', true, false);
add(OTHER_DASHED, 'other', false, true);

/** Codes that need no further pattern; `DB` + digits, `T/` and `Q/` are read by rule. */
export const PREFIXES: ReadonlyMap<string, PrefixFact> = new Map(entries);

/** Provinces, autonomous regions and municipalities, as one character each. */
const PROVINCES = new Set(
  '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新',
);

/**
 * Who issues a document of metrology with a word in parentheses: `JJF (轻工)` is a sector's, `JJF (皖)` a province's.
 * Without one (`JJF 1059`) it is a national document of metrology and no national standard.
 */
export function familyOfSector(sector: string): Family {
  return PROVINCES.has(sector) ? 'local' : 'industry';
}

/** Publishers of international standards. */
export const INTERNATIONAL: ReadonlySet<string> = new Set(
  words(
    'ISO IEC ITU ITU-T ITU-R CISPR CAC CODEX OIML OIE WOAH IATF IDF IWA UIC ICAO IMO UNECE ISO/IEC',
  ),
);

/** Publishers of other countries' and regions' standards; true where the year follows `-` and not `:`. */
export const FOREIGN: ReadonlyMap<string, boolean> = new Map([
  ...words(
    'EN DIN BS NF JIS KS ONORM UNE UNI NEN PD AFNOR CEN CLC ETSI AS/NZS AS NZS VDI VDE VDA',
  ).map((code): [string, boolean] => [code, false]),
  ...words(
    'ASTM ANSI ASME IEEE UL SAE API AWS NFPA MIL GOST CSA ASHRAE AATCC ACI AASHTO TAPPI NEMA AGMA AOAC SEMI NIST NACE',
  ).map((code): [string, boolean] => [code, true]),
]);

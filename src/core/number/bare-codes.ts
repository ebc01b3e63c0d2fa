import type { StandardNumber } from './types.ts';

/**
 * Industry codes whose mandatory standards are cited without any mark (`SL 319`), by the fewest digits that a serial needs to
 * be hardly anything else. Not here: codes that are units or signs too (`HB 200`, `MT 100`, `CH 4`, `HS 8471`, `SC 704`).
 */
const FEWEST_DIGITS: ReadonlyMap<string, number> = new Map([
  ...['SL', 'HJ'].map((code): [string, number] => [code, 2]),
  ...'AQ DL GA NY YY WS JT XF MH QX LD SN CJ JG JC'
    .split(' ')
    .map((code): [string, number] => [code, 3]),
  ...'TB NB HG SH SY YD JB'.split(' ').map((code): [string, number] => [code, 4]),
]);

/** Words that name a thing by letters and digits: `型号SL 500`, `样品编号为YY 0303`. */
const NAMED =
  /(?:型号|牌号|品种|规格|代号|品牌|车型|机型|款式|硬度|车次|航班|编码|序号|(?:^|[^准]|(?:^|[^标])准)编号|[批图箱机货标槽色账卡证]号)[^，。；、（）()]{0,4}$/;
/** Units and words behind the name of a thing: `SL 500型`, `NY 525 kg`. */
const THING =
  /^ ?(?:[A-Za-z%‰°℃μΩ×+*]|[-~/.:]\d|型|系列|系统|接口|玉米|水稻|小麦|大豆|棉花|钢|合金|铸铁|树脂|芯片|轴承|级|号|类|个|台|套|件|吨|车|泵|阀|机)/;

/**
 * Whether a bare code of an industry without a year is meant as a number of a standard where no word says so. `before` and
 * `after`: a dozen characters around it.
 */
export function isCitedBare(
  { prefix, nature, serial, series }: StandardNumber,
  before: string,
  after: string,
): boolean {
  const fewest = nature === 'mandatory' && series === null ? FEWEST_DIGITS.get(prefix) : undefined;
  if (fewest === undefined || serial.length < fewest) return false;
  return !NAMED.test(before) && !THING.test(after);
}

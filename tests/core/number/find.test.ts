import { expect, test } from 'vitest';
import { findNumbers, numberKey } from '#core/number/index.ts';

/** `raw` of each number found. */
const raws = (text: string): string[] => findNumbers(text).map((found) => found.raw);

test.each([
  ['应符合GB/T 191的规定。', ['GB/T 191']],
  ['GB/T 18354—2021，3.5', ['GB/T 18354—2021']],
  ['按 GB 5009.3—2016 中 5.2 规定的方法', ['GB 5009.3—2016']],
  [
    'DB9902/T 12—2023、T/SFCC 003—2024和Q/SFLH 001—2025',
    ['DB9902/T 12—2023', 'T/SFCC 003—2024', 'Q/SFLH 001—2025'],
  ],
  ['见ISO 9001:2015和ISO/IEC 27001:2013。', ['ISO 9001:2015', 'ISO/IEC 27001:2013']],
  ['IEC 60335-2-24:2020，ISO/IEC Guide 51:2014', ['IEC 60335-2-24:2020', 'ISO/IEC Guide 51:2014']],
  [
    '按ISO 105-C06、ISO 105-E04和ISO 105-X12:2016测定',
    ['ISO 105-C06', 'ISO 105-E04', 'ISO 105-X12:2016'],
  ],
  ['ISO 105-B02:2014/Amd 1:2020，4.2', ['ISO 105-B02:2014/Amd 1:2020']],
  ['按ISO 4014-M12×80采购，IEC 60068-2-6', ['ISO 4014', 'IEC 60068-2-6']],
  ['GB/T 191-A01', ['GB/T 191']],
  ['GB/T 5750（所有部分）的规定', ['GB/T 5750（所有部分）']],
  ['GB/T 22080—2016/ISO/IEC 27001:2013 信息技术', ['GB/T 22080—2016/ISO/IEC 27001:2013']],
  ['DA/T 76—2019/XG1—2021', ['DA/T 76—2019/XG1—2021']],
  ['GB 3100～3102—1993', ['GB 3100～3102—1993']],
  ['GB 3100—93', ['GB 3100—93']],
  ['按农业部1025号公告—11—2008执行', ['农业部1025号公告—11—2008']],
  ['JJF (建材) 142—2018，JJG（交通）065—2006', ['JJF (建材) 142—2018', 'JJG（交通）065—2006']],
  ['Q/0212 ABC 001—2022', ['Q/0212 ABC 001—2022']],
  ['DB11/ 693—2009；DB37/T 1234', ['DB11/ 693—2009', 'DB37/T 1234']],
  ['按DB 44/T 1—2020和DB 4401/T 12 执行', ['DB 44/T 1—2020', 'DB 4401/T 12']],
  ['DB 11/ 500，DBJ 50/T 1—2020', ['DB 11/ 500', 'DBJ 50/T 1—2020']],
  ['T/IAC CAMRA 20.3—2022，T/CMAM K12—2022', ['T/IAC CAMRA 20.3—2022', 'T/CMAM K12—2022']],
  ['应按 HJ 819 执行', ['HJ 819']],
  ['符合HJ 819、HJ 905 的要求', ['HJ 819', 'HJ 905']],
  ['《GB/T 1.1—2020》', ['GB/T 1.1—2020']],
  ['GB/T 191—3.5', ['GB/T 191']],
  ['GB/T 191；JIS B 0001:2019；ITU-T X.509', ['GB/T 191', 'JIS B 0001:2019', 'ITU-T X.509']],
])('%s', (text, expected) => {
  expect(raws(text)).toEqual(expected);
});

test('wrong dashes and full-width letters are found as they stand', () => {
  const text = 'GB/T 191-2008、GB/T 191－2008、GB/T 191––2008、ＧＢ／Ｔ　１９１—２００８';
  const found = findNumbers(text);
  expect(found.map((f) => f.raw)).toEqual(text.split('、'));
  expect(new Set(found.map((f) => numberKey(f.number)))).toEqual(new Set(['GB/T 191-2008']));
});

test.each([
  'T/2、pH 7、A4、PM2.5、H2O、DN 100、C30、IP 65',
  '布氏硬度 HB 200，CH 4，编码 HS 8471，声压级 DB 60',
  '内存 16 GB 200 件，功率 20 MT 100',
  '声压级 DB 60/80，DB 44 和 DB 11，噪声 DB 70/ T 2',
  'CO2、Q235B、R134a、SUS 304、M12×30、UTF-8、COVID-19、USB 3.0、HDMI 2.1',
  'GB/T、T/CAS 和 DB37/T 的代号',
  '见表 A.1、图 B.2、附录 C、第 4 章、5.2.1',
  'gb/t 191 和 iso 9001',
  '2008年5月12日 12:30',
])('nothing is found in %s', (text) => {
  expect(raws(text)).toEqual([]);
});

test('all parts are told apart', () => {
  expect(findNumbers('GB/T 5750（所有部分）和GB/T 191').map((f) => f.allParts)).toEqual([
    true,
    false,
  ]);
});

test.each([
  'GB/T ',
  'T/',
  'GB 1-',
  'GB 1.1.1.1',
  'GB/T 1 - ',
  'AB AB AB 1',
  'A',
  'GB/T 1.1—2020，',
  'Q/A1 ',
])('a hundred thousand characters of %j are read to the end', (unit) => {
  const text = unit.repeat(100_000 / unit.length);
  expect(findNumbers(text).every(({ end }) => end <= text.length)).toBe(true);
});

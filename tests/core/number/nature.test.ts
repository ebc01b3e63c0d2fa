import { expect, test } from 'vitest';
import { classifyNature, parseNumber } from '#core/number/index.ts';

test.each([
  ['GB 4706.1-2005', 'mandatory'],
  ['GB/T 1.1-2020', 'recommended'],
  ['GB/Z 27001-2025', 'guidance'],
  ['GBZ 2.1-2019', 'mandatory'],
  ['GBZ/T 160.1-2004', 'recommended'],
  ['GB 50016-2014（2018年版）', 'mandatory'],
  ['GB 4943.1', 'mandatory'],
  // No division before 1989.
  ['GB 3533.2-1984', 'unknown'],
  ['GB 3100-93', 'mandatory'],
  ['YY 0168-1994', 'mandatory'],
  ['NY/T 1234-2020', 'recommended'],
  ['SY/Z 5000-2010', 'guidance'],
  ['NB/SH/T 0522-2010', 'recommended'],
  ['HG 2-1466-1982', 'unknown'],
  // Codes of engineering construction hold both.
  ['JGJ 18-2012', 'unknown'],
  ['JGJ/T 23-2011', 'recommended'],
  ['CJJ 1-2008', 'unknown'],
  ['JTG B01-2014', 'unknown'],
  ['JTG/T 3650-2020', 'recommended'],
  ['TSG 21-2016', 'unknown'],
  ['DB37/T 1234-2023', 'recommended'],
  ['DB31/ 801-2014', 'mandatory'],
  ['DBS52/ 009-2016', 'mandatory'],
  ['DB11/Z 880-2012', 'guidance'],
  ['DB/T 29-272-2019', 'recommended'],
  ['DB 29-1-2013', 'unknown'],
  ['DBJ50/T-274-2024', 'recommended'],
  ['DBJ 15-31-2016', 'unknown'],
  ['DGJ32/TJ 88-2009', 'recommended'],
  ['DGJ32/J 71-2014', 'unknown'],
  ['DB22/JT 149-2016', 'recommended'],
  ['DB13(J)/T 8312-2019', 'recommended'],
  ['XJJ 034-2017', 'unknown'],
  ['DG/TJ 08-2060-2009', 'recommended'],
  ['农业部1025号公告-11-2008', 'unknown'],
  // The division is not made for these.
  ['T/CAS 290-2017', null],
  ['Q/TQDZ 004-2026', null],
  ['JJF 1059.1-2012', null],
  ['JJG 1011-2006', null],
  ['JJF (轻工) 161-2021', null],
  ['GSB 16-2159-2007', null],
  ['ISO 9001:2015', null],
  ['ASTM D638-2014', null],
])('%s is %s', (text, nature) => {
  const parsed = parseNumber(text);
  expect(parsed.ok && classifyNature(parsed.number)).toBe(nature);
});

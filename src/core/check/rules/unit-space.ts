import type { Bilingual } from '#core/model/diagnostic.ts';
import type { DocumentRule } from '../rule.ts';
import { findUnits } from '../units.ts';
import { bodyPlaces, runsIn } from '../rule-context.ts';

/** Inside a formula letters are variables (2t, 3m), save those no product is written with. */
const unitsInMath = /^(?:mm|cm|km|min|mol|[kMG]?Pa|[kMG]?Hz|kWh?|mL|℃|°C)$/;

export const unitSpace: DocumentRule = {
  id: 'unit-space',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 1.1—2020',
  summary: {
    zh: '数值与单位之间空四分之一字（写一个空格）',
    en: 'A space stands between a number and its unit',
  },
  examples: {
    bad: '预冷应不少于 24h。',
    good: '预冷应不少于 24 h。',
  },
  keeps: [
    '304L不锈钢',
    '316L',
    '317L 钢板',
    '904L',
    '20g钢板',
    '16g锅炉钢',
    '18K金',
    '24K黄金',
    '4K超高清',
    '8K电视',
    '5G网络',
    '5g基站',
    '3D打印',
    'Q235B',
    '32s棉纱',
    '03h功能码',
    '10W+',
    '5W-30机油',
    '25K型客车',
    '16s rRNA',
    '64K内存',
    '2N冗余',
    'CR2032',
    '12CrMoV',
    '5t级',
  ],
  *check(view) {
    for (const run of runsIn(view, bodyPlaces, 'digit')) {
      if (!/\d[A-Za-zμ℃°Ω]/.test(run.text)) continue;
      for (const { whole, number, unit, index } of findUnits(view.proseOf(run))) {
        const end = index + whole.length;
        yield {
          range: view.rangeOf(run, index, end),
          message: describe(whole),
          hint: { zh: `写作“${number} ${unit}”`, en: `Write "${number} ${unit}"` },
          fix: view.fixOf(run, end - unit.length, end, ` ${unit}`),
        };
      }
      for (const { start, end } of run.math ?? []) {
        for (const { whole, number, unit, index } of findUnits(run.text.slice(start, end))) {
          if (!unitsInMath.test(unit)) continue;
          yield {
            range: view.rangeOf(run, start + index, start + index + whole.length),
            message: describe(whole),
            hint: {
              zh: `公式里空格不印出：单位写在公式外，“$${number}$ ${unit}”`,
              en: `A space in a formula prints nothing: write the unit after it, "$${number}$ ${unit}"`,
            },
          };
        }
      }
    }
  },
};

function describe(whole: string): Bilingual {
  return {
    zh: `“${whole}”的数值与单位之间没有空格`,
    en: `No space between number and unit in "${whole}"`,
  };
}

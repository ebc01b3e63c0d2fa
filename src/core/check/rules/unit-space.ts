import type { Bilingual } from '../../model/diagnostic.ts';
import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../view.ts';

const units =
  'kW·h|kVA|MVA|mg/L|mg/kg|μg/m3|g/L|m/s|km/h|r/min|kPa|MPa|GPa|Pa|kHz|MHz|GHz|Hz|kWh|kW|MW|GW|kV|mV|mA|mAh|Ah|kJ|MJ|kN|kg|mg|μg|mm|cm|km|μm|nm|mL|min|ms|dB|lx|lm|cd|mol|ppm|℃|°C|Ω|m²|m³|cm²|cm³|m2|m3|g|t|m|h|s|L|V|W|N|K';
const pattern = new RegExp(
  `(?<![A-Za-z0-9_#/.:—－–]|[A-Za-z]-)\\d+(?:\\.\\d+)?(?<unit>${units})(?![A-Za-z0-9_\\-²³级类])`,
  'g',
);
/** Inside a formula letters are variables (2t, 3m), save those no product is written with. */
const unitsInMath = /^(?:mm|cm|km|min|mol|[kMG]?Pa|[kMG]?Hz|kWh?|mL|℃|°C)$/;
/** 8K screens, 4K video: names, not units. */
const names = /^(?:2|4|5|8|16)K$/;

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
  *check(view) {
    for (const run of runsIn(view, bodyPlaces)) {
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
      for (const { start, end } of view.mathOf(run)) {
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

/** Each number with its unit close by. */
function* findUnits(text: string) {
  for (const match of text.matchAll(pattern)) {
    const { 0: whole, index, groups } = match;
    const unit = groups?.unit ?? '';
    if (names.test(whole)) continue;
    yield { whole, number: whole.slice(0, -unit.length), unit, index };
  }
}

import type { DocumentRule } from '../rule.ts';
import { bodyPlaces, runsIn } from '../view.ts';

const units =
  'kW·h|mg/L|mg/kg|μg/m3|g/L|m/s|km/h|r/min|kPa|MPa|GPa|Pa|kHz|MHz|GHz|Hz|kWh|kW|MW|GW|kV|mV|mA|mAh|Ah|kJ|MJ|kN|kg|mg|μg|mm|cm|km|μm|nm|mL|min|ms|dB|lx|lm|cd|mol|ppm|℃|°C|Ω|m²|m³|cm²|cm³|m2|m3|g|t|m|h|s|L|V|W|N|K';
const pattern = new RegExp(
  `(?<![A-Za-z0-9_#/.:—－–]|[A-Za-z]-)\\d+(?:\\.\\d+)?(?<unit>${units})(?![A-Za-z0-9_\\-²³级类])`,
  'g',
);
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
      for (const match of run.text.matchAll(pattern)) {
        const unit = match.groups?.unit ?? '';
        if (names.test(match[0])) continue;
        const at = match.index + match[0].length - unit.length;
        yield {
          range: view.rangeOf(run, match.index, match.index + match[0].length),
          message: {
            zh: `“${match[0]}”的数值与单位之间没有空格`,
            en: `No space between number and unit in "${match[0]}"`,
          },
          hint: {
            zh: `写作“${match[0].slice(0, -unit.length)} ${unit}”`,
            en: `Write "${match[0].slice(0, -unit.length)} ${unit}"`,
          },
          fix: view.fixOf(run, at, at + unit.length, ` ${unit}`),
        };
      }
    }
  },
};

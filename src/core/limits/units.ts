/**
 * Units as standards print them (GB 3100—1993, GB 3101—1993), each with other spellings; the first is what comes back.
 * Longer spellings are tried first, so their order here says nothing.
 */
const spellings: readonly (readonly string[])[] = [
  // length, area, volume
  ['km', '公里', '千米'], ['m', '米'], ['dm', '分米'], ['cm', '厘米', '公分'], ['mm', '毫米'], ['μm', 'µm', 'um', '微米'], ['nm', '纳米'], ['in', '英寸'],
  ['m²', 'm2', '㎡', '平方米', '平米'], ['cm²', 'cm2', '平方厘米'], ['mm²', 'mm2', '平方毫米'], ['km²', 'km2', '平方公里', '平方千米'], ['hm²', 'hm2', '公顷'], ['亩'],
  ['m³', 'm3', '㎥', '立方米'], ['dm³', 'dm3', '立方分米'], ['cm³', 'cm3', '立方厘米'], ['mm³', 'mm3'],
  ['L', 'l', '升'], ['mL', 'ml', 'ML', '毫升'], ['μL', 'µL', 'uL', '微升'],
  // mass
  ['t', '吨'], ['kg', 'Kg', 'KG', '千克', '公斤'], ['g', '克'], ['mg', '毫克'], ['μg', 'µg', 'ug', '微克'], ['ng', '纳克'], ['斤'],
  // time
  ['h', '小时', '个小时'], ['min', '分钟'], ['s', '秒', '秒钟'], ['ms', '毫秒'], ['μs', 'µs', '微秒'], ['d', '天'], ['日'], ['个工作日', '工作日'], ['个月', '月'], ['年'], ['周', '个星期', '星期'], ['学时'], ['课时'],
  // temperature, angle
  ['℃', '°C', '摄氏度'], ['K'], ['°', '度'], ['′'], ['″'],
  // force, pressure, energy, power
  ['N', '牛'], ['kN', '千牛'], ['N·m', 'N•m', 'N·M'], ['kN·m'], ['N/mm', 'N/mm'], ['N/mm²', 'N/mm2'], ['kN/m²', 'kN/m2'], ['kN/m'], ['N/m'], ['N/cm'],
  ['Pa', '帕'], ['kPa', '千帕'], ['MPa', 'Mpa', '兆帕'], ['GPa'], ['hPa'], ['bar'],
  ['J'], ['kJ'], ['MJ'], ['kJ/m²', 'kJ/m2'], ['W', '瓦'], ['kW', 'KW', '千瓦'], ['MW'], ['W/m²', 'W/m2'], ['W/(m²·K)', 'W/(m2·K)', 'W/(㎡·K)'], ['W/(m·K)'], ['kW·h', 'kWh', '千瓦时', 'KWh', 'kw·h'], ['W·h', 'Wh'], ['VA'], ['kVA'], ['MVA'],
  // electricity
  ['V', '伏'], ['kV', '千伏'], ['mV', '毫伏'], ['A', '安'], ['mA', '毫安'], ['μA'], ['A·h', 'Ah'], ['mA·h', 'mAh'], ['Ω', 'Ω', '欧姆', '欧'], ['kΩ'], ['MΩ'], ['mΩ'], ['Hz', '赫兹'], ['kHz'], ['MHz'], ['GHz'], ['F'], ['μF'], ['V/m'], ['kV/mm'], ['A/m'], ['Ω·m'],
  // light, sound, radiation
  ['lx', 'lux', '勒克斯'], ['lm', '流明'], ['cd'], ['cd/m²', 'cd/m2'], ['lm/W'], ['dB(A)', 'dB（A）', 'dB (A)', 'dBA'], ['dB', '分贝'], ['μSv/h'], ['mSv'], ['Bq/kg'], ['Bq/m³'], ['Bq/L'],
  // concentration, content
  ['mg/L', 'mg/l'], ['μg/L', 'µg/L', 'ug/L'], ['g/L'], ['mg/kg'], ['μg/kg', 'µg/kg'], ['g/kg'], ['mg/m³', 'mg/m3'], ['μg/m³', 'µg/m³', 'μg/m3'], ['kg/m³', 'kg/m3'], ['g/cm³', 'g/cm3'], ['g/mL', 'g/ml'], ['g/m²', 'g/m2'], ['kg/m²', 'kg/m2'], ['mg/g'], ['mg/mL'], ['mg/cm²', 'mg/cm2'], ['mg/dm²', 'mg/dm2'], ['g/100 g', 'g/100g'], ['mg/100 g', 'mg/100g'], ['mg/100 mL', 'mg/100mL'], ['mol/L'], ['mmol/L'], ['mmol/kg'], ['mol'], ['ppm'], ['ppb'],
  ['CFU/g'], ['CFU/mL', 'CFU/ml'], ['CFU/100 mL', 'CFU/100mL'], ['CFU/cm²', 'CFU/cm2'], ['CFU/m³', 'CFU/m3'], ['CFU/皿'], ['CFU/件'], ['CFU'], ['MPN/g'], ['MPN/100 mL', 'MPN/100mL'], ['MPN/L'], ['NTU'], ['meq/kg'], ['IU/kg'], ['IU/g'], ['IU'], ['kcal'], ['kJ/100 g', 'kJ/100g'],
  // motion, flow, turning
  ['m/s'], ['m/s²', 'm/s2'], ['m/min'], ['km/h'], ['mm/min'], ['mm/s'], ['mm/h'], ['mm/a'], ['cm/s'], ['m³/h', 'm3/h'], ['m³/s', 'm3/s'], ['m³/min', 'm3/min'], ['m³/(h·人)'], ['m³/d', 'm3/d'], ['L/min'], ['L/s'], ['L/h'], ['mL/min'], ['L/(人·d)'], ['kg/h'], ['t/h'], ['t/d'], ['r/min', 'rpm', '转/分'], ['℃/min'], ['℃/h'], ['次/min', '次/分'], ['次/h', '次/小时'], ['mPa·s'], ['Pa·s'], ['mm²/s', 'mm2/s'], ['m²/人', 'm2/人'], ['kg/亩'], ['kg/hm²', 'kg/hm2'], ['株/亩'], ['株/hm²', '株/hm2', '株/公顷'], ['只/m²', '只/m2'], ['尾/m³', '尾/m3'], ['ind/m³'], ['kW·h/t'], ['kW·h/m²'], ['tce/t'], ['kgce/t'], ['kgce'], ['tce'], ['t/m³', 't/m3'], ['mg/(m²·h)'], ['m²/g'], ['m²·K/W', 'm2·K/W'], ['g/(m²·24h)', 'g/(m²·d)'], ['cm³/(m²·24h·0.1MPa)'],
  // information
  ['bit'], ['kbit/s'], ['Mbit/s', 'Mbps', 'Mb/s'], ['Gbit/s', 'Gbps'], ['B'], ['kB', 'KB'], ['MB'], ['GB'], ['TB'], ['dpi', 'DPI'], ['ppi'], ['像素'], ['fps', '帧/s', '帧/秒'], ['位'], ['字节'], ['TPS'], ['QPS'],
  // parts
  ['%', '％'], ['‰'], ['%RH'], ['%(体积分数)', '%（体积分数）'], ['HRC'], ['HB'], ['HV'], ['HA', '邵氏A'], ['mm Hg', 'mmHg'],
  // what is counted
  ['倍'], ['次'], ['遍'], ['回'], ['人次'], ['人'], ['名'], ['位'], ['岁', '周岁'], ['个'], ['件'], ['只'], ['台'], ['套'], ['台套'], ['处'], ['层'], ['级'], ['份'], ['袋'], ['瓶'], ['箱'], ['盒'], ['桶'], ['罐'], ['包'], ['支'], ['枚'], ['根'], ['条'], ['张'], ['片'], ['块'], ['株'], ['棵'], ['头'], ['羽'], ['尾'], ['粒'], ['颗'], ['滴'], ['辆'], ['架'], ['艘'], ['间'], ['户'], ['家'], ['座'], ['栋'], ['组'], ['批'], ['批次'], ['项'], ['种'], ['类'], ['分'], ['字'], ['道'], ['步'], ['点'], ['路'], ['门'], ['班'], ['册'], ['页'], ['段'], ['圈'], ['孔'], ['针'], ['目'], ['代'], ['节'], ['篇'], ['首'], ['床'], ['席'], ['桌'], ['元', '元人民币'], ['万元'], ['亿元'], ['万人'], ['万'], ['元/m²'], ['人/100 m²'], ['个/m²'], ['个/100 g'], ['个/mL'], ['个/cm²'], ['个/dm²'], ['粒/m²'], ['次/年'], ['次/月'], ['次/周'], ['次/日', '次/天'], ['个/年'], ['℃·d'],
];

const canonical = new Map(spellings.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));
const longestFirst = [...canonical.keys()].toSorted((a, b) => b.length - a.length);
const byFirst = Map.groupBy(longestFirst, (name) => name.charAt(0));
const letter = /[A-Za-zμµΩ]/;

export interface FoundUnit {
  /** As standards print it: `mm` for 毫米, `dB(A)` for dBA. */
  readonly unit: string;
  /** Where it ends in the text. */
  readonly end: number;
}

/** The unit that begins at a place of a text, spaces before it left out; null where none does. Latin letters must end with it. */
export function readUnit(text: string, start: number): FoundUnit | null {
  let at = start;
  while (/[ \u00a0\u2009\u202f\u3000]/.test(text.charAt(at))) at++;
  for (const name of byFirst.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(name, at)) continue;
    const end = at + name.length;
    if (letter.test(name.charAt(name.length - 1)) && /[A-Za-z0-9²³]/.test(text.charAt(end))) continue;
    return { unit: canonical.get(name) ?? name, end };
  }
  return null;
}

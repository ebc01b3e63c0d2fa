/** Symbols of units that follow a number, longest first where one begins another. */
export const unitSymbols =
  'kW·h|kVA|MVA|mg/L|mg/kg|μg/m3|g/L|m/s|km/h|r/min|kPa|MPa|GPa|Pa|kHz|MHz|GHz|Hz|kWh|kW|MW|GW|kV|mV|mA|mAh|Ah|kJ|MJ|kN|kg|mg|μg|mm|cm|km|μm|nm|mL|min|ms|dB|lx|lm|cd|mol|ppm|℃|°C|Ω|m²|m³|cm²|cm³|m2|m3|g|t|m|h|s|L|V|W|N|K';

const pattern = new RegExp(
  `(?<![A-Za-z0-9_#/.:—－–]|[A-Za-z]-)\\d+(?:\\.\\d+)?(?<unit>${unitSymbols})(?![A-Za-z0-9_\\-²³级类型款号码]|系列|\\s?r[RD]NA)`,
  'g',
);

/**
 * What stands before or after a whole number and a letter that then make a name, by the letter: a steel
 * grade (`304L`, 20g钢), a carat (18K金), a generation of networks (5g网络), a count of yarn (32s棉纱),
 * a byte (01h). Names of one letter only: longer symbols begin no known name.
 */
const names: Readonly<Record<string, { readonly before?: RegExp; readonly after?: RegExp }>> = {
  L: { before: /(?:不锈钢|钢|牌号|材质|材料|焊条|焊丝)[^\d，。；]{0,4}$/, after: steelAfter() },
  N: {
    before: /(?:不锈钢|钢|牌号|材质|冗余|纯度)[^\d，。；]{0,4}$/,
    after: new RegExp(`${steelAfter().source}|^\\s?(?:架构|冗余|高?纯)`),
  },
  g: {
    before: /(?:牌号|材质|锅炉钢|钢号)[^\d，。；]{0,4}$/,
    after: new RegExp(`${steelAfter().source}|^\\s?(?:网络|通信|基站|信号|模块|手机|流量|时代|网)`),
  },
  s: {
    before: /(?:纱支|支数)[^\d，。；]{0,4}$/,
    after: /^\s?(?:[棉麻涤]?纱|棉线|管理|活动|现场|店)/,
  },
  h: { before: /(?:命令字?|功能码|地址|寄存器|字节|十六进制|编码|代码|0x)[^\d，。；]{0,6}$/ },
  W: { before: /(?:机油|黏度|粘度)[^\d，。；]{0,4}$/, after: /^(?:\+|人|元|次|用户|条|\/\d)/ },
  V: { before: /(?:版本|型号)[^\d，。；]{0,4}$/ },
  t: { before: /(?:型号|车型)[^\d，。；]{0,4}$/ },
};

function steelAfter(): RegExp {
  return /^\s?(?:不锈|奥氏体|双相|[锅炉专用容器热轧冷拔圆管板型碳素优质无缝]{0,6}钢|钢|合金|材质|焊[条丝])/;
}

/** Grades of stainless steel (GB/T 20878) that read like litres or newtons. */
const steelGrade = /^(?:30[1-9]|31[0-9]|32[0-9]|34[0-9]|40[0-9]|41[0-9]|43[0-9]|44[0-9]|904)[LN]$/;

/** Kelvin stands where something is warm or cold; elsewhere K counts pixels, carats, bytes or thousands. */
const warmth = /[温热冷]|开尔文/;
const pixels = /^\s?(?:超?高清|视频|显示|屏|分辨率|摄像|电视|片源|影像|摄影|金)/;

/** Whether a number and the symbol behind it, at `index`, are a name and no value. */
export function isUnitName(text: string, whole: string, unit: string, index: number): boolean {
  if (unit.length > 1 || whole.includes('.') || /[℃Ω]/.test(unit)) return false;
  const before = text.slice(Math.max(0, index - 14), index);
  const after = text.slice(index + whole.length, index + whole.length + 10);
  if (/(?:型号|规格|牌号|编号)\s?\d+\s?[～~]\s?$/.test(before)) return true;
  if (unit === 'K') return !warmth.test(before) || pixels.test(after);
  if (steelGrade.test(whole)) return true;
  if (unit === 'h' && /^0\d/.test(whole)) return true;
  const known = names[unit];
  return (known?.before?.test(before) ?? false) || (known?.after?.test(after) ?? false);
}

export interface UnitSpelling {
  /** `24h` */
  readonly whole: string;
  readonly number: string;
  readonly unit: string;
  readonly index: number;
}

/** Each number with its unit close by; names that only look so are left out. */
export function* findUnits(text: string): Iterable<UnitSpelling> {
  for (const { 0: whole, index, groups } of text.matchAll(pattern)) {
    const unit = groups?.unit ?? '';
    if (isUnitName(text, whole, unit, index)) continue;
    yield { whole, number: whole.slice(0, -unit.length), unit, index };
  }
}

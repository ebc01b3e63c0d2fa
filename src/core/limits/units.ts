/**
 * Units as standards print them (GB 3100—1993, GB/T 3101—1993): symbols with their prefixes and powers, products and quotients
 * of them, their Chinese names, and the words things are counted by. They are read by a grammar, not from a list:
 * `mg/kg`, `W/(m²·K)`, `CFU/100 mL`, 千米每小时.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Symbols that take a prefix. */
const prefixed = words(
  'm g s A K mol cd Hz N Pa J W V F Ω S T H lm lx Bq Gy Sv L bar eV VA var bit bps cal W·h A·h tce gce',
);
const prefixes = words('k M G T m μ n p c d h');
export const prefixedSymbols: ReadonlySet<string> = new Set(prefixed);
/** Symbols that take none; the first of each line is what comes back. */
const plain: readonly (readonly string[])[] = [
  words('min'),
  words('h'),
  words('d'),
  words('a'),
  words('t'),
  words('℃ °C 摄氏度'),
  words('° 度'),
  words('′'),
  words('″'),
  words('% 个百分点'),
  words('‰'),
  ['dB(A)', 'dB (A)', 'dBA'],
  words('dB(C)'),
  words('dB'),
  words('dBm'),
  words('r/min rpm 转/分 转每分钟 转每分'),
  words('r'),
  words('px 像素'),
  words('dpi DPI'),
  words('B'),
  words('kB KB'),
  words('MB'),
  words('GB'),
  words('TB'),
  words('fps'),
  words('kn 节'),
  ['n mile', '海里'],
  words('CFU cfu'),
  words('MPN'),
  words('PFU'),
  words('NTU'),
  words('IU'),
  words('U'),
  words('ppm'),
  words('ppb'),
  words('HRC'),
  words('HB'),
  words('HV'),
  words('mmHg'),
  words('hm² 公顷'),
  words('TPS'),
  words('QPS'),
  words('kW·h kWh KWh 千瓦时'),
  words('A·h Ah'),
  words('mA·h mAh'),
  words('W·h Wh'),
  words('in 英寸'),
];
/** Names in Chinese that take a prefix in Chinese, and 平方 or 立方 before them. */
const named: Readonly<Record<string, string>> = {
  米: 'm',
  克: 'g',
  秒: 's',
  升: 'L',
  帕: 'Pa',
  瓦: 'W',
  伏: 'V',
  安: 'A',
  欧: 'Ω',
  欧姆: 'Ω',
  赫兹: 'Hz',
  赫: 'Hz',
  牛: 'N',
  牛顿: 'N',
  焦耳: 'J',
  焦: 'J',
  摩尔: 'mol',
  流明: 'lm',
  勒克斯: 'lx',
  坎德拉: 'cd',
};
const namedPrefixes: Readonly<Record<string, string>> = {
  千: 'k',
  兆: 'M',
  毫: 'm',
  微: 'μ',
  纳: 'n',
  厘: 'c',
  分: 'd',
};
const namedPlain: Readonly<Record<string, string>> = {
  公里: 'km',
  公斤: 'kg',
  吨: 't',
  分钟: 'min',
  小时: 'h',
  个小时: 'h',
  天: 'd',
  日: 'd',
  秒钟: 's',
  分贝: 'dB',
  平米: 'm²',
  个工作日: '工作日',
  个月: '月',
  个星期: '周',
  星期: '周',
  个学时: '学时',
  个课时: '课时',
};
/** What is counted, each as it stands. */
const counted = words(`
  倍 次 遍 回 人次 人 名 位 岁 周岁 个 件 只 台 套 台套 处 层 份 袋 瓶 箱 盒 桶 罐 包 支 枚 根 条 张 片 块 株 棵 头 羽 尾 粒 颗 滴
  辆 架 艘 间 户 家 座 栋 幢 组 批 批次 项 种 类 分 字 道 步 点 路 门 班 册 页 段 圈 孔 针 目 代 节 篇 床 席 桌 元 月 年 周 日 工作日
  学时 课时 学分 亩 斤 托盘 车 班次 趟 轮 级台阶 字节 平方 餐 顿 眼 句 对 双 副 副本 垄 行 列 格 台次 人日 人天 标准大气压 个大气压 工时 车次 航次 网次 页面 笔`);

const countedWords: ReadonlySet<string> = new Set(counted);

/** Whether a unit is a word that things are counted by (人, 次, 份), and no unit of measure. */
export function isCounted(unit: string): boolean {
  return countedWords.has(unit);
}

const powers: Readonly<Record<string, string>> = {
  '2': '²',
  '3': '³',
  '²': '²',
  '³': '³',
  '^2^': '²',
  '^3^': '³',
  '^2': '²',
  '^3': '³',
};

const symbols = new Map<string, string>();
for (const symbol of prefixed) {
  for (const prefix of ['', ...prefixes]) symbols.set(prefix + symbol, prefix + symbol);
}
for (const [wrong, right] of [
  ['Kg', 'kg'],
  ['KG', 'kg'],
  ['KW', 'kW'],
  ['Mpa', 'MPa'],
  ['Kpa', 'kPa'],
  ['KPa', 'kPa'],
  ['KV', 'kV'],
  ['ug', 'μg'],
  ['um', 'μm'],
  ['uL', 'μL'],
  ['ul', 'μL'],
  ['ml', 'mL'],
  ['ML', 'mL'],
  ['l', 'L'],
  ['KHz', 'kHz'],
  ['hz', 'Hz'],
  ['lux', 'lx'],
  ['㎡', 'm²'],
  ['㎥', 'm³'],
  ['㎏', 'kg'],
  ['㎜', 'mm'],
  ['㎝', 'cm'],
  ['Mbps', 'Mbit/s'],
  ['Gbps', 'Gbit/s'],
] as const) {
  symbols.set(wrong, right);
}
for (const [name = '', ...others] of plain)
  for (const each of [name, ...others]) symbols.set(each, name);
for (const [name, symbol] of Object.entries(named)) {
  symbols.set(name, symbol);
  symbols.set(`平方${name}`, `${symbol}²`);
  symbols.set(`立方${name}`, `${symbol}³`);
  for (const [prefix, short] of Object.entries(namedPrefixes)) {
    symbols.set(prefix + name, short + symbol);
    symbols.set(`平方${prefix}${name}`, `${short}${symbol}²`);
    symbols.set(`立方${prefix}${name}`, `${short}${symbol}³`);
  }
}
for (const [name, symbol] of Object.entries(namedPlain)) symbols.set(name, symbol);
for (const word of counted) if (!symbols.has(word)) symbols.set(word, word);

const byFirst = new Map<string, string[]>();
for (const name of [...symbols.keys()].sort((a, b) => b.length - a.length)) {
  const list = byFirst.get(name.charAt(0));
  if (list) list.push(name);
  else byFirst.set(name.charAt(0), [name]);
}

export interface FoundUnit {
  /** As standards print it: `mm` for 毫米, `dB(A)` for dBA, `km/h` for 千米每小时. */
  readonly unit: string;
  /** Where it ends in the text. */
  readonly end: number;
}

const blank = /[ \u00a0\u2009\u202f\u3000]/;
const letter = /[A-Za-zμΩ]/;
const power = /^(?:\^[23]\^|\^[23]|[23²³])(?!\d)/;

/** The unit that begins at a place of a text, spaces before it left out; null where none does. */
export function readUnit(text: string, start: number): FoundUnit | null {
  let at = start;
  while (blank.test(text.charAt(at))) at++;
  const first = readProduct(text, at);
  if (!first) return null;
  let { unit, end } = first;
  for (;;) {
    const over = text.charAt(end);
    if (over !== '/' && over !== '每') return { unit, end };
    const next = readDivisor(text, end + 1);
    if (!next) return { unit, end };
    unit = `${unit}/${next.unit}`;
    end = next.end;
  }
}

const amount = /^(?:\d{1,4}(?:\.\d+)?) ?(?=[A-Za-zμ])/;

/** What a unit is divided by: another, one in brackets, or an amount of one (`100 g`). */
function readDivisor(text: string, at: number): FoundUnit | null {
  if (text.charAt(at) === '(') {
    const inner = readProduct(text, at + 1);
    return inner && text.charAt(inner.end) === ')'
      ? { unit: `(${inner.unit})`, end: inner.end + 1 }
      : null;
  }
  const [count] = amount.exec(text.slice(at, at + 8)) ?? [];
  if (count === undefined) return readProduct(text, at);
  const unit = readProduct(text, at + count.length);
  return unit && { unit: `${count.trim()} ${unit.unit}`, end: unit.end };
}

function readProduct(text: string, start: number): FoundUnit | null {
  const first = readFactor(text, start);
  if (!first) return null;
  let { unit, end } = first;
  while (text.charAt(end) === '·') {
    const next = readFactor(text, end + 1);
    if (!next) break;
    unit = `${unit}·${next.unit}`;
    end = next.end;
  }
  return { unit, end };
}

function readFactor(text: string, at: number): FoundUnit | null {
  for (const name of byFirst.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(name, at)) continue;
    const end = at + name.length;
    const isLatin = letter.test(name.charAt(name.length - 1));
    const [written] = isLatin ? (power.exec(text.slice(end, end + 4)) ?? []) : [];
    const stop = end + (written?.length ?? 0);
    if (isLatin && /[A-Za-zμ]/.test(text.charAt(stop))) continue;
    if (isLatin && written === undefined && /\d/.test(text.charAt(end))) continue;
    return { unit: (symbols.get(name) ?? name) + (powers[written ?? ''] ?? ''), end: stop };
  }
  return null;
}

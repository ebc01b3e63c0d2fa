/**
 * Radicals of the CJK Radicals Supplement (U+2E80–U+2EF3) and the ideographs they stand for, after
 * Equivalent_Unified_Ideograph of the Unicode Character Database; those beyond the basic plane left out.
 */
const supplement = `
  ⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡
  ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫目 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳㓁 ⺴冗 ⺶羊
  ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长
  ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿
  ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟`;

/**
 * Ideographs that look like another character: radicals (⻓ ⻋ ⼯ ⾷), which text copied from PDF is full of, and
 * compatibility ideographs, by that other character's own place. All of the basic plane, so that offsets hold.
 */
const ideographs: ReadonlyMap<string, string> = buildTable();

function buildTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const pair of supplement.trim().split(/\s+/)) table.set(pair.charAt(0), pair.charAt(1));
  for (const [first, last] of [
    [0x2f00, 0x2fd5],
    [0xf900, 0xfaff],
  ] as const) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code);
      const plain = character.normalize('NFKC');
      if (plain !== character && plain.length === 1) table.set(character, plain);
    }
  }
  return table;
}

const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff]/g;

/** The text with ordinary ideographs in place of radicals and compatibility ideographs, at equal length. */
export function foldRadicals(text: string): string {
  return text.replaceAll(radical, (found) => ideographs.get(found) ?? found);
}

export interface FoundRadical {
  readonly start: number;
  readonly found: string;
  readonly ideograph: string;
}

/** Every radical and compatibility ideograph of a text that stands for another character. */
export function findRadicals(text: string): readonly FoundRadical[] {
  return Array.from(text.matchAll(radical), ({ 0: found, index }) => ({
    start: index,
    found,
    ideograph: ideographs.get(found) ?? '',
  })).filter(({ ideograph }) => ideograph !== '');
}

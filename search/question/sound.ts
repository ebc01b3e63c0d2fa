/** Readings of a character without tone (`v` for ü), the usual one first. */
export type Sounds = ReadonlyMap<string, readonly string[]>;

/** Other readings that occur in words of standards; the table has one for each character. */
const OTHER_READINGS =
  'hang行chong重zhang长diao调yue乐lv率shuai率zhuan传chuan传shan单shen参can参cen参ji系dou都xie血bo薄qiao壳che车ju车' +
  'jiao校xiao校jiao角jue角kuai会hai还huan还sha厦xia厦zang藏cang藏chao朝zhao朝xiang降jiang降tan弹dan弹se塞sai塞shi识' +
  'shuo数shu数ti提di提xue削xiao削nian粘zhan粘bo柏bai柏pian便bian便po泊bo泊cha差chai差cheng称chen称chu畜xu畜' +
  'de得dei得di的de地di地jia假jin劲jing劲juan卷ka卡qia卡lu露lou露lv绿lu绿mei没mo没mu模mo模ping屏bao曝pu曝qu区' +
  'shen什si似shi石dan石xi系gei给du度duo度su宿shu属shu熟shou熟ceng曾zeng曾sheng盛cheng盛cheng乘sheng乘' +
  'qiang强jiang强qi奇ji奇jie解xie解jue觉jiao觉sheng省xing省';

let loading: Promise<Sounds> | undefined;

/** The table of readings, fetched when it is first needed; a failed load is tried again at the next question. */
export function loadSounds(): Promise<Sounds> {
  loading ??= import('./pinyin-table.ts').then(
    ({ READINGS }) => readSounds(READINGS, OTHER_READINGS),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

function readSounds(...tables: readonly string[]): Sounds {
  const sounds = new Map<string, string[]>();
  for (const [, syllable = '', characters = ''] of tables.flatMap((table) => [
    ...table.matchAll(/([a-z]+)([^a-z]+)/g),
  ])) {
    for (const character of characters) {
      const known = sounds.get(character);
      if (!known) sounds.set(character, [syllable]);
      else if (!known.includes(syllable)) known.push(syllable);
    }
  }
  return sounds;
}

/** A text as it sounds, without tones and spaces: 冷莲物流 → `lenglianwuliu`. What has no reading is left out. */
export function soundOf(text: string, sounds: Sounds): string {
  return [...text].map((character) => sounds.get(character)?.[0] ?? '').join('');
}

function soundSame(one: string, other: string, sounds: Sounds): boolean {
  if (one === other) return true;
  const others = sounds.get(other) ?? [];
  return sounds.get(one)?.some((reading) => others.includes(reading)) ?? false;
}

/** A run of characters with some of them replaced, best first: by characters confirmed, then by characters changed. */
interface Rewriting {
  readonly text: string;
  readonly length: number;
  readonly changed: number;
}

const byFit = (a: Rewriting, b: Rewriting): number => b.length - a.length || a.changed - b.changed;

/**
 * What a run of Chinese characters was meant to be, going by names that sound like it: 冷莲物流 with 冷链物流企业规范 → 冷链物流. The
 * longest stretch, of two characters at least, that sounds like one of a name and is not written so is written as there.
 */
export function findSoundalikes(
  run: string,
  names: readonly string[],
  sounds: Sounds,
): readonly string[] {
  const asked = [...run];
  const found: Rewriting[] = [];
  for (const name of new Set(names)) {
    const written = [...name];
    for (let offset = 1 - asked.length; offset < written.length; offset += 1) {
      let length = 0;
      for (let at = 0; at <= asked.length; at += 1) {
        const mine = asked[at];
        const theirs = written[at + offset];
        if (mine !== undefined && theirs !== undefined && soundSame(mine, theirs, sounds)) {
          length += 1;
          continue;
        }
        if (length >= 2) found.push(rewrite(asked, written, at - length, offset, length));
        length = 0;
      }
    }
  }
  return choose(found);
}

function rewrite(
  asked: readonly string[],
  written: readonly string[],
  start: number,
  offset: number,
  length: number,
): Rewriting {
  const meant = written.slice(start + offset, start + offset + length);
  const changed = meant.filter((character, at) => character !== asked[start + at]).length;
  const text = [...asked.slice(0, start), ...meant, ...asked.slice(start + length)].join('');
  return { text, length, changed };
}

/** Fewer characters say too little about which of them is wrong. */
const SHORTEST_LOOKALIKE = 4;

/** What a run was meant to be, going by names that have a stretch of its length with one other character. */
export function findLookalikes(run: string, names: readonly string[]): readonly string[] {
  const asked = [...run];
  if (asked.length < SHORTEST_LOOKALIKE) return [];
  const found: Rewriting[] = [];
  for (const name of new Set(names)) {
    const written = [...name];
    for (let offset = 0; offset + asked.length <= written.length; offset += 1) {
      const whole = rewrite(asked, written, 0, offset, asked.length);
      if (whole.changed === 1 && /^\p{Script=Han}+$/u.test(whole.text)) found.push(whole);
    }
  }
  return choose(found);
}

const CHOSEN = 2;

function choose(found: readonly Rewriting[]): readonly string[] {
  const changed = found.filter((each) => each.changed > 0).sort(byFit);
  return [...new Set(changed.map(({ text }) => text))].slice(0, CHOSEN);
}

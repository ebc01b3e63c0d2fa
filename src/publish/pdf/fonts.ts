import type { Bilingual } from '#core/base/bilingual.ts';
import type { Typesetter } from './compiler.ts';

/** Families of fonts: of the text, and of titles; the first is meant, what it lacks is taken from the others. */
export interface Fonts {
  readonly text: readonly string[];
  readonly title: readonly string[];
}

/** 宋体 for the text (GB/T 1.1—2020, annex F): those that may be given away first. */
const songs = [
  'Noto Serif CJK SC',
  'Source Han Serif SC',
  'Noto Serif SC',
  'Source Han Serif CN',
  'FandolSong',
  'SimSun',
  'Songti SC',
  'STSong',
  'AR PL UMing CN',
];

/** 黑体 for numbers and titles. */
const heis = [
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Noto Sans SC',
  'Source Han Sans CN',
  'FandolHei',
  'SimHei',
  'Heiti SC',
  'STHeiti',
  'WenQuanYi Zen Hei',
  'WenQuanYi Micro Hei',
  'Microsoft YaHei',
];

/** For characters that the others lack. */
const spare = ['DejaVu Sans', 'Libertinus Serif'];

/** Fonts that can print Chinese are not here, or those that were asked for. */
export class NoFonts extends Error {
  override readonly name = 'NoFonts';
  readonly what: Bilingual;
  readonly todo: Bilingual;

  constructor(missing: readonly string[], here: readonly string[]) {
    super('fonts are missing');
    const [zh, en] = [missing.join('、'), missing.join(', ')];
    this.what =
      missing.length > 0
        ? { zh: `没有这种字体：${zh}。`, en: `These fonts are not here: ${en}.` }
        : {
            zh: '没有能印中文的宋体或黑体，印出来会是方框，所以没有生成 PDF。',
            en: 'No font here can print Chinese: there would be boxes instead, so no PDF was made.',
          };
    this.todo =
      here.length > 0
        ? {
            zh: `可用的有：${here.join('、')}；或用 --font-folder 指出字体文件所在的文件夹。`,
            en: `There are: ${here.join(', ')}. Or name the folder of the font files with --font-folder.`,
          }
        : {
            zh: 'Debian、Ubuntu：sudo apt-get install fonts-noto-cjk；其他系统安装“思源宋体”“思源黑体”，或用 --font-folder 指出字体文件所在的文件夹。',
            en: 'On Debian and Ubuntu: sudo apt-get install fonts-noto-cjk; elsewhere install Source Han Serif and Source Han Sans, or name the folder of font files with --font-folder.',
          };
  }
}

/**
 * Returns the fonts to print with: those that are asked for (`宋体` or `宋体,黑体`), else the first of each kind that is here.
 *
 * @throws {NoFonts} when one that is asked for is not here, or none that can print Chinese is
 */
export function chooseFonts(typesetter: Typesetter, asked = ''): Fonts {
  const missing = new Set(typesetter.findMissing([...songs, ...heis]));
  const here = (families: readonly string[]) => families.filter((family) => !missing.has(family));
  const [ownSong = '', ownHei = ownSong] = asked
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const wanted = [...new Set([ownSong, ownHei])].filter((name) => name !== '');
  const lacking = typesetter.findMissing(wanted);
  if (lacking.length > 0) throw new NoFonts(lacking, here([...songs, ...heis]));
  const [song] = [ownSong, ...here(songs), ...here(heis)].filter((name) => name !== '');
  const [hei] = [ownHei, ...here(heis), ...here(songs)].filter((name) => name !== '');
  if (song === undefined || hei === undefined) throw new NoFonts([], []);
  const others = [...new Set([song, hei])];
  const rest = spare.filter((name) => !typesetter.findMissing([name]).includes(name));
  return {
    text: [song, ...others.filter((name) => name !== song), ...rest],
    title: [hei, ...others.filter((name) => name !== hei), ...rest],
  };
}

import type { Language } from '#core/model/standard.ts';
import { COMMON } from './browser/common.ts';

interface SearchPageWords {
  readonly title: string;
  readonly description: string;
  readonly scopes: string;
  readonly filters: string;
  readonly results: string;
  readonly recents: string;
  readonly examples: string;
  readonly ways: Readonly<Record<'number' | 'title' | 'text' | 'pinyin', string>>;
  readonly keys: string;
  /** What language the texts are in, where it is not the page's. */
  readonly textLanguage: string;
  readonly noScriptTitle: string;
  readonly noScript: string;
  readonly moreWays: string;
  readonly wholeCatalogue: string;
}

/** Words of the page itself; those of results and suggestions are with the code that draws them. */
export const SEARCH_WORDS: Readonly<Record<Language, SearchPageWords>> = {
  zh: {
    title: '搜索标准',
    description: '按标准号、名称、术语或条文里的一句话查找标准，直达条文。',
    scopes: '搜索范围',
    filters: '筛选',
    results: '搜索结果',
    recents: COMMON.zh.recents,
    examples: '怎么搜都行',
    ways: {
      number: '标准号，怎么写都行，可以不写年份',
      title: '名称或名称里的几个字',
      text: '术语，或条文里的一句话',
      pinyin: '拼音或拼音首字母',
    },
    keys: '按 / 或 Ctrl+K 可随时回到搜索框；用上下箭头在结果间移动，Enter 打开，Esc 返回搜索框。',
    textLanguage: '',
    noScriptTitle: '不用脚本也能查',
    noScript:
      '搜索需要浏览器运行脚本，您的浏览器没有运行脚本。以下各处不用脚本，也能找到本馆的每一项标准。',
    moreWays: '其他途径',
    wholeCatalogue: '下载全部目录（CSV，可用电子表格打开后查找）',
  },
  en: {
    title: 'Search standards',
    description:
      'Find standards by number, title, term or a phrase of a clause, down to the clause.',
    scopes: 'Search in',
    filters: 'Filters',
    results: 'Results',
    recents: COMMON.en.recents,
    examples: 'Ways to search',
    ways: {
      number: 'A number in any spelling, with or without its year',
      title: 'A title, or a part of one',
      text: 'A term, or a phrase of a clause',
      pinyin: 'A Chinese title in pinyin, or its initials',
    },
    keys: 'Press / or Ctrl+K to return to the search box; move between results with the arrow keys, open with Enter, go back with Esc.',
    textLanguage:
      'Most standards are published in Chinese only. Numbers, English titles, Chinese words and pinyin all find them.',
    noScriptTitle: 'Finding standards without scripts',
    noScript:
      'Search needs scripts, which your browser does not run. Every standard of the library can be found from these pages, without scripts.',
    moreWays: 'Other ways',
    wholeCatalogue: 'Download the whole catalogue (CSV, opens in a spreadsheet)',
  },
};

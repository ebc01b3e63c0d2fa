import type { Language } from '../../core/model/standard.ts';

interface SearchPageWords {
  readonly title: string;
  readonly description: string;
  readonly results: string;
  readonly ways: Readonly<Record<'number' | 'title' | 'text' | 'pinyin', string>>;
  readonly keys: string;
  readonly noScript: string;
}

/** Words of the page itself; those of results and suggestions are with the code that draws them. */
export const SEARCH_WORDS: Readonly<Record<Language, SearchPageWords>> = {
  zh: {
    title: '搜索标准',
    description: '按标准号、名称、术语或条文里的一句话查找标准，直达条文。',
    results: '搜索结果',
    ways: {
      number: '标准号，怎么写都行，可以不写年份',
      title: '名称或名称里的几个字',
      text: '术语，或条文里的一句话',
      pinyin: '拼音或拼音首字母',
    },
    keys: '按 / 或 Ctrl+K 可随时回到搜索框。',
    noScript: '搜索需要浏览器运行脚本。您的浏览器没有运行脚本，可以',
  },
  en: {
    title: 'Search standards',
    description:
      'Find standards by number, title, term or a phrase of a clause, down to the clause.',
    results: 'Results',
    ways: {
      number: 'A number in any spelling, with or without its year',
      title: 'A title, or a part of one',
      text: 'A term, or a phrase of a clause',
      pinyin: 'A Chinese title in pinyin, or its initials',
    },
    keys: 'Press / or Ctrl+K to return to the search box.',
    noScript: 'Search needs scripts, which your browser does not run. You can',
  },
};

import type { Status } from '../../../core/catalog/status.ts';

/** What the search says; kept beside the code that says it, since it is loaded only when somebody searches. */
export interface SearchWords {
  readonly status: Readonly<Record<Status, string>>;
  readonly suggestions: string;
  readonly suggestionCount: (count: number) => string;
  readonly allResults: (query: string) => string;
  readonly record: string;
  readonly loading: string;
  readonly found: (count: string, query: string) => string;
  readonly foundMore: (count: string, query: string) => string;
  readonly nothing: (query: string) => string;
  readonly searchedFull: (hosted: string, records: string) => string;
  readonly searchedLight: (hosted: string, records: string) => string;
  readonly tryThis: readonly string[];
  readonly nearest: string;
  readonly browse: string;
  readonly more: string;
  readonly moreClauses: (count: number) => string;
  readonly chineseText: string;
  readonly degraded: string;
  readonly failed: string;
  readonly retry: string;
  readonly untitled: string;
}

export const WORDS: Readonly<Record<'zh' | 'en', SearchWords>> = {
  zh: {
    status: {
      草案: '草案',
      即将实施: '即将实施',
      现行: '现行',
      被代替: '被代替',
      废止: '废止',
      未知: '状态不明',
    },
    suggestions: '搜索建议',
    suggestionCount: (count) => (count === 0 ? '没有建议' : `${count} 条建议，用上下箭头选择`),
    allResults: (query) => `查看“${query}”的全部结果`,
    record: '目录信息',
    loading: '正在搜索…',
    found: (count, query) => `找到 ${count} 项与“${query}”有关的标准`,
    foundMore: (count, query) => `找到 ${count} 项以上与“${query}”有关的标准`,
    nothing: (query) => `没有找到“${query}”`,
    searchedFull: (hosted, records) =>
      `找过 ${hosted} 项馆藏标准的编号、名称、术语和条文，以及 ${records} 条目录记录的编号和名称。`,
    searchedLight: (hosted, records) =>
      `找过 ${hosted} 项馆藏标准的编号、名称、主题词、范围和术语，以及 ${records} 条目录记录的编号和名称。条文正文不在搜索范围内。`,
    tryThis: [
      '检查有无错字，或减少几个字',
      '标准号可以不写年份、不分大小写和横线',
      '换用条文里会出现的词',
    ],
    nearest: '编号相近的标准',
    browse: '按分类浏览全部标准',
    more: '显示更多',
    moreClauses: (count) => `本标准还有 ${count} 条相符`,
    chineseText: '',
    degraded: '条文暂时无法搜索，以下只按编号和名称查找。',
    failed: '搜索数据没有读到，请检查网络后重试。',
    retry: '重试',
    untitled: '条文',
  },
  en: {
    status: {
      草案: 'Draft',
      即将实施: 'Not yet in force',
      现行: 'In force',
      被代替: 'Superseded',
      废止: 'Withdrawn',
      未知: 'Status unknown',
    },
    suggestions: 'Suggestions',
    suggestionCount: (count) =>
      count === 0 ? 'No suggestions' : `${count} suggestions, choose with the arrow keys`,
    allResults: (query) => `All results for “${query}”`,
    record: 'Catalogue data',
    loading: 'Searching…',
    found: (count, query) => `Standards found for “${query}”: ${count}`,
    foundMore: (count, query) => `Standards found for “${query}”: more than ${count}`,
    nothing: (query) => `Nothing found for “${query}”`,
    searchedFull: (hosted, records) =>
      `Searched: numbers, titles, terms and clauses of ${hosted} standards in full, numbers and titles of ${records} catalogue records.`,
    searchedLight: (hosted, records) =>
      `Searched: numbers, titles, keywords, scopes and terms of ${hosted} standards, numbers and titles of ${records} catalogue records. The text of clauses is not searched.`,
    tryThis: [
      'Check the spelling, or use fewer words',
      'A number may be typed without its year, in small letters, with any dash',
      'Most texts are in Chinese: try the Chinese term or its pinyin',
    ],
    nearest: 'Standards with a similar number',
    browse: 'Browse all standards',
    more: 'Show more',
    moreClauses: (count) => `More matching clauses in this standard: ${count}`,
    chineseText: 'Chinese text',
    degraded: 'Clauses cannot be searched at present; these results are by number and title only.',
    failed: 'The search data could not be read. Check the connection and try again.',
    retry: 'Try again',
    untitled: 'Clause',
  },
};

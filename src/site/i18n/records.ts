import type { Language } from '#core/model/standard.ts';

interface RecordWords {
  readonly title: string;
  readonly lead: string;
  readonly permanent: string;
  readonly seeking: string;
  readonly byNumber: string;
  readonly byNumberBare: string;
  readonly goesOn: string;
  readonly goesOnScripts: string;
}

/** Words of the pages on which records stand together, and of the one that draws a record at its address. */
export const RECORD_WORDS: Readonly<Record<Language, RecordWords>> = {
  zh: {
    title: '按编号排列的目录信息',
    lead: '目录里没有别处提到的标准，信息按编号列在这些页上；每一项仍有自己的地址。',
    permanent: '本项的地址',
    seeking: '正在取出这项标准的目录信息……',
    byNumber: '只有目录信息的标准，也可以在这里按编号找：',
    byNumberBare: '按编号查目录信息',
    goesOn: '这里只列到这一项。后面的可以选下级分类，或者',
    goesOnScripts: '在搜索里按编号、年份、机构缩小范围。',
  },
  en: {
    title: 'Catalogue records by number',
    lead: 'Records that nothing else here names stand on these pages by number; each keeps an address of its own.',
    permanent: 'Address of this record',
    seeking: 'Fetching the record of this standard…',
    byNumber: 'Standards known by their catalogue facts alone are listed by number, too: ',
    byNumberBare: 'Records by number',
    goesOn: 'The list is drawn up to here. For the rest choose a narrower class, or go to ',
    goesOnScripts: 'In search it can be narrowed by number, year and body.',
  },
};

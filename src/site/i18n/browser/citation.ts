import type { CitationFormat } from '#core/catalog/citation-formats.ts';
import type { Language } from '#core/model/standard.ts';

interface CitationWords {
  readonly title: string;
  readonly what: string;
  /** The whole of a standard, among its clauses. */
  readonly whole: string;
  readonly format: string;
  readonly formats: Readonly<Record<CitationFormat, string>>;
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly download: string;
  readonly downloaded: string;
  readonly close: string;
}

const formats = { bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL-JSON' };

/** What is said where a standard or a clause is cited. */
export const CITATION_WORDS: Readonly<Record<Language, CitationWords>> = {
  zh: {
    title: '引用',
    what: '引用哪里',
    whole: '整项标准',
    format: '引文格式',
    formats: {
      gbt7714: 'GB/T 7714—2025',
      'gbt7714-2015': 'GB/T 7714—2015（前一版）',
      ...formats,
    },
    text: '引文',
    copy: '复制',
    copied: '引文已复制。',
    copyFailed: '浏览器不允许复制：请选中引文自行复制，或下载。',
    download: '下载',
    downloaded: '已生成文件。',
    close: '关闭',
  },
  en: {
    title: 'Cite',
    what: 'What to cite',
    whole: 'The whole standard',
    format: 'Format',
    formats: {
      gbt7714: 'GB/T 7714—2025',
      'gbt7714-2015': 'GB/T 7714—2015 (former edition)',
      ...formats,
    },
    text: 'Citation',
    copy: 'Copy',
    copied: 'Citation copied.',
    copyFailed: 'The browser does not allow copying: select the citation, or download it.',
    download: 'Download',
    downloaded: 'The file is made.',
    close: 'Close',
  },
};

import type { DocumentRule } from '../rule.ts';
import { fileStart } from '#core/text/report.ts';

export const coreElement: DocumentRule = {
  id: 'core-element',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 8.11',
  summary: {
    zh: '要有核心技术要素（术语标准是术语条目，其他标准是第 4 章及以后的章）；正文不公布的写明 bodyRestricted',
    en: 'The core technical element must be there (the entries of a terminology standard, else chapter 4 and on), unless bodyRestricted says why not',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
  },
  *check({ doc }) {
    const { meta, clauses } = doc;
    if (!meta || meta.bodyRestricted !== undefined) return;
    if (clauses.some(({ kind, level }) => kind === 'chapter' && level === 1)) return;
    if (meta.functionType === '术语' && doc.terms.length > 0) return;
    yield {
      range: clauses.at(-1)?.headingRange ?? fileStart,
      message: {
        zh: '没有核心技术要素：术语和定义之后没有任何一章',
        en: 'No core technical element: nothing follows terms and definitions',
      },
      hint: {
        zh: '补写技术内容；正文不能公布的，在文件头写 bodyRestricted: 原因',
        en: 'Write the technical chapters, or give the reason in front matter as bodyRestricted',
      },
    };
  },
};

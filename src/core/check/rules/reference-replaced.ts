import { citedOnce, sinceOf } from '../citations.ts';
import type { LibraryRule } from '../rule.ts';

export const referenceReplaced: LibraryRule = {
  id: 'reference-replaced',
  scope: 'library',
  severity: 'warning',
  source: 'GB/T 1.1—2020, 8.6',
  summary: {
    zh: '引用的标准被代替时提示新标准；改不改由起草人定',
    en: 'The successor of a cited standard that was replaced is named; whether to cite it is for the drafter to say',
  },
  example: '引用 GB/T 191—2000，它已被 GB/T 191—2008 代替',
  *check({ catalog, rows }) {
    for (const { row, reference, entry, status } of citedOnce(catalog, rows)) {
      if (status.status !== '被代替') continue;
      const heirs = catalog.heirsOf(entry).flatMap((key) => {
        const heir = catalog.byKey(key);
        return heir && catalog.statusOf(heir).status === '现行' ? [heir] : [];
      });
      const names =
        heirs.map(({ number, title }) => `${number}《${title}》`).join('、') ||
        status.replacedBy.join('、');
      const since = sinceOf(status);
      yield {
        row,
        at: reference.range,
        ...(reference.informative && { severity: 'info' as const }),
        message: {
          zh: `${reference.raw} 已被代替${since.zh}`,
          en: `${reference.raw} has been replaced${since.en}`,
        },
        hint:
          names === ''
            ? { zh: '查明接替它的标准', en: 'Find out what replaces it' }
            : {
                zh: `现行的是 ${names}；核对技术内容后更新`,
                en: `In force: ${names}; compare the content before updating`,
              },
      };
    }
  },
};

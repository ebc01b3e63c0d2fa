import { standardMeta, translationMeta } from '#core/model/meta.ts';
import { readFrontMatter } from '../syntax/front-matter.ts';
import { definePass } from './pass.ts';

/** What does the front matter say? A translation has the facts of its original. */
export const frontMatter = definePass({
  name: 'front-matter',
  reads: ['language', 'original', 'report'],
  adds: ['meta', 'translation', 'metaRanges'],
  run: ({ language, original, report }) => {
    if (language === 'zh') {
      const { meta, ranges } = readFrontMatter(standardMeta, report);
      return { meta, translation: null, metaRanges: ranges };
    }
    const { meta: translation, ranges } = readFrontMatter(translationMeta, report);
    return { meta: original, translation, metaRanges: ranges };
  },
});

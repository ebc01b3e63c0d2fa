import type { Bilingual } from '../model/diagnostic.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';

/** What findings about a file of the training base are called. */
export function learningWords(name: Bilingual): YamlWords {
  return {
    broken: { rule: 'learning-yaml' },
    unknownKey: { rule: 'learning-unknown-key' },
    value: { rule: 'learning-value' },
    name,
    guide: {
      zh: '键名区分大小写，见 docs/courses.md',
      en: 'Keys are case-sensitive; see docs/courses.md',
    },
    deepest: 8,
  };
}

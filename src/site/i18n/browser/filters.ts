import type { Language } from '#core/model/standard.ts';
import {
  dayStatusTerms,
  facetTerms,
  familyTerms,
  natureTerms,
  pick,
  statusTerms,
} from '#core/terms/index.ts';
import { COMMON } from './common.ts';
import { nameProvisions } from './provision-names.ts';
import type { SearchWords } from './search-words.ts';

/** Names of filters and of the values that are the same in every library, in one language. */
export const nameFilters = (
  language: Language,
): Pick<SearchWords, 'status' | 'filterNames' | 'values'> => ({
  status: pick(dayStatusTerms, language),
  filterNames: pick(facetTerms, language),
  values: {
    kind: pick(familyTerms, language === 'zh' ? 'zh' : 'many'),
    nature: pick(natureTerms, language),
    status: pick(statusTerms, language),
    provision: nameProvisions(language),
    text: { yes: COMMON[language].hostedOnly },
  },
});

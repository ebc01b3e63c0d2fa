import type { Language } from '#core/model/standard.ts';
import {
  degreeTerms,
  facetTerms,
  familyTerms,
  flagTerms,
  functionTypeTerms,
  indicatorTerms,
  natureTerms,
  pick,
  profileTerms,
  provisionTerms,
  reviewTerms,
  statusTerms,
} from '#core/terms/index.ts';

/** What pages call the values of the terms, in one language; `kind` heads a list, `coverKind` stands over one standard. */
export const nameTerms = (language: Language) => ({
  status: pick(statusTerms, language),
  flag: pick(flagTerms, language),
  nature: pick(natureTerms, language),
  kind: pick(familyTerms, language === 'zh' ? 'zh' : 'many'),
  coverKind: pick(familyTerms, language),
  facet: pick(facetTerms, language),
  provision: pick(provisionTerms, language),
  indicatorKindName: pick(indicatorTerms, language),
  degree: pick(degreeTerms, language),
  profileName: pick(profileTerms, language),
  functionType: pick(functionTypeTerms, language),
  reviewResult: pick(reviewTerms, language),
});

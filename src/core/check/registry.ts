import { parseRuleFacts } from '../model/parse-rules.ts';
import type { ParseRuleId } from '../model/parse-rules.ts';
import { cityExamples } from './examples/of-cities.ts';
import { fileExamples } from './examples/of-files.ts';
import { learningExamples } from './examples/of-learning.ts';
import { textExamples } from './examples/of-texts.ts';
import type {
  DocumentRule,
  LibraryRule,
  ParseRule,
  ProjectRule,
  Rule,
  SystemRule,
} from './rule.ts';
import { amendmentBase } from './rules/amendment-base.ts';
import { bracketUnpaired } from './rules/bracket-unpaired.ts';
import { deadlineMissed } from './rules/deadline-missed.ts';
import { deadlinePassed } from './rules/deadline-passed.ts';
import { dimensionUnit } from './rules/dimension-unit.ts';
import { forewordExhibit } from './rules/foreword-exhibit.ts';
import { formulaNumber } from './rules/formula-number.ts';
import { guideRequirement } from './rules/guide-requirement.ts';
import { procedureWithoutTracing } from './rules/procedure-without-tracing.ts';
import { punctuationDoubled } from './rules/punctuation-doubled.ts';
import { referenceLaw } from './rules/reference-law.ts';
import { selfName } from './rules/self-name.ts';
import { termsForm } from './rules/terms-form.ts';
import { toleranceUnit } from './rules/tolerance-unit.ts';
import { annexNature } from './rules/annex-nature.ts';
import { annexUnreached } from './rules/annex-unreached.ts';
import { captionPunctuation } from './rules/caption-punctuation.ts';
import { chainUnknown } from './rules/chain-unknown.ts';
import { chapterTitle } from './rules/chapter-title.ts';
import { classificationMissing } from './rules/classification-missing.ts';
import { codeBlock } from './rules/code-block.ts';
import { compatibilityCharacter } from './rules/compatibility-character.ts';
import { coreElement } from './rules/core-element.ts';
import { dateFuture } from './rules/date-future.ts';
import { dateMissing } from './rules/date-missing.ts';
import { dateOrder } from './rules/date-order.ts';
import { dateYear } from './rules/date-year.ts';
import { duplicateTitle } from './rules/duplicate-title.ts';
import { editionsInForce } from './rules/editions-in-force.ts';
import { forewordBasis } from './rules/foreword-basis.ts';
import { elementOrder } from './rules/element-order.ts';
import { emphasisStar } from './rules/emphasis-star.ts';
import { enterpriseIndicators } from './rules/enterprise-indicators.ts';
import { exhibitUnmentioned } from './rules/exhibit-unmentioned.ts';
import { footnoteMissing } from './rules/footnote-missing.ts';
import { foreignMarkup } from './rules/foreign-markup.ts';
import { halfWidthPunctuation } from './rules/half-width-punctuation.ts';
import { hangingParagraph } from './rules/hanging-paragraph.ts';
import { headingInDirective } from './rules/heading-in-directive.ts';
import { headingPunctuation } from './rules/heading-punctuation.ts';
import { headingTypedNumber } from './rules/heading-typed-number.ts';
import { headingUnderlined } from './rules/heading-underlined.ts';
import { hedgedRequirement } from './rules/hedged-requirement.ts';
import { imperativeUntagged } from './rules/imperative-untagged.ts';
import { indicatorClause } from './rules/indicator-clause.ts';
import { invisibleCharacter } from './rules/invisible-character.ts';
import { kindMismatch } from './rules/kind-mismatch.ts';
import { listNumbers } from './rules/list-numbers.ts';
import { literalSyntax } from './rules/literal-syntax.ts';
import { lookalikeLetter } from './rules/lookalike-letter.ts';
import { mixedTitles } from './rules/mixed-titles.ts';
import { modalBroken } from './rules/modal-broken.ts';
import { modalInDefinition } from './rules/modal-in-definition.ts';
import { modalInForeword } from './rules/modal-in-foreword.ts';
import { modalInIntroduction } from './rules/modal-in-introduction.ts';
import { modalInNote } from './rules/modal-in-note.ts';
import { modalInScope } from './rules/modal-in-scope.ts';
import { modalWord } from './rules/modal-word.ts';
import { notPrinted } from './rules/not-printed.ts';
import { numberDuplicate } from './rules/number-duplicate.ts';
import { numberInvalid } from './rules/number-invalid.ts';
import { pageReference } from './rules/page-reference.ts';
import { placeholder } from './rules/placeholder.ts';
import { projectBodyUnknown } from './rules/project-body-unknown.ts';
import { projectChainUnknown } from './rules/project-chain-unknown.ts';
import { projectDays } from './rules/project-days.ts';
import { projectFactsDiffer } from './rules/project-facts-differ.ts';
import { projectImplementationEarly } from './rules/project-implementation-early.ts';
import { projectKindUnknown } from './rules/project-kind-unknown.ts';
import { projectLimit } from './rules/project-limit.ts';
import { projectStageSkipped } from './rules/project-stage-skipped.ts';
import { projectTextMissing } from './rules/project-text-missing.ts';
import { digitGrouping } from './rules/digit-grouping.ts';
import { minusHyphen } from './rules/minus-hyphen.ts';
import { rangeTilde } from './rules/range-tilde.ts';
import { rangeUnit } from './rules/range-unit.ts';
import { toleranceSign } from './rules/tolerance-sign.ts';
import { referenceClauseUndated } from './rules/reference-clause-undated.ts';
import { referenceClauseUnknown } from './rules/reference-clause-unknown.ts';
import { referenceDash } from './rules/reference-dash.ts';
import { referenceDuplicate } from './rules/reference-duplicate.ts';
import { referenceEditionDiffers } from './rules/reference-edition-differs.ts';
import { referenceListStyle } from './rules/reference-list-style.ts';
import { referenceMark } from './rules/reference-mark.ts';
import { referenceOrder } from './rules/reference-order.ts';
import { referenceReplaced } from './rules/reference-replaced.ts';
import { referenceUnknown } from './rules/reference-unknown.ts';
import { referenceUnlisted } from './rules/reference-unlisted.ts';
import { referenceUnused } from './rules/reference-unused.ts';
import { referenceWithdrawn } from './rules/reference-withdrawn.ts';
import { referencesDivided } from './rules/references-divided.ts';
import { repeatedElement } from './rules/repeated-element.ts';
import { replacementCycle } from './rules/replacement-cycle.ts';
import { replacementDates } from './rules/replacement-dates.ts';
import { replacementUndeclared } from './rules/replacement-undeclared.ts';
import { requiredElements } from './rules/required-elements.ts';
import { singleSubclause } from './rules/single-subclause.ts';
import { slugMismatch } from './rules/slug-mismatch.ts';
import { specificationWithoutTest } from './rules/specification-without-test.ts';
import { systemBranchUnknown } from './rules/system-branch-unknown.ts';
import { systemChainLarge } from './rules/system-chain-large.ts';
import { systemChainUnknown } from './rules/system-chain-unknown.ts';
import { systemCodeMissing } from './rules/system-code-missing.ts';
import { systemCodeRepeated } from './rules/system-code-repeated.ts';
import { systemCycle } from './rules/system-cycle.ts';
import { systemExpectedShort } from './rules/system-expected-short.ts';
import { systemIdRepeated } from './rules/system-id-repeated.ts';
import { systemNodeOrphan } from './rules/system-node-orphan.ts';
import { systemNodeUnknown } from './rules/system-node-unknown.ts';
import { systemNumberRepeated } from './rules/system-number-repeated.ts';
import { systemNumberReplaced } from './rules/system-number-replaced.ts';
import { systemNumberUnknown } from './rules/system-number-unknown.ts';
import { systemNumberWithdrawn } from './rules/system-number-withdrawn.ts';
import { systemPlanExists } from './rules/system-plan-exists.ts';
import { systemPlanProject } from './rules/system-plan-project.ts';
import { systemRowNowhere } from './rules/system-row-nowhere.ts';
import { termCircular } from './rules/term-circular.ts';
import { termDuplicate } from './rules/term-duplicate.ts';
import { termUnused } from './rules/term-unused.ts';
import { termWithoutDefinition } from './rules/term-without-definition.ts';
import { termWithoutEnglish } from './rules/term-without-english.ts';
import { typedCaption } from './rules/typed-caption.ts';
import { typedClauseNumber } from './rules/typed-clause-number.ts';
import { typedReference } from './rules/typed-reference.ts';
import { unitSpace } from './rules/unit-space.ts';
import { untitledDivided } from './rules/untitled-divided.ts';
import { vagueRequirement } from './rules/vague-requirement.ts';

/** Rules about one file, in the order of the documentation. */
export const documentRules: readonly DocumentRule[] = [
  requiredElements,
  elementOrder,
  repeatedElement,
  coreElement,
  referencesDivided,
  annexUnreached,
  annexNature,
  singleSubclause,
  mixedTitles,
  untitledDivided,
  hangingParagraph,
  headingPunctuation,
  captionPunctuation,
  headingTypedNumber,
  headingInDirective,
  chapterTitle,
  duplicateTitle,
  referenceUnlisted,
  referenceUnused,
  referenceMark,
  referenceOrder,
  referenceDuplicate,
  referenceDash,
  referenceClauseUndated,
  referenceEditionDiffers,
  referenceListStyle,
  referenceLaw,
  pageReference,
  typedReference,
  formulaNumber,
  typedCaption,
  literalSyntax,
  footnoteMissing,
  foreignMarkup,
  emphasisStar,
  headingUnderlined,
  codeBlock,
  listNumbers,
  notPrinted,
  typedClauseNumber,
  invisibleCharacter,
  compatibilityCharacter,
  lookalikeLetter,
  dateOrder,
  dateYear,
  dateMissing,
  forewordBasis,
  numberInvalid,
  classificationMissing,
  enterpriseIndicators,
  indicatorClause,
  imperativeUntagged,
  modalInScope,
  modalInForeword,
  forewordExhibit,
  modalInIntroduction,
  modalInNote,
  modalInDefinition,
  modalWord,
  modalBroken,
  vagueRequirement,
  hedgedRequirement,
  selfName,
  specificationWithoutTest,
  procedureWithoutTracing,
  guideRequirement,
  rangeTilde,
  rangeUnit,
  toleranceSign,
  toleranceUnit,
  dimensionUnit,
  digitGrouping,
  minusHyphen,
  unitSpace,
  halfWidthPunctuation,
  punctuationDoubled,
  bracketUnpaired,
  placeholder,
  termUnused,
  termCircular,
  termWithoutEnglish,
  termWithoutDefinition,
  termDuplicate,
  termsForm,
  exhibitUnmentioned,
];

/** Rules across files. */
export const libraryRules: readonly LibraryRule[] = [
  numberDuplicate,
  slugMismatch,
  kindMismatch,
  chainUnknown,
  dateFuture,
  deadlineMissed,
  deadlinePassed,
  referenceUnknown,
  referenceWithdrawn,
  referenceReplaced,
  referenceClauseUnknown,
  replacementCycle,
  replacementUndeclared,
  replacementDates,
  editionsInForce,
  amendmentBase,
];

/** Rules about standard systems. */
export const systemRules: readonly SystemRule[] = [
  systemNumberUnknown,
  systemNumberReplaced,
  systemNumberWithdrawn,
  systemNumberRepeated,
  systemChainUnknown,
  systemCodeRepeated,
  systemCodeMissing,
  systemIdRepeated,
  systemNodeUnknown,
  systemBranchUnknown,
  systemRowNowhere,
  systemNodeOrphan,
  systemCycle,
  systemChainLarge,
  systemPlanExists,
  systemPlanProject,
  systemExpectedShort,
];

/** Rules about projects. */
export const projectRules: readonly ProjectRule[] = [
  projectKindUnknown,
  projectStageSkipped,
  projectDays,
  projectImplementationEarly,
  projectFactsDiffer,
  projectTextMissing,
  projectLimit,
  projectBodyUnknown,
  projectChainUnknown,
];

const parseExamples: Readonly<Record<ParseRuleId, ParseRule['examples']>> = {
  ...textExamples,
  ...fileExamples,
  ...learningExamples,
  ...cityExamples,
};

/** Rules held by who reads the files. */
export const parseRules: readonly ParseRule[] = parseRuleFacts.map((facts) => ({
  ...facts,
  scope: 'parse',
  examples: parseExamples[facts.id],
}));

/** All rules, each with its severity, its source, its words and its examples. */
export const rules: readonly Rule[] = [
  ...documentRules,
  ...libraryRules,
  ...systemRules,
  ...projectRules,
  ...parseRules,
];

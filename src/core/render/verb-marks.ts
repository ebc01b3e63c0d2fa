import { html } from '../base/html.ts';
import type { Clause, Language, ProvisionType } from '../model/standard.ts';
import { classifyModals, findModals, mayHoldModal } from '../text/meaning/modals.ts';
import type { Profile } from '../text/meaning/modals.ts';
import { OPAQUE, isMarked, withoutMarked } from './html-runs.ts';
import type { HtmlRun, Wrap } from './html-runs.ts';

/** Elements whose sentences are no provisions (GB/T 1.1—2020, 5.5 and 9.11 to 9.14), and heads. */
const WITHOUT =
  /^(?:th|figcaption|blockquote|pre)\b|\.(?:note|example|term-source|figure-key|footnotes)\b/;
const KINDS: ReadonlySet<string> = new Set(['scope', 'references', 'terms', 'term']);
const SENTENCE = /[^。！？；\n]+[。！？；]?/g;

/** ISO/IEC Directives, Part 2, clause 7. */
const ENGLISH: Readonly<Record<string, ProvisionType>> = {
  shall: 'requirement',
  should: 'recommendation',
  may: 'permission',
  can: 'capability',
  cannot: 'capability',
};
const ENGLISH_VERBS = /\b(shall|should|may|cannot|can)( not)?\b/g;

/** The modal verbs that make each sentence of a normative clause what it is, one for each type; none where the author has marked a provision. */
export function markVerbs(
  { normative, kind }: Clause,
  runs: readonly HtmlRun[],
  language: Language,
  profile: Profile,
): readonly (readonly [HtmlRun, Wrap])[] {
  if (!normative || KINDS.has(kind)) return [];
  return runs
    .filter(({ inside }) => !inside.some((element) => WITHOUT.test(element)))
    .flatMap((run) =>
      (language === 'en' ? findEnglish(run) : findChinese(run, profile)).map(
        ({ start, verb, type }) =>
          [
            run,
            {
              start,
              end: start + verb.length,
              open: html`<span class="verb" data-type="${type}">`,
              close: html`</span>`,
            },
          ] as const,
      ),
    );
}

interface Verb {
  readonly start: number;
  readonly verb: string;
  readonly type: ProvisionType;
}

function findChinese(run: HtmlRun, profile: Profile): readonly Verb[] {
  if (!mayHoldModal(run.text)) return [];
  return Array.from(withoutMarked(run).matchAll(SENTENCE)).flatMap(({ 0: sentence, index }) => {
    const modals = findModals(sentence);
    if (modals.length === 0) return [];
    return classifyModals(modals, profile)
      .flatMap(({ type }) => modals.find((each) => each.type === type) ?? [])
      .map(({ index: at, verb, type }) => ({ start: index + at, verb, type }))
      .toSorted((a, b) => a.start - b.start);
  });
}

function findEnglish(run: HtmlRun): readonly Verb[] {
  const { text } = run;
  return Array.from(text.matchAll(ENGLISH_VERBS)).flatMap(({ 0: verb, 1: bare = '', index }) => {
    const type = ENGLISH[bare];
    return type && !isMarked(run, index) && text.charAt(index - 1) !== OPAQUE
      ? [{ start: index, verb, type }]
      : [];
  });
}

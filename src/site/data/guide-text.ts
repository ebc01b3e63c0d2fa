import { html, noHtml, asHtml } from '#core/base/html.ts';
import type { Html, HtmlPart } from '#core/base/html.ts';
import { elementOf, findRemarks, startGlossing } from '#core/guide/index.ts';
import type { Remark, SentenceRemark } from '#core/guide/index.ts';
import type { GlossaryEntry } from '#core/glossary/index.ts';
import type { GuideText } from '#core/model/guide.ts';
import type { Clause, CompiledText, Language } from '#core/model/standard.ts';
import type { Profile, ProvisionType } from '#core/terms/index.ts';
import { pick, provisionTerms } from '#core/terms/index.ts';
import { readHtmlRuns, toOf, wrapRuns } from '#core/render/html-runs.ts';
import { renderNotice } from '#core/notices/index.ts';
import { isSitePath } from '#core/text/syntax/prose.ts';
import { GUIDE_WORDS } from '../i18n/guide.ts';

interface GuideOptions {
  readonly language: Language;
  readonly text: CompiledText;
  readonly guide: GuideText | undefined;
  readonly entries: readonly GlossaryEntry[];
  readonly profile?: Profile | undefined;
  /** Address of a page of the site in the language of the page, by its path. */
  readonly linkTo: (path: string) => string;
}

/** Puts explanations into the clauses of a text as they are drawn; what was explained once is not explained again. */
export function startGuide(options: GuideOptions): {
  readonly annotate: (clause: Clause, blocks: Html) => Html;
  /** The notes of an author before the text; nothing where there are none. */
  readonly intro: () => string;
  /** Words of the glossary that were marked, in the order of the text. */
  readonly words: () => readonly GlossaryEntry[];
} {
  const { language, text, guide } = options;
  const words = GUIDE_WORDS[language];
  const names = pick(provisionTerms, language);
  const lessons = startLessons(options);
  const mark = (entry: GlossaryEntry) => ({
    open: html`<a class="gloss" href="#gloss-${entry.id}">`,
    close: html`</a>`,
  });
  const ofPage = startGlossing(options, language, mark);
  const ofText = text.language === language ? ofPage : undefined;
  let count = 0;
  const gloss = (markup: string): Html =>
    asHtml(wrapRuns(markup, ofPage.find(readHtmlRuns(markup).filter(isProse))));
  const prose = (markdown: string): Html =>
    gloss(renderNotice(markdown, (url) => hrefOf(url, options)));

  /** A label, and the note that it opens on a narrow page; beside the text on a wide one. */
  const draw = (label: HtmlPart, type: string, sentences: readonly string[]): Html => {
    count += 1;
    const id = `guide-note-${count}`;
    const body = gloss(html`${sentences.map((each) => html`<span>${each}</span>`)}`.markup);
    return html`<label class="gmark" data-type="${type}" for="${id}">${label}<sup>${count}</sup></label><input class="gopen" type="checkbox" id="${id}" aria-label="${words.note(count)}"><span class="gnote" lang="${tagOf(language)}"><b>${count}</b>${body}</span>`;
  };

  const drawRemark = (remark: Remark): Html => {
    if (remark.kind === 'block') {
      const said = lessons.once(remark.block) ? [words.blocks[remark.block]] : [];
      return said.length > 0 ? draw('', 'block', said) : noHtml;
    }
    const label = html`<span lang="${tagOf(language)}">${remark.types.map((type) => names[type]).join(language === 'zh' ? '、' : ', ')}</span>`;
    const type = remark.types[0] ?? 'statement';
    const said = lessons.ofSentence(remark);
    if (said.length === 0) return html`<span class="gmark" data-type="${type}">${label}</span>`;
    return draw(label, type, said);
  };

  const drawHead = (clause: Clause): Html => {
    const element = elementOf(clause, text);
    if (!element || !lessons.once(`element ${element}`)) return noHtml;
    const { what, next } = words.elements[element];
    const body = gloss(
      html`<p>${what}</p>${next && html`<p><b>${words.next}</b> ${next}</p>`}`.markup,
    );
    return html`<div class="ghead" role="note" lang="${tagOf(language)}" aria-label="${words.element}">${body}</div>`;
  };

  const drawOwn = (clause: Clause): Html => {
    const note = guide?.notes[clause.id];
    if (note === undefined || note === '') return noHtml;
    return html`<div class="gown" role="note" lang="${tagOf(language)}"><p class="gown-by">${words.own}</p>${prose(note)}</div>`;
  };

  return {
    annotate: (clause, blocks) => {
      const head = drawHead(clause);
      const { markup } = blocks;
      const marks = findRemarks(clause, text, markup).map(
        (remark) =>
          [
            remark.run,
            { start: remark.at, end: remark.at + 1, open: noHtml, close: drawRemark(remark) },
          ] as const,
      );
      const ends = new Set(marks.map(([run, { start }]) => toOf(run, start)));
      const found = ofText?.find(readHtmlRuns(markup).filter(isText)) ?? [];
      // A word that a sentence ends with stays plain: its mark stands there.
      const plain = found.filter(([run, { end }]) => !ends.has(toOf(run, end - 1)));
      return html`${head}${asHtml(wrapRuns(markup, [...marks, ...plain]))}${drawOwn(clause)}`;
    },
    intro: () => (guide?.intro ? prose(guide.intro).markup : ''),
    words: ofPage.found,
  };
}

const isProse = ({ inside }: { readonly inside: readonly string[] }): boolean =>
  inside.every((element) => !element.startsWith('h'));
/** Of the text only paragraphs and items: heads, tables and our own notes are left alone. */
const isText = ({ inside }: { readonly inside: readonly string[] }): boolean =>
  inside.every((element) => /^(?:p|li|ol|ul|div)\b/.test(element)) && inside.length > 0;

const tagOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en');

/** Links of a note: to clauses of the page that are there, pages of the site, and other sites. */
function hrefOf(url: string, { text, linkTo }: GuideOptions): string | undefined {
  if (/^(?:https?:\/\/|mailto:)/i.test(url)) return url;
  if (url.startsWith('#'))
    return text.clauses.some(({ id, aliases }) => [id, ...aliases].includes(url.slice(1)))
      ? url
      : undefined;
  return isSitePath(url) ? linkTo(url) : undefined;
}

/** What is said of a sentence: each lesson once in a text. */
function startLessons({ language, text, profile = 'gbt1.1' }: GuideOptions): {
  readonly once: (lesson: string) => boolean;
  readonly ofSentence: (remark: SentenceRemark) => readonly string[];
} {
  const words = GUIDE_WORDS[language];
  const taught = new Set<string>();
  const once = (lesson: string): boolean => !taught.has(lesson) && taught.add(lesson) !== undefined;
  const joiner = text.language === 'zh' ? '、' : ', ';
  const ofReferences = (
    { standards, targets }: SentenceRemark,
    isAsked: boolean,
  ): readonly string[] => [
    ...standards
      .filter(({ raw }) => once(`standard ${raw}`))
      .map(({ raw, dated }) =>
        (dated ? words.dated : words.undated)(raw, once(dated ? 'dated' : 'undated')),
      ),
    ...targets
      .filter(
        ({ kind, label, isPointer }) =>
          (kind === 'annex' || !isPointer) && once(kind === 'annex' ? `annex ${label}` : kind),
      )
      .map((target) => words.target(target, isAsked)),
  ];
  return {
    once,
    ofSentence: (remark) => {
      const { types, verb, negative, verifiedBy } = remark;
      const type: ProvisionType = types[0] ?? 'statement';
      const isStrict = profile === 'construction' && /必须|严禁/.test(verb);
      const isAsked = type === 'requirement' || type === 'instruction';
      const listed = remark.isLead ? words.listed[type] : undefined;
      const said: string[] = [];
      if (isStrict && once('strict')) said.push(words.strict(verb));
      else if (!isStrict && once(`${type} ${negative}`))
        said.push(words.verb(type, verb, negative));
      if (types.includes('permission') && types.includes('requirement') && once('allowed but'))
        said.push(words.allowedBut);
      if (listed !== undefined && once(`listed ${type}`)) said.push(listed);
      if (remark.hasLimits && once('limits')) said.push(words.limits);
      said.push(...ofReferences(remark, isAsked));
      if (verifiedBy.length > 0) said.push(words.verified(verifiedBy.join(joiner)));
      return said;
    },
  };
}

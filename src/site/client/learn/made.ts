import { generateQuestions } from '#core/learning/generate.ts';
import type { MadeQuestion, QuestionGround } from '#core/learning/generate.ts';
import { numberSlug, parseNumber } from '#core/number/index.ts';
import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { findHome, toPage, readLanguage } from '../home.ts';
import { draw } from '../draw.ts';
import { startQuestions } from './question.ts';

const language = readLanguage();
const words = LEARN_SCRIPT[language];

/** Questions made from the text of a standard that a reader names, or that the address of the page names. */
export function startMade(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('[data-make]');
  const input = form?.querySelector('input');
  const said = page.querySelector<HTMLElement>('[data-made-said]');
  const holder = page.querySelector<HTMLElement>('[data-made]');
  if (!form || !input || !said || !holder) return;
  const make = async (written: string) => {
    holder.replaceChildren();
    const parsed = parseNumber(written);
    const slug = parsed.ok ? numberSlug(parsed.number) : written.trim().toLowerCase();
    said.textContent = words.loadingText;
    const ground = await loadGround(slug);
    const questions = ground ? generateQuestions(ground, language) : [];
    said.textContent = ground ? (questions.length > 0 ? '' : words.noneMade) : words.noStandard;
    holder.replaceChildren(
      ...questions.map((question) => drawQuestion(question, slug, holder, labelOf(ground))),
    );
    startQuestions(holder);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void make(input.value);
  });
  const asked = new URL(window.location.href).searchParams.get('standard');
  if (asked !== null) {
    input.value = asked;
    void make(asked);
  }
}

const labelOf =
  (ground: QuestionGround | undefined) =>
  (clause: string): string =>
    ground?.text.clauses.find(({ id }) => id === clause)?.label ?? '';

async function loadGround(slug: string): Promise<QuestionGround | undefined> {
  if (!/^[a-z0-9][a-z0-9.-]{2,80}$/.test(slug)) return undefined;
  try {
    const response = await fetch(`${findHome()}standards/${slug}/index.json`);
    if (!response.ok) return undefined;
    const file = (await response.json()) as QuestionGround & { readonly format?: string };
    return file.format === 'biaolian-standard' ? file : undefined;
  } catch {
    return undefined;
  }
}

/** A question as the bank's pages draw theirs, marked as made by program. */
function drawQuestion(
  question: MadeQuestion,
  slug: string,
  { dataset }: HTMLElement,
  label: (clause: string) => string,
): HTMLElement {
  const { id, ask, quote, why, kind, options, answer, computed, clauses } = question;
  const [clause = ''] = clauses;
  const quoted = draw('blockquote', { class: 'question-quote' }, quote);
  // What is quoted is Chinese, whatever the language of the page.
  if (language === 'en') quoted.lang = 'zh-CN';
  const section = draw(
    'div',
    {
      class: 'question',
      role: 'group',
      id,
      'aria-labelledby': `${id}-ask`,
      'data-task': JSON.stringify({ kind, options, answer, computed }),
    },
    draw(
      'p',
      { class: 'question-head' },
      dataset['kind'] ?? '',
      draw('span', { class: 'question-level' }, dataset['mark'] ?? ''),
    ),
    draw('p', { class: 'question-ask', id: `${id}-ask` }, ask),
    quoted,
    draw('div', { class: 'question-field' }),
    draw(
      'details',
      { class: 'question-answer' },
      draw('summary', { class: 'fold-line' }, dataset['show'] ?? ''),
      draw('p', { class: 'question-right' }, options[answer[0] ?? 0] ?? ''),
      draw('p', { class: 'question-why' }, why),
      draw(
        'p',
        { class: 'question-ground' },
        draw(
          'a',
          { href: `${toPage(`/standards/${slug}/`)}#${encodeURIComponent(clause)}` },
          `${question.standard?.replace(/-(?=\d{4}$)/, '—') ?? ''} ${label(clause)}`,
        ),
      ),
    ),
  );
  return section;
}

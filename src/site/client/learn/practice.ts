import type { Progress } from '#core/learning/progress.ts';
import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { readLanguage } from '../home.ts';
import { draw } from '../draw.ts';
import { startMade } from './made.ts';
import { startQuestion } from './question.ts';
import { loadProgress } from './store.ts';

const words = LEARN_SCRIPT[readLanguage()];
/** Questions of one round at most. */
const mostInRound = 12;

/** Where a bank is, by its name. */
type Banks = ReadonlyMap<string, string>;

/** The page of practice: rounds of what is due and of what is new, and questions made from any text. */
export function startPractice(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('[data-start]');
  const select = form?.querySelector('select');
  const holder = page.querySelector<HTMLElement>('[data-question]');
  const due = page.querySelector('[data-due]');
  if (!form || !select || !holder || !due) return;
  const banks: Banks = new Map(
    [...select.options].flatMap(({ value, dataset }) =>
      value === '' ? [] : [[value, dataset['bank'] ?? '']],
    ),
  );
  const chosen = () => (select.value === '' ? [...banks.keys()] : [select.value]);
  const showDue = () => {
    due.textContent = words.due(listDue(loadProgress(), chosen(), new Date()).length);
  };
  select.addEventListener('change', showDue);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void startRound(page, holder, banks, chosen()).then(showDue);
  });
  showDue();
  startMade(page);
}

/** Ids of questions that are due, the longest due first. */
function listDue(
  { cards }: Progress,
  topics: readonly string[],
  now: Date,
): readonly { readonly id: string; readonly topic: string }[] {
  return Object.entries(cards)
    .filter(([, card]) => topics.includes(card.topic) && new Date(card.due) <= now)
    .sort(([, a], [, b]) => (a.due < b.due ? -1 : 1))
    .map(([id, { topic }]) => ({ id, topic }));
}

async function startRound(
  page: HTMLElement,
  holder: HTMLElement,
  banks: Banks,
  topics: readonly string[],
): Promise<void> {
  const fault = page.querySelector<HTMLElement>('[data-fault]');
  const say = (text: string) => {
    if (!fault) return;
    fault.textContent = text;
    fault.hidden = text === '';
  };
  say('');
  const progress = loadProgress();
  const due = listDue(progress, topics, new Date()).slice(0, mostInRound);
  // New questions come from one bank: who wants others chooses them.
  const fresh =
    topics.find((topic) => topics.length === 1 || !isBegun(progress, topic)) ?? topics[0];
  const asked = new Set([
    ...due.map(({ topic }) => topic),
    ...(fresh === undefined ? [] : [fresh]),
  ]);
  const loaded = new Map<string, readonly HTMLElement[]>();
  try {
    for (const topic of asked) loaded.set(topic, await loadBank(banks.get(topic) ?? ''));
  } catch {
    say(words.cannotLoad);
    return;
  }
  const repeated = due.flatMap(
    ({ id, topic }) => loaded.get(topic)?.filter((section) => section.id === id) ?? [],
  );
  const unseen = (loaded.get(fresh ?? '') ?? []).filter(
    ({ id }) => progress.cards[id] === undefined,
  );
  const queue = [...repeated, ...unseen].slice(0, mostInRound);
  if (queue.length === 0) say(words.noQuestions);
  else askNext(holder, queue, 0, 0);
}

const isBegun = ({ cards }: Progress, topic: string): boolean =>
  Object.values(cards).some((card) => card.topic === topic);

/** The questions of a bank from its own page; what has changed since it was checked is left out. */
async function loadBank(address: string): Promise<readonly HTMLElement[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  return [...parsed.querySelectorAll<HTMLElement>('[data-task]')]
    .filter((section) => !section.querySelector('.question-stale'))
    .map((section) => document.importNode(section, true));
}

function askNext(
  holder: HTMLElement,
  queue: readonly HTMLElement[],
  at: number,
  right: number,
): void {
  const section = queue[at];
  if (!section) {
    holder.replaceChildren(
      draw('p', { class: 'test-count', role: 'status' }, words.practised(right, queue.length)),
    );
    return;
  }
  const place = draw('p', { class: 'quiet' }, `${at + 1} / ${queue.length}`);
  holder.replaceChildren(place, section);
  startQuestion(section, (isRight) => {
    const next = draw('button', { type: 'button', class: 'main-button' }, words.next);
    next.addEventListener('click', () => askNext(holder, queue, at + 1, right + (isRight ? 1 : 0)));
    holder.append(draw('p', { class: 'practice-next' }, next));
  });
  const ask = section.querySelector<HTMLElement>('.question-ask');
  if (ask && at > 0) {
    ask.tabIndex = -1;
    ask.focus();
  }
}

import { isRight } from '#core/learning/mark.ts';
import type { Task } from '#core/learning/question.ts';
import { LEARN_SCRIPT } from '#site/i18n/browser/learn.ts';
import { readLanguage } from '../home.ts';
import { draw } from '../draw.ts';
import { drawChoice, drawMatch, drawNumber, drawOrder } from './controls.ts';
import type { Control } from './controls.ts';
import { drawFind } from './find-clause.ts';
import { changeProgress } from './store.ts';

const words = LEARN_SCRIPT[readLanguage()];

/** What is told when a question was answered. */
export type OnAnswer = (isRight: boolean, section: HTMLElement) => void;

/** The questions of a page below an element, with controls instead of what is read without scripts. */
export function startQuestions(root: ParentNode, onAnswer?: OnAnswer): void {
  for (const section of root.querySelectorAll<HTMLElement>('[data-task]'))
    startQuestion(section, onAnswer);
}

/** One question: its field, a button, and after the answer whether it is right and why. */
export function startQuestion(section: HTMLElement, onAnswer?: OnAnswer): void {
  const task = readTask(section);
  const field = section.querySelector<HTMLElement>('.question-field');
  const details = section.querySelector<HTMLDetailsElement>('.question-answer');
  if (!task || !field || !details || section.dataset['started'] !== undefined) return;
  section.dataset['started'] = '';
  const said = draw('p', { class: 'question-said', role: 'status' });
  const button = draw('button', { type: 'button', class: 'plain-button' }, words.check);
  const control = drawControl(task, section, field, () => button.click());
  let first = true;
  button.addEventListener('click', () => {
    if (section.dataset['marked'] !== undefined) {
      unmark(section, details, said, button);
      control.clear();
      return;
    }
    const given = control.read();
    if (given === undefined) {
      said.textContent = task.kind === 'number' ? words.notANumber(task.unit) : words.nothingChosen;
      return;
    }
    const right = isRight(task, given);
    mark(section, details, said, button, right);
    control.show(right);
    if (first) {
      first = false;
      void note(section, right);
      onAnswer?.(right, section);
    }
  });
  const line = draw('div', { class: 'question-check' }, button, said);
  field.replaceChildren(control.element);
  details.before(line);
}

function drawControl(
  task: Task,
  section: HTMLElement,
  field: HTMLElement,
  done: () => void,
): Control {
  switch (task.kind) {
    case 'single':
    case 'several':
      return drawChoice(task, section.id);
    case 'order':
      return drawOrder(task, field);
    case 'match':
      return drawMatch(task, field);
    case 'number':
      return drawNumber(task, done);
    case 'find':
      return drawFind(section, done);
  }
}

function readTask({ dataset }: HTMLElement): Task | undefined {
  try {
    return JSON.parse(dataset['task'] ?? '') as Task;
  } catch {
    return undefined;
  }
}

function mark(
  section: HTMLElement,
  details: HTMLDetailsElement,
  said: HTMLElement,
  button: HTMLElement,
  right: boolean,
): void {
  section.dataset['marked'] = right ? 'right' : 'wrong';
  said.textContent = right ? words.right : words.wrong;
  button.textContent = words.again;
  details.open = true;
}

function unmark(
  section: HTMLElement,
  details: HTMLDetailsElement,
  said: HTMLElement,
  button: HTMLElement,
): void {
  delete section.dataset['marked'];
  said.textContent = '';
  button.textContent = words.check;
  details.open = false;
}

/** Puts the question into the queue of repetition. The scheduler is loaded with the first answer. */
async function note({ id, dataset }: HTMLElement, right: boolean): Promise<void> {
  const topic = dataset['topic'];
  if (!id || topic === undefined) return;
  try {
    const { scheduleCard } = await import('./schedule.ts');
    changeProgress((progress) => ({
      ...progress,
      cards: {
        ...progress.cards,
        [id]: scheduleCard(progress.cards[id], topic, right, new Date()),
      },
    }));
  } catch {
    // Without network the answer counts, and the queue goes without it.
  }
}

import { keep, readKept } from './kept.ts';

/** What was found of one requirement. */
interface Found {
  readonly result: string;
  readonly note: string;
}

interface Kept {
  readonly version: 1;
  /** Digest of the text it was noted against. */
  readonly text: string;
  readonly found: Readonly<Record<string, Found>>;
}

interface Words {
  readonly progress: string;
  readonly kept: string;
  readonly refused: string;
  readonly changed: string;
  readonly confirm: string;
}

interface Card {
  readonly id: string;
  readonly radios: readonly HTMLInputElement[];
  readonly note: HTMLTextAreaElement;
}

const longestNote = 500;

/** What is kept under a key; nothing where it is none of ours. */
function readFound(text: string | null): Kept | undefined {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    if (value?.version !== 1 || typeof value.found !== 'object') return undefined;
    return { version: 1, text: String(value.text), found: value.found };
  } catch {
    return undefined;
  }
}

/** Cards of requirements to be ticked: what is noted is kept in this browser, under the standard's address. */
export function startInspection(page: HTMLElement): void {
  const { inspection: slug = '', text = '', words: said = '{}' } = page.dataset;
  const words = JSON.parse(said) as Words;
  const key = `biaolian.inspection.${slug}`;
  const status = page.querySelector('[role="status"]');
  const cards = [...page.querySelectorAll<HTMLElement>('[data-id]')].flatMap((card): Card[] => {
    const note = card.querySelector('textarea');
    const id = card.dataset['id'];
    if (!note || id === undefined) return [];
    return [
      { id, note, radios: [...card.querySelectorAll<HTMLInputElement>('input[type="radio"]')] },
    ];
  });
  const resultOf = ({ radios }: Card): string => radios.find(({ checked }) => checked)?.value ?? '';

  const show = (added: string): void => {
    const results = cards.map(resultOf);
    const done = results.filter((result) => result !== '').length;
    const unmet = results.filter((result) => result === 'unmet').length;
    const progress = words.progress
      .replace('{done}', String(done))
      .replace('{all}', String(cards.length))
      .replace('{unmet}', String(unmet));
    if (status) status.textContent = added === '' ? progress : `${progress} · ${added}`;
  };
  const save = (): void => {
    const found = Object.fromEntries(
      cards
        .map((card) => [card.id, { result: resultOf(card), note: card.note.value }] as const)
        .filter(([, { result, note }]) => result !== '' || note !== ''),
    );
    const fault = keep(key, JSON.stringify({ version: 1, text, found } satisfies Kept));
    show(fault ? words.refused : words.kept);
  };
  const set = (card: Card, { result, note }: Found): void => {
    for (const radio of card.radios) radio.checked = radio.value === result;
    card.note.value = note.slice(0, longestNote);
  };

  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    const other = readFound(readKept(key).text);
    for (const card of cards) {
      const found = other?.found[card.id];
      if (card.note !== document.activeElement)
        set(card, { result: found?.result ?? '', note: found?.note ?? '' });
    }
    show('');
  });
  const before = readFound(readKept(key).text);
  for (const card of cards) {
    const found = before?.found[card.id];
    if (found && typeof found.result === 'string' && typeof found.note === 'string')
      set(card, found);
  }
  const isOther =
    before !== undefined && before.text !== text && Object.keys(before.found).length > 0;
  show(isOther ? words.changed : '');
  page.addEventListener('change', save);
  page.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  page.querySelector('[data-clear]')?.addEventListener('click', () => {
    if (!window.confirm(words.confirm)) return;
    for (const card of cards) set(card, { result: '', note: '' });
    save();
  });
}

import { draw } from '../draw.ts';

/** An option of a list under a box. */
export interface ComboboxOption {
  readonly element: HTMLElement;
}

/** A text box with a list of options under it, after WAI-ARIA 1.2. It knows nothing of what the options are. */
export interface Combobox<Option extends ComboboxOption> {
  /** For the ids of options. */
  readonly listId: string;
  /**
   * Shows options in place of those before, an empty list as none, and says so to those who do not see. An option that
   * was active stays so where the options are `of` the same text.
   */
  readonly show: (
    options: readonly Option[],
    about: { readonly of: string; readonly label: string; readonly said: string },
  ) => void;
  readonly say: (text: string) => void;
  readonly close: () => void;
  /** What the options shown are of. */
  readonly shownOf: () => string;
  readonly active: () => number;
  /** Makes an option active by its position; none by -1. */
  readonly setActive: (position: number) => void;
}

export interface ComboboxEvents<Option extends ComboboxOption> {
  /** The reader asks for the list, which is shut. */
  readonly open: () => void;
  /** The list was shut. */
  readonly closed: () => void;
  /** Whether Enter takes the active option; else it is the form's. */
  readonly mayChoose: () => boolean;
  readonly choose: (option: Option) => void;
  /** The reader wants to be rid of an option; whether that is one that can go. */
  readonly remove: (option: Option) => boolean;
  /** The reader pressed an option, there. */
  readonly press: (option: Option, target: Element) => void;
}

/** Makes a combobox of a box; its list follows the other parts of the form. */
export function createCombobox<Option extends ComboboxOption>(
  form: HTMLFormElement,
  input: HTMLInputElement,
  label: string,
  events: ComboboxEvents<Option>,
): Combobox<Option> {
  const listId = `${input.id || 'q'}-list`;
  const attributes = { id: listId, role: 'listbox', class: 'suggestions', 'aria-label': label };
  const list = draw('ul', attributes);
  const status = draw('p', { role: 'status', class: 'visually-hidden' });
  list.hidden = true;
  form.append(list, status);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-expanded': 'false',
  })) {
    input.setAttribute(name, value);
  }

  let options: readonly Option[] = [];
  let active = -1;
  let shown = '';
  const setActive = (position: number) => {
    active = position;
    options.forEach(({ element }, at) =>
      element.setAttribute('aria-selected', String(at === position)),
    );
    const current = options[position]?.element;
    if (current) {
      input.setAttribute('aria-activedescendant', current.id);
      current.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const combobox: Combobox<Option> = {
    listId,
    show: (next, { of, label: name, said }) => {
      const chosen = options[active]?.element.id;
      const kept = shown === of ? next.findIndex(({ element }) => element.id === chosen) : -1;
      options = next;
      list.replaceChildren(...options.map(({ element }) => element));
      list.hidden = options.length === 0;
      input.setAttribute('aria-expanded', String(options.length > 0));
      list.setAttribute('aria-label', name);
      status.textContent = said;
      shown = of;
      setActive(kept);
    },
    say: (text) => (status.textContent = text),
    close: () => {
      events.closed();
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      setActive(-1);
    },
    shownOf: () => shown,
    active: () => active,
    setActive,
  };
  listenToKeys(input, list, combobox, events, () => options);
  listenToPresses(list, events, () => options);
  return combobox;
}

/** Keys that belong to an input method are left to it. */
function listenToKeys<Option extends ComboboxOption>(
  input: HTMLInputElement,
  list: HTMLElement,
  { active, setActive, close }: Combobox<Option>,
  events: ComboboxEvents<Option>,
  listOptions: () => readonly Option[],
): void {
  const move = (down: boolean) => {
    const { length } = listOptions();
    const at = active();
    if (down) setActive(at + 1 >= length ? -1 : at + 1);
    else setActive(at < 0 ? length - 1 : at - 1);
  };
  /** Whether the key was for the list. */
  const take = (key: string): boolean => {
    const open = !list.hidden;
    const option = open ? listOptions()[active()] : undefined;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (open) move(key === 'ArrowDown');
        else events.open();
        return true;
      case 'Enter':
        if (!option || !events.mayChoose()) return false;
        events.choose(option);
        return true;
      case 'Delete':
        return option !== undefined && events.remove(option);
      case 'Escape':
        if (open) close();
        return open;
      default:
        return false;
    }
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (take(event.key)) event.preventDefault();
  });
}

function listenToPresses<Option extends ComboboxOption>(
  list: HTMLElement,
  { press }: ComboboxEvents<Option>,
  listOptions: () => readonly Option[],
): void {
  // The box keeps the focus while an option is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const option = listOptions().find(({ element }) => element.contains(target));
    if (option) press(option, target);
  });
}

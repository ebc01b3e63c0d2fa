import { shownDay } from './shown-day.ts';

/**
 * A page is drawn on one day and read on another. What moves with the day lies in the page for all days that are
 * announced, behind a mark: first what held on the day of the build, then what follows, each from its day on. The
 * reader's day chooses. Loaded before any code that reads the page.
 */
export function chooseDays(root: ParentNode, day: string): void {
  for (;;) {
    const mark = root.querySelector('[data-days]');
    if (!mark) return;
    const now: ChildNode[] = [];
    const later: Element[] = [];
    for (let next = mark.nextSibling; next; next = next.nextSibling) {
      if (next instanceof Element && next.hasAttribute('data-from')) later.push(next);
      else if (later.length > 0) break;
      else now.push(next);
    }
    const chosen = later.filter((each) => (each.getAttribute('data-from') ?? '') <= day).pop();
    if (chosen) {
      const held = chosen instanceof HTMLTemplateElement ? chosen.content : chosen;
      for (const node of now) node.remove();
      mark.after(...held.childNodes);
    }
    for (const each of [mark, ...later]) each.remove();
  }
}

/** Lists that are empty on the day shown are hidden; what says of what day the figures are says today, where that is shown. */
export function tellDay(root: ParentNode, today?: string): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-hide-empty]')) {
    list.hidden = list.querySelector('li') === null;
  }
  if (today === undefined) return;
  for (const line of root.querySelectorAll<HTMLElement>('[data-figures-day]')) {
    line.textContent = (line.dataset['figuresDay'] ?? '').replace('{day}', today);
  }
}

const { day, today } = shownDay();
chooseDays(document, day);
tellDay(document, day === today ? today : undefined);

import { GROUP_WORDS } from '#site/i18n/browser/lifecycle.ts';
import { dueWords } from './days-left.ts';

/** From this width on rows are lines, and nothing has to be folded. */
const wide = '(min-width: 64rem)';

/**
 * Puts each row of the board under its head on the day of reading, and opens what is late or due soon; on a wide page all. What
 * comes back counts the rows that are shown, and opens the groups that have any where a reader has chosen.
 */
export function startGroups(
  page: HTMLElement,
  rows: readonly HTMLElement[],
): (isChosen: boolean) => void {
  const groups = [...page.querySelectorAll<HTMLDetailsElement>('details[data-group]')];
  const bodies = new Map(
    groups.map((group) => [group.dataset['group'] ?? '', group.querySelector('tbody')]),
  );
  for (const row of rows) bodies.get(groupOf(row))?.append(row);
  const isWide = window.matchMedia(wide).matches;
  for (const group of groups)
    group.open = isWide || countRows(group).near > 0 || group.querySelector(':target') !== null;
  window.addEventListener('beforeprint', () => {
    for (const group of groups) group.open = true;
  });
  return (isChosen) => {
    for (const group of groups) {
      if (group.querySelector('tbody') === null) continue;
      const { all, isProject, late, soon, near } = countRows(group);
      group.hidden = all === 0;
      if (isChosen && all > 0) group.open = true;
      const words = GROUP_WORDS[document.documentElement.lang === 'en' ? 'en' : 'zh'];
      const head = group.querySelector<HTMLElement>('[data-head]');
      const count = head?.querySelector('[data-count]');
      const alert = head?.querySelector('[data-near]');
      if (!head || !count || !alert) continue;
      count.textContent = isProject ? words.counted(all) : words.things(all);
      alert.textContent = near > 0 ? dueWords().near(late, soon) : '';
      head.dataset['state'] = late > 0 ? 'late' : 'soon';
    }
  };
}

/** Of a project its stage, the first where none has begun; of what is due whether it is near. */
function groupOf({ dataset }: HTMLElement): string {
  const { project, state, stage, steps } = dataset;
  if (project === undefined) return state === 'late' || state === 'soon' ? 'near' : 'later';
  return stage || (steps ?? '').split(' ', 1).join('');
}

function countRows(group: HTMLElement) {
  const rows = [...group.querySelectorAll<HTMLElement>('tr[data-steps]:not([hidden])')];
  const count = (state: string) => rows.filter(({ dataset }) => dataset['state'] === state).length;
  const [late, soon] = [count('late'), count('soon')];
  return {
    all: rows.length,
    isProject: rows.some(({ dataset }) => dataset['project'] !== undefined),
    late,
    soon,
    near: late + soon,
  };
}

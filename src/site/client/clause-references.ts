import type { Place } from './reading-place.ts';

/** Beside the text, the standards that the clause at hand mentions, with title and status; nothing where there are none. */
export function startClauseReferences(): (place: Place | undefined) => void {
  const section = document.querySelector<HTMLElement>('.clause-references');
  const list = section?.querySelector('ul');
  if (!section || !list) return () => undefined;
  return (place) => {
    const clause = place?.head.closest('.clause');
    const found = new Map<string, HTMLAnchorElement>();
    for (const link of clause?.querySelectorAll<HTMLAnchorElement>('a.std-ref') ?? []) {
      if (link.closest('.clause') === clause) found.set(link.href, link);
    }
    section.hidden = found.size === 0;
    list.replaceChildren(
      ...Array.from(found.values(), (link) => {
        const [number = '', title = '', word = ''] = (
          link.title ||
          link.dataset['card'] ||
          ''
        ).split('　');
        const item = document.createElement('li');
        const to = document.createElement('a');
        to.href = link.href;
        to.textContent = number;
        const badge = document.createElement('span');
        badge.className = 'status';
        badge.dataset['status'] = link.dataset['status'] ?? '';
        badge.textContent = word;
        item.append(to, ' ', badge, document.createElement('br'), title);
        return item;
      }),
    );
  };
}

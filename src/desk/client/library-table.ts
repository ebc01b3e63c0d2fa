import { openActDialog } from './act-dialog.ts';
import { tell } from './api.ts';
import { fill, h, icon } from './dom.ts';
import type { DeskState, DraftWhole, StandardLine } from './shapes.ts';
import { say, spoken, t } from './words.ts';

const mostShown = 60;

/** The standards of the library, with what can be done with each. */
export function drawStandards(
  { standards, site, person }: DeskState,
  go: (path: string) => void,
  again: () => void,
): HTMLElement {
  const body = h('tbody');
  const more = h('p', { class: 'quiet' });
  const open = async (slug: string): Promise<void> =>
    go(`/drafts/${(await tell<DraftWhole>('/api/open', { slug })).id}`);
  const show = (): void => {
    const words = fold(filter.value).split(/\s+/);
    const found = standards.filter(({ number, title, titleEn = '' }) =>
      words.every((word) => fold(`${number} ${title} ${titleEn}`).includes(word)),
    );
    fill(
      body,
      found.slice(0, mostShown).map((line) => {
        const onOpen = person.mayWrite && ((): void => void open(line.slug));
        return drawStandard(line, site, onOpen, () => openActDialog(line, standards, again));
      }),
    );
    fill(more, found.length > mostShown && t('more', { n: found.length - mostShown }));
  };
  const filter = h('input', {
    type: 'search',
    class: 'field',
    id: 'filter',
    placeholder: t('filter'),
    'aria-label': t('filter'),
    on: { input: show },
  });
  show();
  return h(
    'section',
    { class: 'home-library', 'aria-labelledby': 'library-title' },
    h(
      'div',
      { class: 'section-head' },
      h(
        'h2',
        { id: 'library-title' },
        `${t('standards')} `,
        h('span', { class: 'count' }, standards.length),
      ),
      filter,
    ),
    h(
      'table',
      { class: 'report-table library-table' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [t('number'), t('title'), t('status'), t('date'), t('actions')].map((head) =>
            h('th', { scope: 'col' }, head),
          ),
        ),
      ),
      body,
    ),
    more,
  );
}

function drawStandard(
  { slug, number, title, titleEn, status, statusName, implemented, errors }: StandardLine,
  site: string | null,
  onOpen: (() => void) | false,
  onAct: () => void,
): HTMLElement {
  return h(
    'tr',
    {},
    h('th', { scope: 'row', class: 'number' }, number),
    h(
      'td',
      { 'data-head': t('title') },
      spoken() === 'en' && titleEn ? titleEn : h('span', { lang: 'zh-CN' }, title),
      errors > 0 &&
        h(
          'span',
          { class: 'finding-count', 'data-severity': 'error' },
          ` ${t('errors', { n: errors })}`,
        ),
    ),
    h(
      'td',
      { 'data-head': t('status') },
      h('span', { class: 'status', 'data-status': status }, icon(status), say(statusName)),
    ),
    h('td', { class: 'brief', 'data-head': t('date') }, implemented ?? ''),
    h(
      'td',
      { class: 'brief row-actions', 'data-head': t('actions') },
      onOpen &&
        h(
          'button',
          {
            type: 'button',
            class: 'quiet-button',
            'aria-label': `${t('edit')} ${number}`,
            on: { click: onOpen },
          },
          t('edit'),
        ),
      h(
        'button',
        {
          type: 'button',
          class: 'quiet-button',
          'aria-label': `${t('acts')} ${number}`,
          on: { click: onAct },
        },
        t('acts'),
      ),
      site !== null &&
        h(
          'a',
          {
            class: 'touch-link',
            href: `${site}standards/${slug}/`,
            target: '_blank',
            rel: 'noopener',
            'aria-label': `${t('look')} ${number}`,
          },
          t('look'),
        ),
    ),
  );
}

const fold = (text: string): string => text.toLowerCase().replaceAll('—', '-').trim();

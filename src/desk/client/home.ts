import { tell } from './api.ts';
import { fill, h } from './dom.ts';
import { drawDrop, drawNew } from './drop-box.ts';
import { drawStandards } from './library-table.ts';
import { drawProjects } from './projects.ts';
import { tellError } from './tell-error.ts';
import { drawRequests } from './requests.ts';
import type { DeskState, DraftLine } from './shapes.ts';
import { sayTime, t } from './words.ts';

/** The first page of the desk: what comes in, what is in hand, and what the library has. */
export function drawHome(
  state: DeskState,
  go: (path: string) => void,
  again: () => void,
): HTMLElement {
  return h(
    'main',
    { class: 'home wrap', id: 'main', tabindex: -1 },
    h('h1', { class: 'visually-hidden' }, t('deskOf')),
    h(
      'div',
      { class: 'home-top' },
      state.person.mayWrite &&
        h('div', { class: 'home-in' }, drawDrop(state, go), drawNew(state, go)),
      h(
        'div',
        { class: 'home-hand' },
        drawRequests(state, again),
        drawDrafts(state, again),
        drawPublications(state, again),
      ),
    ),
    drawProjects(state, go, again),
    drawStandards(state, go, again),
  );
}

function drawDrafts({ drafts, person }: DeskState, again: () => void): HTMLElement {
  const layAside = async (id: string): Promise<void> => {
    if (!confirm(t('discardAsk'))) return;
    await tell(`/api/drafts/${id}/discard`);
    again();
  };
  return h(
    'section',
    { 'aria-labelledby': 'drafts-title' },
    h('h2', { id: 'drafts-title' }, t('drafts')),
    drafts.length === 0 && h('p', { class: 'quiet' }, t('noDrafts')),
    h(
      'ul',
      { class: 'draft-list', role: 'list' },
      drafts.map((draft) =>
        h(
          'li',
          {},
          h(
            'a',
            { class: 'draft-link', href: `/drafts/${draft.id}` },
            h('span', { class: 'number' }, draft.number || t('noNumber')),
            ' ',
            h('span', { class: 'draft-title' }, draft.title || t('untitled')),
          ),
          h(
            'p',
            { class: 'draft-facts' },
            `${sayTime(draft.saved)} · ${sayOrigin(draft)} · `,
            sayFindings(draft),
          ),
          person.mayWrite &&
            h(
              'button',
              {
                type: 'button',
                class: 'quiet-button',
                'aria-label': `${t('discard')} ${draft.number}`,
                on: { click: () => void layAside(draft.id) },
              },
              t('discard'),
            ),
        ),
      ),
    ),
  );
}

function sayOrigin({ origin }: DraftLine): string {
  if (origin.kind === 'word') return `${t('fromWord')} ${origin.file}`;
  if (origin.kind === 'new') return t('fromNothing');
  return t(origin.path.startsWith('projects/') ? 'fromProject' : 'fromLibrary');
}

function sayFindings({ errors, warnings }: DraftLine): HTMLElement {
  const said = [
    errors > 0 && t('errors', { n: errors }),
    warnings > 0 && t('warnings', { n: warnings }),
  ]
    .filter(Boolean)
    .join(' · ');
  return h(
    'span',
    {
      class: 'finding-count',
      'data-severity': errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none',
    },
    said || t('clean'),
  );
}

function drawPublications(
  { publications, site, person }: DeskState,
  again: () => void,
): HTMLElement {
  const said = h('div', { class: 'said', role: 'status' });
  const undo = async (id: string): Promise<void> => {
    fill(said, h('p', {}, t('undoing')));
    try {
      await tell(`/api/publications/${id}/undo`);
      again();
    } catch (error) {
      fill(said, tellError(error));
    }
  };
  return h(
    'section',
    { 'aria-labelledby': 'published-title' },
    h('h2', { id: 'published-title' }, t('published')),
    publications.length === 0 && h('p', { class: 'quiet' }, t('nonePublished')),
    said,
    h(
      'ul',
      { class: 'draft-list', role: 'list' },
      publications.slice(0, 8).map((line) =>
        h(
          'li',
          {},
          site !== null && !line.undone
            ? h(
                'a',
                {
                  class: 'draft-link',
                  href: site + (line.page ?? `standards/${line.slug}/`),
                  target: '_blank',
                  rel: 'noopener',
                },
                h('span', { class: 'number' }, line.number),
                ' ',
                h('span', { class: 'draft-title' }, line.title),
              )
            : h(
                'span',
                { class: 'draft-link' },
                h('span', { class: 'number' }, line.number),
                ' ',
                h('span', { class: 'draft-title' }, line.title),
              ),
          h(
            'p',
            { class: 'draft-facts' },
            sayTime(line.at),
            person.isShared && ` · ${line.by}`,
            line.undone && ` · ${t('undone')}`,
          ),
          !line.undone &&
            person.mayPublish &&
            h(
              'button',
              {
                type: 'button',
                class: 'quiet-button',
                'aria-label': `${t('undo')} ${line.number}`,
                on: { click: () => void undo(line.id) },
              },
              t('undo'),
            ),
        ),
      ),
    ),
  );
}

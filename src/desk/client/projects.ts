import { toChinaDay } from '#core/base/day.ts';
import { judgeDue } from '#core/lifecycle/due-state.ts';
import { openBeginDialog, openIssueDialog, openStageDialog } from './act-dialog.ts';
import { tell } from './api.ts';
import { openCommentsDialog } from './comments-dialog.ts';
import { openWordDialog } from './drop-box.ts';
import { fill, h } from './dom.ts';
import { tellError } from './tell-error.ts';
import type { DeskState, DraftWhole, ProjectLine } from './shapes.ts';
import { say, t } from './words.ts';

/** So many projects stand in one table; of more, those without a text and without anything due soon are folded away. */
const mostOpen = 12;

/** The projects on their way, with what can be done with each. */
export function drawProjects(
  state: DeskState,
  go: (path: string) => void,
  again: () => void,
): HTMLElement {
  const { projects, site, person } = state;
  const today = toChinaDay(Date.now());
  const isNear = ({ hasDraft, next }: ProjectLine): boolean =>
    projects.length <= mostOpen ||
    hasDraft ||
    (next !== null &&
      ['late', 'soon'].includes(judgeDue(next.day, next.kind === 'from', today).state));
  const draw = (project: ProjectLine): HTMLElement =>
    drawProject(project, { today, site, again, write: person.mayWrite && { state, go } });
  const others = projects.filter((project) => !isNear(project));
  return h(
    'section',
    { class: 'home-projects', 'aria-labelledby': 'projects-title' },
    h(
      'h2',
      { id: 'projects-title' },
      `${t('projects')} `,
      h('span', { class: 'count' }, projects.length),
    ),
    (person.mayWrite || person.mayPublish) && drawBegin(again),
    projects.length === 0 && h('p', { class: 'quiet' }, t('noProjects')),
    drawTable(projects.filter(isNear).map(draw)),
    others.length > 0 &&
      h(
        'details',
        {},
        h('summary', { class: 'fold-head' }, t('laterProjects', { n: others.length })),
        drawTable(others.map(draw)),
      ),
  );
}

function drawBegin(again: () => void): HTMLElement {
  const said = h('div', { class: 'said', role: 'status' });
  const open = (): void =>
    void openBeginDialog(again).catch((error: unknown) => fill(said, tellError(error)));
  return h(
    'div',
    { class: 'begin-project' },
    h('button', { type: 'button', class: 'plain-button', on: { click: open } }, t('beginIt')),
    said,
  );
}

function drawTable(rows: readonly HTMLElement[]): HTMLElement | false {
  if (rows.length === 0) return false;
  return h(
    'table',
    { class: 'report-table library-table' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        [t('project'), t('title'), t('stage'), t('due'), t('actions')].map((head) =>
          h('th', { scope: 'col' }, head),
        ),
      ),
    ),
    h('tbody', {}, rows),
  );
}

/** Stages of a project whose text has become a standard. */
const afterIssue: readonly string[] = ['发布', '备案', '实施', '实施评估', '复审', '废止'];

interface ProjectRow {
  readonly today: string;
  readonly site: string | null;
  readonly again: () => void;
  /** Of somebody who may write. */
  readonly write: { readonly state: DeskState; readonly go: (path: string) => void } | false;
}

function drawProject(project: ProjectLine, { today, site, again, write }: ProjectRow): HTMLElement {
  const { id, plan, title, stage, hasDraft, isOngoing, nextStages } = project;
  const mayAdvance = isOngoing || nextStages.length > 0;
  const isIssued = afterIssue.includes(stage.zh);
  const open = async (follow: (path: string) => void): Promise<void> =>
    follow(
      `/drafts/${(await tell<DraftWhole>(`/api/projects/${encodeURIComponent(id)}/open`)).id}`,
    );
  const issue = (): void => openIssueDialog({ id, plan, title: say(title) }, again);
  const button = (
    word: 'goOn' | 'wordOf' | 'advanceIt' | 'commentsOf' | 'issueIt',
    onClick: () => void,
  ): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: 'quiet-button',
        'aria-label': `${t(word)} ${plan}`,
        on: { click: onClick },
      },
      t(word),
    );
  return h(
    'tr',
    {},
    h('th', { scope: 'row', class: 'number' }, plan),
    h('td', { 'data-head': t('title') }, say(title)),
    h('td', { class: 'brief', 'data-head': t('stage') }, say(stage)),
    h('td', { class: 'brief', 'data-head': t('due') }, drawDue(project, today)),
    h(
      'td',
      { class: 'brief row-actions', 'data-head': t('actions') },
      hasDraft && write && button('goOn', () => void open(write.go)),
      mayAdvance && button('advanceIt', () => openStageDialog(project, again)),
      write && !isIssued && button('wordOf', () => openWordDialog(project, write.state, write.go)),
      hasDraft && button('commentsOf', () => openCommentsDialog(project, again)),
      hasDraft && button('issueIt', issue),
      site !== null &&
        h(
          'a',
          {
            class: 'touch-link',
            href: `${site}lifecycle/${id}/`,
            target: '_blank',
            rel: 'noopener',
            'aria-label': `${t('look')} ${plan}`,
          },
          t('look'),
        ),
    ),
  );
}

/** What is waited for, and how many days are left or over. */
function drawDue({ next }: ProjectLine, today: string): readonly (HTMLElement | string)[] {
  if (!next) return [];
  const { state, days } = judgeDue(next.day, next.kind === 'from', today);
  const said = t(`due-${next.kind}`, { day: next.day, stage: say(next.stage) });
  if (state !== 'late' && state !== 'soon') return [said];
  const word = state === 'late' ? 'daysLate' : 'daysLeft';
  const severity = state === 'late' ? 'error' : 'warning';
  return [
    said,
    ' ',
    h('span', { class: 'finding-count', 'data-severity': severity }, t(word, { n: days })),
  ];
}

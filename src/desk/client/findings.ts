import type { Diagnostic, Fix, Severity } from '#core/model/diagnostic.ts';
import { fill, h } from './dom.ts';
import { say, t } from './words.ts';

export interface FindingActions {
  readonly onGo: (finding: Diagnostic) => void;
  readonly onFix: (finding: Diagnostic, changes: readonly Fix[]) => void;
  readonly onFixAll: () => void;
  /** Where a finding stands: a line of the text, or the facts. */
  readonly place: (finding: Diagnostic) => string;
}

/** The heaviest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** How weighty a finding is, for sorting: the heaviest first. */
export const weigh = ({ severity }: Diagnostic): number => severities.indexOf(severity);

/** Shows findings as a list, the heaviest first, each with what to do. */
export function showFindings(
  element: HTMLElement,
  findings: readonly Diagnostic[],
  actions: FindingActions,
): void {
  const sorted = [...findings].sort(
    (a, b) => weigh(a) - weigh(b) || a.range.start.line - b.range.start.line,
  );
  const fixable = sorted.filter(({ fix }) => fix).length;
  fill(
    element,
    fixable > 1 &&
      h(
        'p',
        { class: 'pane-tools' },
        h(
          'button',
          { type: 'button', class: 'plain-button', on: { click: actions.onFixAll } },
          `${t('fixAll')} (${fixable})`,
        ),
      ),
    sorted.length === 0 && h('p', { class: 'quiet' }, t('noFindings')),
    sorted.length > 0 &&
      h(
        'ul',
        { class: 'finding-list', role: 'list' },
        sorted.map((finding) => showFinding(finding, actions)),
      ),
  );
}

function showFinding(finding: Diagnostic, { onGo, onFix, place }: FindingActions): HTMLElement {
  const { severity, message, hint, fix, proposals = [] } = finding;
  return h(
    'li',
    { class: 'finding', 'data-severity': severity },
    h(
      'button',
      { type: 'button', class: 'finding-place', on: { click: () => onGo(finding) } },
      place(finding),
    ),
    h('p', { class: 'finding-what' }, say(message)),
    hint && h('p', { class: 'finding-hint' }, say(hint)),
    fix &&
      h(
        'button',
        { type: 'button', class: 'plain-button', on: { click: () => onFix(finding, [fix]) } },
        t('fix'),
      ),
    !fix &&
      proposals.length > 0 &&
      h(
        'button',
        { type: 'button', class: 'plain-button', on: { click: () => onFix(finding, proposals) } },
        t('accept'),
      ),
  );
}

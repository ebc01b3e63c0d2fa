import type { Severity } from '#core/model/diagnostic.ts';
import { fill, h } from './dom.ts';
import { t } from './words.ts';

const panes = ['text', 'findings', 'facts', 'import', 'preview'] as const;
export type Pane = (typeof panes)[number];

/** The parts of the page of a draft: on a wide screen beside one another, else by tabs. */
export class Panes {
  readonly tabList = h('div', { class: 'pane-tabs', role: 'tablist', 'aria-label': t('desk') });
  readonly element = h('div', { class: 'panes' });
  private readonly tabs = new Map<Pane, HTMLButtonElement>();
  private readonly bodies = new Map<Pane, HTMLElement>();
  private readonly onChoose: (pane: Pane) => void;
  private chosen: Pane = 'text';

  constructor(onChoose: (pane: Pane) => void) {
    this.onChoose = onChoose;
    for (const pane of panes) {
      const tab = h('button', {
        type: 'button',
        role: 'tab',
        id: `tab-${pane}`,
        class: `pane-tab tab-${pane}`,
        'aria-controls': `pane-${pane}`,
        on: { click: () => this.choose(pane), keydown: (event) => this.move(event) },
      });
      tab.textContent = t(pane);
      const body = h('div', {
        class: `pane-body ${pane}-body`,
        id: `pane-${pane}`,
        role: 'tabpanel',
        'aria-labelledby': `tab-${pane}`,
        tabindex: pane === 'text' || pane === 'preview' ? null : 0,
      });
      this.tabs.set(pane, tab);
      this.bodies.set(pane, body);
      this.tabList.append(tab);
      this.element.append(body);
    }
  }

  body(pane: Pane): HTMLElement {
    return this.bodies.get(pane) ?? this.element;
  }

  choose(pane: Pane): void {
    this.chosen = pane;
    for (const [each, tab] of this.tabs) {
      tab.setAttribute('aria-selected', String(each === pane));
      tab.tabIndex = each === pane ? 0 : -1;
    }
    this.onChoose(pane);
  }

  /** Says at a tab how many there are. */
  count(pane: Pane, count: number, severity: Severity): void {
    const tab = this.tabs.get(pane);
    if (!tab) return;
    const said = h('span', { class: 'tab-count', 'data-severity': severity }, count);
    fill(tab, t(pane), count > 0 && said);
  }

  private move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const shown = panes.filter((pane) => this.tabs.get(pane)?.offsetParent);
    const next = shown[(shown.indexOf(this.chosen) + step + shown.length) % shown.length];
    if (next === undefined) return;
    this.choose(next);
    this.tabs.get(next)?.focus();
  }
}

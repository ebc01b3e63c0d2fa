import { fill, h } from './dom.ts';
import type { ImportLine, ImportSummary } from './shapes.ts';
import { say, t } from './words.ts';

const mostQuiet = 200;

/** Shows what became of a Word draft: how much, what a person has to look at, and the rest; `onGo` goes to its place. */
export function showImport(
  element: HTMLElement,
  report: ImportSummary | null,
  onGo: (line: ImportLine) => void,
): void {
  if (!report) {
    fill(element, h('p', { class: 'quiet' }, t('noReport')));
    return;
  }
  const asked = report.left.filter(({ needsPerson }) => needsPerson);
  const rest = report.left.filter(({ needsPerson }) => !needsPerson);
  const { file, text } = report.paragraphs;
  fill(
    element,
    h(
      'p',
      { class: 'pane-lead' },
      `${t('paragraphs', { n: file, m: text })} · ${t('mended', { n: report.mended })}`,
    ),
    report.notices.map((notice) => h('p', { class: 'quiet' }, say(notice))),
    asked.length > 0 && h('h3', {}, `${t('needsPerson')} (${asked.length})`),
    asked.length > 0 && list(asked, onGo),
    rest.length > 0 &&
      h(
        'details',
        {},
        h('summary', { class: 'fold-line' }, `${t('forTheRecord')} (${rest.length})`),
        list(rest.slice(0, mostQuiet), onGo),
      ),
  );
}

function list(lines: readonly ImportLine[], onGo: (line: ImportLine) => void): HTMLElement {
  return h(
    'ul',
    { class: 'finding-list', role: 'list' },
    lines.map((line) => drawLine(line, onGo)),
  );
}

function drawLine(line: ImportLine, onGo: (line: ImportLine) => void): HTMLElement {
  const { place, text, why, needsPerson } = line;
  return h(
    'li',
    { class: 'finding', 'data-severity': needsPerson ? 'warning' : 'info' },
    place > 0 &&
      h(
        'button',
        { type: 'button', class: 'finding-place', on: { click: () => onGo(line) } },
        t('paragraph', { n: place }),
      ),
    h('p', { class: 'finding-what' }, say(why)),
    text.trim() !== '' &&
      h(
        'blockquote',
        { class: 'finding-quote', lang: 'zh-CN' },
        text.length > 160 ? `${text.slice(0, 160)}…` : text,
      ),
  );
}

import { h } from './dom.ts';
import type { AuditShown } from './shapes.ts';
import { say, sayTime, t } from './words.ts';

/** The page of the log: whether it is whole, its last entry, and the newest entries. */
export function drawLog({ head, faults, count, lines }: AuditShown): HTMLElement {
  return h(
    'main',
    { class: 'home wrap desk-log', id: 'main', tabindex: -1 },
    h('h1', {}, t('log')),
    h('p', { class: 'quiet' }, t('logLead')),
    faults.length > 0
      ? h(
          'div',
          { class: 'fault', role: 'alert' },
          h('p', {}, h('strong', {}, t('logBroken'))),
          faults.slice(0, 20).map((fault) => h('p', {}, say(fault))),
        )
      : h(
          'p',
          {},
          t('logWhole', { n: count }),
          ' ',
          h('code', { class: 'log-head' }, `${head.n}:${head.hash}`),
        ),
    h('p', { class: 'quiet' }, t('logHead')),
    h(
      'p',
      {},
      h('a', { href: '/log.csv', download: '' }, t('logCsv')),
      ' · ',
      h('a', { href: '/' }, t('back')),
    ),
    h(
      'div',
      { class: 'log-scroll', role: 'region', 'aria-label': t('log'), tabindex: 0 },
      h(
        'table',
        { class: 'report-table log-table' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['#', t('logWhen'), t('logWho'), t('logWhat'), t('logOf'), t('logSaid')].map((name) =>
              h('th', { scope: 'col' }, name),
            ),
          ),
        ),
        h('tbody', {}, lines.map(drawEntry)),
      ),
    ),
  );
}

const drawEntry = (line: AuditShown['lines'][number]): HTMLElement =>
  h(
    'tr',
    {},
    h('th', { scope: 'row', class: 'number' }, line.n),
    h('td', { 'data-head': t('logWhen') }, sayTime(Date.parse(line.at))),
    h('td', { 'data-head': t('logWho') }, line.name),
    h('td', { 'data-head': t('logWhat') }, say(line.act)),
    h('td', { 'data-head': t('logOf') }, h('span', { class: 'number' }, line.of), ' ', line.title),
    h(
      'td',
      { 'data-head': t('logSaid') },
      line.remark,
      line.digest !== '' &&
        h('code', { class: 'log-digest', title: line.digest }, ` ${line.digest.slice(0, 12)}`),
    ),
  );

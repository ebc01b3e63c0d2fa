import type { Counts } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import { SYSTEM_WORDS } from '../i18n/system.ts';
import { gapsPath } from '../system-paths.ts';
import { linkTo } from './urls.ts';

/**
 * The counts of all systems together with the lists they lead to: what is expected and in force to the board, where each
 * system has its share, all others to the lists of rows.
 */
export function listTotalFigures(language: Language, counts: Counts) {
  const own = SYSTEM_WORDS[language];
  const gaps = linkTo(language, gapsPath);
  const ofKind = (kind: string) => `${gaps}?kind=${kind}`;
  return [
    { kind: 'expected', head: own.expected, count: counts.expected, href: '#chains' },
    { kind: 'in-force', head: own.inForce, count: counts.inForce, href: '#chains' },
    { kind: 'underway', head: own.underway, count: counts.underway, href: ofKind('underway') },
    {
      kind: 'unverified',
      head: own.unverified,
      count: counts.unverified,
      href: ofKind('unverified'),
    },
    { kind: 'missing', head: own.missing, count: counts.missing, href: ofKind('missing') },
  ];
}

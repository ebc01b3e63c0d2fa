import type { Bilingual } from '../../base/bilingual.ts';
import { statusTerms } from '../../terms/index.ts';
import type { Catalog } from '../../catalog/index.ts';
import type { System } from '../build.ts';
import type { ProposedRow } from './list.ts';
import type { Confidence } from './suggest.ts';

const confidences: Readonly<Record<Confidence, Bilingual>> = {
  high: { zh: '把握大', en: 'likely' },
  medium: { zh: '把握中', en: 'perhaps' },
  low: { zh: '把握小', en: 'a guess' },
};

/**
 * Proposals as rows in the form of a file of `systems/`, each under a comment with its title, status, confidence and reasons,
 * for a person to keep or strike out. Rows have no code: the system gives them one.
 */
export function writeProposals(
  system: System,
  rows: readonly ProposedRow[],
  catalog: Catalog,
): string {
  const lines = [
    '# 建议，不是事实：每行判断过再放进体系的 rows，角色（role）也要看。把握看上一行，题名以目录为准。',
    '# Proposals, no facts: judge each line before it goes into the rows of the system, its role too.',
    `# ${oneLine(system.model.name.zh)} ${oneLine(system.model.name.en)}: ${rows.length}`,
    'rows:',
  ];
  for (const place of system.places) {
    const own = rows.filter((row) => row.place === place.id);
    if (own.length === 0) continue;
    lines.push('', `  # ${oneLine(place.name.zh)} · ${oneLine(place.name.en)}`);
    for (const row of own) lines.push(...writeRow(row, place.kind, catalog));
  }
  return `${lines.join('\n')}\n`;
}

function writeRow(row: ProposedRow, kind: 'node' | 'branch', catalog: Catalog): readonly string[] {
  const { entry, place, confidence, score, role, reasons } = row;
  const { zh, en } = confidences[confidence];
  const { status } = catalog.statusOf(entry);
  const said = statusTerms.find(({ value }) => value === status);
  const where = kind === 'node' ? `node: ${place}` : `system: ${quote(place)}`;
  const title = oneLine(
    [...new Set([entry.title, entry.titleEn ?? ''])].filter(Boolean).join(' · '),
  );
  return [
    `  # ${title}（${said?.zh ?? status}）${zh} ${en} ${score.toFixed(2)}：${oneLine(reasons.map((reason) => reason.zh).join('；'))}`,
    `  - { ${where}, number: ${quote(entry.key)}, role: ${role} }`,
  ];
}

/** A text from a catalogue may hold anything: in a comment it has one line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

import type { Clause, CompiledText } from '#core/model/standard.ts';
import { formatNumber } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { quoteYaml } from '../front-matter.ts';
import type { Hosted } from './common.ts';
import type { ClauseChange } from './text-changes.ts';

/** A text with changes in it, as it was compiled and as it is written, and which of its clauses differ. */
export interface ChangedText {
  readonly changed: readonly ClauseChange[];
  readonly text: CompiledText;
  readonly source: string;
}

/** What a sheet is and from which day it holds. */
interface SheetFacts {
  readonly number: StandardNumber;
  readonly issued: string;
  readonly implemented: string;
}

/**
 * The files of an amendment sheet, by their names: each changed clause with its words, tables and formulae as the text has them
 * and under the numbers they have there, and the figures of those clauses.
 */
export function writeSheet(
  { row: { meta } }: Hosted,
  { number, issued, implemented }: SheetFacts,
  after: ChangedText,
  readFile: (name: string) => Uint8Array | null,
): ReadonlyMap<string, Uint8Array> {
  const serial = number.amendments.at(-1)?.serial ?? '1';
  const list = (values: readonly string[]): string => `[${values.map(quoteYaml).join(', ')}]`;
  const [year = '', month = '', date = ''] = implemented.split('-');
  const head = [
    `number: ${formatNumber(number)}`,
    `title: ${quoteYaml(`《${meta.title}》第${serial}号修改单`)}`,
    ...(meta.titleEn
      ? [`titleEn: ${quoteYaml(`${meta.titleEn} - Amendment sheet No. ${serial}`)}`]
      : []),
    `issued: ${issued}`,
    `implemented: ${implemented}`,
    ...(meta.ics.length > 0 ? [`ics: [${meta.ics.map((code) => `'${code}'`).join(', ')}]`] : []),
    ...(meta.ccs.length > 0 ? [`ccs: ${list(meta.ccs)}`] : []),
    ...(meta.chains.length > 0 ? [`chains: ${list(meta.chains)}`] : []),
    `issuers: ${list(meta.issuers)}`,
    ...(meta.sample ? ['sample: true'] : []),
  ];
  const described = after.changed.map((change) => describe(change, after));
  // One alone is no sub-clause (GB/T 1.1—2020, 7.5).
  const clauses = described.length === 1 ? described : described.map((each) => `##\n\n${each}`);
  const index = `---
${head.join('\n')}
---

# 修改内容 {#changes}

${clauses.join('\n\n')}

# 实施 {#implementation}

本修改单自${year}年${Number(month)}月${Number(date)}日起实施。
`;
  const figures = listExhibits(after).flatMap(({ files = [] }) => files);
  return new Map([
    ['index.md', new TextEncoder().encode(index)],
    ...figures.flatMap((name): readonly (readonly [string, Uint8Array])[] => {
      const bytes = readFile(name);
      return bytes && index.includes(name) ? [[name, bytes]] : [];
    }),
  ]);
}

/** Tables, figures and formulae of the clauses that differ. */
function listExhibits({ changed, text }: ChangedText): CompiledText['exhibits'] {
  const places = new Set(changed.map(({ clause }) => text.clauses.indexOf(clause)));
  return text.exhibits.filter(({ clause }) => places.has(clause));
}

function describe({ kind, clause, after }: ClauseChange, whole: ChangedText): string {
  if (kind === 'removed') return `删去${name(clause)}。`;
  const title = clause.title ? [escapeMarkdown(clause.title)] : [];
  const text = [...title, writeWords(clause, whole)].filter((part) => part !== '').join('\n\n');
  if (kind === 'changed') return `将${name(clause)}修改为：\n\n${text}`;
  return `${after ? `在${name(after)}之后` : ''}增加${name(clause)}：\n\n${text}`;
}

const name = ({ label, title }: Clause): string => label || title;

/** The words of a clause as they are written; what only the whole text could resolve is written as it is printed. */
function writeWords(clause: Clause, whole: ChangedText): string {
  const { text, source } = whole;
  const lines = source.split(/\r?\n/);
  const next = text.clauses.find(({ line }) => line > clause.line)?.line ?? lines.length + 1;
  const own = lines
    .slice(clause.line, next - 1)
    .join('\n')
    .trim();
  const labels = new Map([...text.clauses, ...text.exhibits].map(({ id, label }) => [id, label]));
  const within = listExhibits(whole);
  const written = own
    .replaceAll(/\[#([^\]\s]+)\]/g, (mention, id: string) =>
      within.some((exhibit) => exhibit.id === id) || own.includes(`{#${id}`)
        ? mention
        : labels.get(id) || mention,
    )
    .replaceAll(
      /^(:{3,}(?:table|figure|formula)(?:\[.*\])?)\{#([^\s}]+)/gm,
      (opening, start, id: string) => {
        const number = /(?:[A-Z]\.)?\d+/.exec(labels.get(id) ?? '')?.[0];
        return number === undefined ? opening : `${start}{#${id} number="${number}"`;
      },
    );
  return isWhole(written, within) ? written : writePrinted(clause);
}

/** Whether all that a passage mentions is in it: footnotes, and what `[#…]` names. */
function isWhole(written: string, within: CompiledText['exhibits']): boolean {
  const isThere = (id: string): boolean =>
    within.some((exhibit) => exhibit.id === id) || written.includes(`{#${id}`);
  const isMade = [...written.matchAll(/\[#([^\]\s]+)\]/g)].every(([, id = '']) => isThere(id));
  const notes = [...written.matchAll(/\[\^([^\]\s]+)\](?!:)/g)];
  return isMade && notes.every(([, id = '']) => written.includes(`[^${id}]:`));
}

const writePrinted = ({ text }: Clause): string =>
  text
    .split('\n')
    .map((line) => escapeMarkdown(line.trim()))
    .filter((line) => line !== '')
    .join('\n\n');

/** Signs that Markdown or the dialect would take for marks. */
const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>$^~|#]/g, String.raw`\$&`)
    .replace(/^([-+:]|\d+[.)])/, String.raw`\$1`);

import type { Heading, RootContent } from 'mdast';
import type { Range } from '#core/model/diagnostic.ts';
import type { ClauseKind, Language } from '#core/model/standard.ts';
import type { Report } from '../report.ts';
import { spanOf } from '../syntax/nodes.ts';
import { plainText } from '../syntax/syntax.ts';
import { isComment } from '../syntax/unsafe.ts';
import { classifyTitle, readAnnexTitle, words } from './words.ts';

/** A heading with the blocks below it, numbered; ids come later. */
export interface OutlineClause {
  readonly kind: ClauseKind;
  readonly heading: Heading | null;
  readonly headingRange: Range;
  readonly level: number;
  readonly title: string;
  readonly titleEn?: string;
  readonly abbreviations: readonly string[];
  readonly admitted: readonly string[];
  readonly normative: boolean;
  readonly parent: number | null;
  readonly address: string;
  readonly label: string;
  readonly authoredId: string | null;
  readonly aliases: readonly string[];
  readonly blocks: RootContent[];
  readonly line: number;
}

const informativeKinds: ReadonlySet<ClauseKind> = new Set([
  'foreword',
  'introduction',
  'references',
  'bibliography',
  'index',
]);
const unnumberedKinds: ReadonlySet<ClauseKind> = new Set(['foreword', 'bibliography', 'index']);

/** Cut the blocks of a document at its headings and number the pieces (GB/T 1.1—2020, clause 7). */
export function buildOutline(
  blocks: readonly RootContent[],
  language: Language,
  report: Report,
): readonly OutlineClause[] {
  const clauses: OutlineClause[] = [];
  const counters = [0, 0, 0, 0, 0, 0];
  let annexes = 0;
  let chain: number[] = [];
  let last: OutlineClause | null = null;

  for (const block of blocks) {
    if (block.type !== 'heading') {
      if (last) last.blocks.push(block);
      else reportStray(block, report);
      continue;
    }
    const depth = Math.min(Math.max(block.depth, 1), 6);
    const level = Math.min(depth, chain.length + 1);
    if (level < depth) reportSkippedLevel(block, report, level);
    chain = chain.slice(0, level - 1);
    const parent = chain.at(-1) ?? null;
    const root = chain[0] === undefined ? null : (clauses[chain[0]] ?? null);
    const read = readHeading(block, level, root, clauses[parent ?? -1] ?? null);
    let address = '';
    if (level === 1) {
      counters.fill(0, 1);
      if (read.kind === 'annex') address = annexLetter(annexes++);
      else if (read.kind === 'introduction') address = '';
      else if (!unnumberedKinds.has(read.kind)) {
        counters[0] = (counters[0] ?? 0) + 1;
        address = String(counters[0]);
      }
    } else if (root && !unnumberedKinds.has(root.kind)) {
      counters[level - 1] = (counters[level - 1] ?? 0) + 1;
      counters.fill(0, level);
      const prefix = root.kind === 'introduction' ? '0' : root.address;
      address = [prefix, ...counters.slice(1, level)].join('.');
    }
    const clause: OutlineClause = {
      ...read,
      heading: block,
      headingRange: report.rangeOf(block),
      level,
      parent,
      address,
      label: labelClause(read.kind, level, address, read.title, language),
      normative: root ? root.normative : read.normative,
      blocks: [],
      line: block.position?.start.line ?? 1,
    };
    if (read.typedLetter) reportTypedLetter(block, report);
    if (read.natureMissing) reportMissingNature(block, report);
    chain.push(clauses.length);
    clauses.push(clause);
    last = clause;
  }
  return clauses;
}

function readHeading(
  heading: Heading,
  level: number,
  root: OutlineClause | null,
  parent: OutlineClause | null,
): Pick<
  OutlineClause,
  | 'kind'
  | 'title'
  | 'titleEn'
  | 'abbreviations'
  | 'admitted'
  | 'normative'
  | 'authoredId'
  | 'aliases'
> & { readonly typedLetter: boolean; readonly natureMissing: boolean } {
  const properties = heading.data?.hProperties ?? {};
  const written = plainText(heading).replaceAll(/\s+/g, ' ').trim();
  const base = {
    authoredId: typeof properties.id === 'string' && properties.id ? properties.id : null,
    aliases:
      typeof properties.was === 'string' ? properties.was.split(/[\s,]+/).filter(Boolean) : [],
    abbreviations: [] as readonly string[],
    admitted: [] as readonly string[],
    typedLetter: false,
    natureMissing: false,
  };
  if (level === 1) {
    const annex = readAnnexTitle(written);
    if (annex) {
      return {
        ...base,
        kind: 'annex',
        title: annex.title,
        normative: annex.normative,
        typedLetter: annex.typed,
        natureMissing: annex.natureMissing,
      };
    }
    const kind = classifyTitle(written);
    return { ...base, kind, title: written, normative: !informativeKinds.has(kind) };
  }
  const grouping = Array.isArray(properties.className) && properties.className.includes('group');
  const isTerm =
    root?.kind === 'terms' &&
    !grouping &&
    (level === 2 || (level === 3 && parent?.kind === 'clause'));
  if (!isTerm) return { ...base, kind: 'clause', title: written, normative: true };
  return { ...base, kind: 'term', normative: true, ...readTermHeading(written) };
}

/** `冷链物流 | cold chain logistics | CCL | 许用：冷链` */
function readTermHeading(
  written: string,
): Pick<OutlineClause, 'title' | 'titleEn' | 'abbreviations' | 'admitted'> {
  const [title = '', ...others] = written.split(/[|｜]/).map((piece) => piece.trim());
  const abbreviations: string[] = [];
  const admitted: string[] = [];
  let titleEn: string | undefined;
  for (const piece of others.filter(Boolean)) {
    const admittedTerm = /^(?:许用|admitted)\s*[：:]\s*(.+)$/i.exec(piece)?.[1];
    if (admittedTerm) admitted.push(admittedTerm);
    else if (titleEn !== undefined || /^[A-Z][A-Z0-9/.-]*s?$/.test(piece))
      abbreviations.push(piece);
    else titleEn = piece;
  }
  return { title, titleEn, abbreviations, admitted };
}

function labelClause(
  kind: ClauseKind,
  level: number,
  address: string,
  title: string,
  language: Language,
): string {
  if (address === '') return title;
  if (kind === 'annex') return words[language].annex(address);
  return level === 1 ? words[language].chapter(address) : address;
}

/** The letter of an annex by its index from 0: A … Z, AA … */
export function annexLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : annexLetter(Math.floor(index / 26) - 1) + letter;
}

function reportStray(block: RootContent, report: Report): void {
  if (block.type === 'yaml' || block.type === 'footnoteDefinition') return;
  if (block.type === 'definition' || isComment(block)) return;
  const start = spanOf(block)?.start ?? 0;
  const mark = /^[#＃]{1,6}[ \t\u3000\u00a0]*/.exec(report.source.slice(start, start + 20))?.[0];
  if (mark !== undefined) {
    report.add({
      rule: 'text-before-heading',
      range: report.rangeAtStart(block),
      message: {
        zh: `这一行像标题，却不是：“${mark.trim() || mark}”后面要空一格，都用半角`,
        en: 'This line looks like a heading but is none: it takes a half-width # and a space',
      },
      hint: { zh: '写作 # 范围', en: 'Write # Scope' },
      ...(!/\d/.test(report.source.charAt(start + mark.length)) && {
        fix: {
          start,
          end: start + mark.length,
          text: `${'#'.repeat(mark.replaceAll(/[^#＃]/g, '').length)} `,
        },
      }),
    });
    return;
  }
  report.add({
    rule: 'text-before-heading',
    range: report.rangeOf(block),
    message: {
      zh: '第一个标题之前有正文，它不属于任何要素，没有印出',
      en: 'Text before the first heading belongs to no element and is not printed',
    },
    hint: { zh: '在它上面加标题，例如 # 前言', en: 'Put a heading above it, e.g. # 前言' },
  });
}

function reportSkippedLevel(block: Heading, report: Report, level: number): void {
  const start = spanOf(block)?.start ?? 0;
  report.add({
    rule: 'heading-level-skipped',
    range: report.rangeOf(block),
    message: {
      zh: `标题跳级：这里只能用 ${level} 个 #，写了 ${block.depth} 个`,
      en: `Skipped heading level: ${level} # expected here, ${block.depth} written`,
    },
    fix: { start, end: start + block.depth, text: '#'.repeat(level) },
  });
}

function reportTypedLetter(block: Heading, report: Report): void {
  report.add({
    rule: 'typed-number',
    range: report.rangeOf(block),
    message: {
      zh: '附录字母由系统编排，不要手写',
      en: 'The annex letter is assigned automatically; do not type it',
    },
    hint: { zh: '写作 # 附录（规范性） 标题', en: 'Write # 附录（规范性） title' },
  });
}

function reportMissingNature(block: Heading, report: Report): void {
  report.add({
    rule: 'annex-nature-missing',
    range: report.rangeOf(block),
    message: {
      zh: '附录没有写明是规范性还是资料性，按规范性处理',
      en: 'The annex does not say whether it is normative or informative; it is taken as normative',
    },
    hint: {
      zh: '写作 # 附录（规范性） 标题，或 # 附录（资料性） 标题',
      en: 'Write # Annex (normative) Title or # Annex (informative) Title',
    },
  });
}

import { standardMeta, translationMeta } from '../model/meta.ts';
import type { StandardMeta } from '../model/meta.ts';
import type { Language } from '../model/standard.ts';
import { collectModals, collectProvisions } from './meaning/collect-provisions.ts';
import { collectReferences } from './meaning/references.ts';
import { collectTerms } from './meaning/terms.ts';
import type { ParsedClause, ParsedDocument, TranslationMeta } from './document.ts';
import { buildExhibits } from './structure/exhibits.ts';
import { boundSource, findUnread, reportUnreadable } from './syntax/bounds.ts';
import { generateForeword } from './structure/foreword.ts';
import type { ForewordParts } from './structure/foreword.ts';
import { missingFrontMatter, readFrontMatter } from './syntax/front-matter.ts';
import { isValidId } from './anchors/ids.ts';
import type { LedgerEntry } from './anchors/ids.ts';
import { numberBlocks } from './structure/numbering.ts';
import { leaveOutConsequences } from './structure/swallowed.ts';
import { buildOutline } from './structure/outline.ts';
import type { OutlineClause } from './structure/outline.ts';
import { fileStart, startReport } from './report.ts';
import type { Report } from './report.ts';
import { collectRuns } from './meaning/runs.ts';
import { assignAnchors } from './anchors/assign-anchors.ts';
import { parseMarkdown } from './syntax/syntax.ts';
import { readTree } from './syntax/tree.ts';
import { reportUnsafe } from './syntax/unsafe.ts';
import { hasMistypedHeading } from './structure/words.ts';

export type {
  ParsedClause,
  ParsedDocument,
  TextPlace,
  TextRun,
  TranslationMeta,
} from './document.ts';
export { collectListedTitles } from './meaning/references.ts';
export { isValidId } from './anchors/ids.ts';
export type { LedgerEntry } from './anchors/ids.ts';

export interface ParseOptions {
  /** Path shown in diagnostics, relative to the library. */
  readonly file: string;
  readonly language?: Language;
  /** Of a translation: the front matter of the original. */
  readonly original?: StandardMeta | null;
  /** Anchors published before. */
  readonly ledger?: readonly LedgerEntry[];
}

/**
 * Read one Markdown file of the dialect (docs/authoring.md). Never throws on content: whatever is
 * wrong becomes a diagnostic, and the rest of the document is there. `source` uses LF line ends.
 */
export function parseDocument(source: string, options: ParseOptions): ParsedDocument {
  const language = options.language ?? 'zh';
  const report = startReport(options.file, source);
  const bounded = boundSource(source, report);
  const front =
    language === 'zh'
      ? readFrontMatter(standardMeta, report)
      : readFrontMatter(translationMeta, report);
  const meta = language === 'zh' ? (front.meta as StandardMeta | null) : (options.original ?? null);
  const root = parseMarkdown(bounded, report.lineStarts) ?? reportUnreadable(report);
  const tree = readTree(root);
  const outline = withForeword(
    buildOutline(root.children ?? [], language, report),
    meta &&
      generateForeword(
        meta,
        language,
        language === 'en' ? (front.meta as TranslationMeta | null) : null,
      ),
    language,
  );
  const numbering = numberBlocks(outline, tree, language, report);
  reportUnsafe(root, tree, report);

  const printedNotes = new Set(
    [
      ...numbering.footnotes,
      ...[...numbering.marks.values()].flatMap(({ footnotes }) => footnotes ?? []),
    ].map(({ blocks }) => blocks),
  );
  const runs = collectRuns(outline, source, printedNotes);
  const { ids, aliases, inline } = assignAnchors(
    outline,
    numbering,
    runs,
    (options.ledger ?? []).filter(({ id }) => isValidId(id)),
    report,
  );
  const clauses = outline.map((clause, index) =>
    toParsed(clause, ids[index] ?? '', aliases[index] ?? []),
  );
  const exhibits = buildExhibits(
    numbering.exhibits,
    ids.slice(outline.length),
    numbering.marks,
    numbering.grids,
    report,
    meta?.status === 'draft',
  );
  const labels = new Map<string, string>();
  for (const clause of clauses) {
    for (const id of [clause.id, ...clause.aliases]) labels.set(id, clause.label);
  }
  for (const { id, label } of exhibits) labels.set(id, label);
  for (const { id, node, label, clause } of inline) {
    const printed = label ?? clauses[clause]?.label ?? '';
    labels.set(id, printed);
    numbering.marks.set(node, { label: numbering.marks.get(node)?.label ?? printed, id });
  }
  const profile = meta?.profile ?? 'gbt1.1';
  const modals = language === 'zh' ? collectModals(runs) : new Map<never, never>();
  const provisions =
    language === 'zh'
      ? collectProvisions(runs, clauses, { modals, profile, marks: numbering.marks })
      : [];
  const { references, mentions, numbers } = collectReferences(runs, clauses, labels, report);
  // Without front matter there is no generated foreword, and what else is missing follows from it.
  if (meta && !findUnread(report.found))
    reportLost(clauses, exhibits, options.ledger ?? [], report);
  return {
    file: options.file,
    source,
    lineStarts: report.lineStarts,
    language,
    meta,
    translation: language === 'en' ? (front.meta as TranslationMeta | null) : null,
    metaRanges: front.ranges,
    root,
    tree,
    clauses,
    runs: runs.filter((run) => run.segments.length > 0),
    references,
    provisions,
    terms: collectTerms(clauses, outline),
    exhibits,
    marks: numbering.marks,
    grids: numbering.grids,
    footnotes: numbering.footnotes,
    modals,
    mentions,
    numbers,
    labels,
    // What is found in a text without its front matter follows from that.
    diagnostics: report.found.some(({ rule }) => rule === missingFrontMatter)
      ? report.found.filter(({ rule }) => rule === missingFrontMatter)
      : (findUnread(report.found) ?? leaveOutConsequences(report.found, root, source)),
  };
}

function withForeword(
  outline: readonly OutlineClause[],
  parts: ForewordParts | null,
  language: Language,
): readonly OutlineClause[] {
  if (!parts || (outline.length === 0 && language === 'en')) return outline;
  const { before, after } = parts;
  const at = outline.findIndex((clause) => clause.kind === 'foreword' && clause.level === 1);
  if (at !== -1) {
    return outline.map((clause, index) =>
      index === at ? { ...clause, blocks: [...before, ...clause.blocks, ...after] } : clause,
    );
  }
  const title = language === 'zh' ? '前言' : 'Foreword';
  const foreword: OutlineClause = {
    kind: 'foreword',
    heading: null,
    headingRange: fileStart,
    level: 1,
    title,
    abbreviations: [],
    admitted: [],
    normative: false,
    parent: null,
    address: '',
    label: title,
    authoredId: 'foreword',
    aliases: [],
    blocks: [...before, ...after],
    line: 1,
  };
  const shifted = outline.map((clause) => ({
    ...clause,
    parent: clause.parent === null ? null : clause.parent + 1,
  }));
  return [foreword, ...shifted];
}

function toParsed(clause: OutlineClause, id: string, aliases: readonly string[]): ParsedClause {
  return {
    id,
    aliases,
    kind: clause.kind,
    address: clause.address,
    label: clause.label,
    level: clause.level,
    title: clause.title,
    ...(clause.titleEn === undefined ? {} : { titleEn: clause.titleEn }),
    normative: clause.normative,
    parent: clause.parent,
    line: clause.line,
    heading: clause.heading,
    blocks: clause.blocks,
    headingRange: clause.headingRange,
  };
}

/** More lost anchors than these have one cause. */
const mostLost = 10;

function reportLost(
  clauses: readonly ParsedClause[],
  exhibits: ParsedDocument['exhibits'],
  ledger: readonly LedgerEntry[],
  report: Report,
): void {
  if (ledger.length === 0) return;
  const kept = new Set(exhibits.map(({ id }) => id));
  for (const clause of clauses) for (const id of [clause.id, ...clause.aliases]) kept.add(id);
  const lost = ledger.filter(
    ({ id, title }) => !kept.has(id) && !hasMistypedHeading(report.source, title),
  );
  const range = fileStart;
  if (lost.length > mostLost) {
    const named = lost.slice(0, 3).map(({ id }) => `#${id}`);
    report.add({
      rule: 'anchor-lost',
      range,
      message: {
        zh: `已公布的 ${lost.length} 个锚点不见了（${named.join('、')} 等），外面的链接会失效`,
        en: `${lost.length} published anchors are gone (${named.join(', ')} …); links to them would break`,
      },
      hint: {
        zh: '多半是丢了一大段正文，或标题的 # 写坏了：与上次的文件对照；确是改写的，在接替的条的标题后逐个写 was="原标识"',
        en: 'Probably a large part of the text is lost, or the # of headings is damaged: compare with the last file; where it was rewritten, write was="old-id" after each heading that takes the place of one',
      },
    });
    return;
  }
  for (const { id, address, title } of lost) {
    report.add({
      rule: 'anchor-lost',
      range,
      message: {
        zh: `已公布的锚点 #${id}（${address} ${title}）不见了，外面的链接会失效`,
        en: `The published anchor #${id} (${address} ${title}) is gone; links to it would break`,
      },
      hint: {
        zh: `在接替它的条的标题后写 {#新标识 was="${id}"}`,
        en: `Write {#new-id was="${id}"} after the heading that takes its place`,
      },
    });
  }
}

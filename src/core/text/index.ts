import { standardMeta, translationMeta } from '../model/meta.ts';
import type { StandardMeta } from '../model/meta.ts';
import type { Language } from '../model/standard.ts';
import { collectProvisions, collectReferences, collectTerms } from './collect.ts';
import type { ParsedClause, ParsedDocument } from './document.ts';
import { buildExhibits } from './exhibits.ts';
import { generateForeword } from './foreword.ts';
import { readFrontMatter } from './front-matter.ts';
import { assignIds, isValidId } from './ids.ts';
import type { Anchor, LedgerEntry } from './ids.ts';
import { numberBlocks } from './numbering.ts';
import { buildOutline } from './outline.ts';
import type { OutlineClause } from './outline.ts';
import { startReport } from './report.ts';
import type { Report } from './report.ts';
import { collectRuns } from './runs.ts';
import { parseMarkdown, plainText } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';
import { reportUnsafe } from './unsafe.ts';

export type { ParsedClause, ParsedDocument, TextPlace, TextRun } from './document.ts';
export type { LedgerEntry } from './ids.ts';

export interface ParseOptions {
  /** Path shown in diagnostics, relative to the library. */
  readonly file: string;
  readonly language?: Language;
  /** Of a translation: the front matter of the original. */
  readonly original?: StandardMeta | null;
  /** Anchors published before. */
  readonly ledger?: readonly LedgerEntry[];
}

const longestLine = 200_000;
const longestSource = 4_000_000;

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
  const root = parseMarkdown(bounded);
  const outline = withForeword(buildOutline(root.children ?? [], language, report), meta, language);
  const numbering = numberBlocks(outline, root, language, report);
  reportUnsafe(root, report);

  const ids = settleIds(outline, numbering.exhibits, numbering.listItems, options.ledger, report);
  const clauses = outline.map((clause, index) => toParsed(clause, ids[index] ?? ''));
  const exhibits = buildExhibits(
    numbering.exhibits,
    ids.slice(outline.length),
    numbering.marks,
    report,
  );
  const labels = new Map<string, string>();
  for (const clause of clauses) {
    for (const id of [clause.id, ...clause.aliases]) labels.set(id, clause.label);
  }
  for (const { id, label } of exhibits) labels.set(id, label);
  for (const [id, { label }] of numbering.listItems) labels.set(id, label);

  const runs = collectRuns(outline, source);
  const profile = meta?.profile ?? 'gbt1.1';
  const provisions = language === 'zh' ? collectProvisions(runs, clauses, profile) : [];
  for (const { by, id, clause } of provisions) {
    if (by === 'author' && !labels.has(id)) labels.set(id, clauses[clause]?.label ?? '');
  }
  const references = collectReferences(runs, clauses, labels, report);
  reportLost(clauses, exhibits, options.ledger ?? [], report);
  return {
    file: options.file,
    source,
    language,
    meta,
    metaRanges: front.ranges,
    root,
    clauses,
    runs: runs.filter((run) => run.segments.length > 0),
    references,
    provisions,
    terms: collectTerms(clauses, outline),
    exhibits,
    marks: numbering.marks,
    footnotes: numbering.footnotes,
    labels,
    diagnostics: report.found,
  };
}

/** A body that could not have been written by a person is not parsed; its front matter still is. */
function boundSource(source: string, report: Report): string {
  let start = 0;
  let line = 1;
  let tooLong = source.length > longestSource ? 1 : 0;
  while (tooLong === 0 && start < source.length) {
    const end = source.indexOf('\n', start);
    const stop = end === -1 ? source.length : end;
    if (stop - start > longestLine) tooLong = line;
    start = stop + 1;
    line++;
  }
  if (tooLong === 0) return source;
  report.add({
    rule: 'text-too-long',
    range: { start: { line: tooLong, column: 1 }, end: { line: tooLong, column: 1 } },
    message: {
      zh: `这一行或整个文件太长（一行至多 ${longestLine} 字，全文至多 ${longestSource} 字），正文没有读入`,
      en: `This line or the file is too long (at most ${longestLine} characters a line, ${longestSource} in all); the body was not read`,
    },
    hint: {
      zh: '检查是否误贴了图片的 base64 编码；图片存成文件放在同一文件夹',
      en: 'Check for a pasted base64 image; store images as files in the same folder',
    },
  });
  const close = /\n---[ \t]*\n/.exec(source.slice(0, 100_000));
  return close ? source.slice(0, close.index + close[0].length) : '';
}

function withForeword(
  outline: readonly OutlineClause[],
  meta: StandardMeta | null,
  language: Language,
): readonly OutlineClause[] {
  if (!meta || (outline.length === 0 && language === 'en')) return outline;
  const { before, after } = generateForeword(meta, language);
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
    headingRange: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
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

const reservedIds: Readonly<Record<string, string>> = {
  foreword: 'foreword',
  introduction: 'introduction',
  scope: 'scope',
  references: 'normative-references',
  terms: 'terms',
  bibliography: 'bibliography',
  index: 'index',
};

/** Ids of all clauses, then of all exhibits. */
function settleIds(
  outline: readonly OutlineClause[],
  exhibits: ReturnType<typeof numberBlocks>['exhibits'],
  listItems: ReadonlyMap<string, unknown>,
  ledger: readonly LedgerEntry[] = [],
  report: Report,
): readonly string[] {
  const seen = new Set<string>(listItems.keys());
  const accept = (id: string | null, node: SyntaxNode | null): string | null => {
    if (id === null) return null;
    if (!isValidId(id)) {
      report.add({
        rule: 'id-invalid',
        range: report.rangeOf(node),
        message: {
          zh: `标识“${id.slice(0, 60)}”不合法：以字母开头，只用字母、数字、- _ .，至多 100 字，不以 fn 开头`,
          en: `Invalid id "${id.slice(0, 60)}": start with a letter; letters, digits, - _ . only; at most 100; not starting with fn`,
        },
      });
      return null;
    }
    if (seen.has(id)) {
      report.add({
        rule: 'id-duplicate',
        range: report.rangeOf(node),
        message: { zh: `标识“${id}”用了两次`, en: `The id "${id}" is used twice` },
        hint: { zh: '给其中一个换名', en: 'Rename one of them' },
      });
      return null;
    }
    seen.add(id);
    return id;
  };
  const anchors: Anchor[] = outline.map((clause) => {
    const reserved = clause.level === 1 ? (reservedIds[clause.kind] ?? null) : null;
    const given = accept(clause.authoredId, clause.heading);
    return {
      authored: given ?? (reserved !== null && !seen.has(reserved) ? accept(reserved, null) : null),
      address: clause.address,
      title: clause.title,
      content: clause.title || clause.blocks.map(plainText).join('').slice(0, 200),
      parent: clause.parent,
    };
  });
  for (const exhibit of exhibits) {
    anchors.push({
      authored: accept(exhibit.authoredId, exhibit.node),
      address: `${exhibit.kind} ${exhibit.number}`,
      title: exhibit.title,
      content: plainText(exhibit.node).slice(0, 200),
      parent: exhibit.clause,
    });
  }
  return assignIds(anchors, new Set(listItems.keys()), ledger);
}

function toParsed(clause: OutlineClause, id: string): ParsedClause {
  return {
    id,
    aliases: clause.aliases.filter((alias) => isValidId(alias) && alias !== id),
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

function reportLost(
  clauses: readonly ParsedClause[],
  exhibits: ParsedDocument['exhibits'],
  ledger: readonly LedgerEntry[],
  report: Report,
): void {
  if (ledger.length === 0) return;
  const kept = new Set(exhibits.map(({ id }) => id));
  for (const clause of clauses) for (const id of [clause.id, ...clause.aliases]) kept.add(id);
  for (const { id, address, title } of ledger) {
    if (kept.has(id)) continue;
    report.add({
      rule: 'anchor-lost',
      range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
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

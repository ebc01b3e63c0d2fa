import { listCitations } from '#core/catalog/index.ts';
import { checkDocument, checkTranslation } from '#core/check/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import { pointedKeys } from '#core/model/row.ts';
import type { StandardRow } from '#core/model/row.ts';
import type {
  CompiledStandard,
  CompiledText,
  Reference,
  StandardKind,
} from '#core/model/standard.ts';
import { readPromotion } from '#core/promotion/index.ts';
import { formatNumber, numberKey, numberSlug, parseNumber } from '#core/number/index.ts';
import { renderDocument } from '#core/render/index.ts';
import { asHosted, hostedFamilies } from '#core/terms/index.ts';
import { collectListedTitles, parseDocument } from '#core/text/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { readGuide } from '#core/guide/index.ts';
import { checkFigureFiles, checkFigures } from './check-figures.ts';
import { decodeText } from './decode.ts';
import type { BesideName, StandardFolder } from './files.ts';
import { readLedger } from './ledger.ts';

/**
 * What one folder compiles to. `standard` and `row` are null when its front matter cannot be read;
 * the row's digests are set when the body is stored.
 */
export interface CompiledFolder {
  readonly standard: CompiledStandard | null;
  readonly row: StandardRow | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compile one standard from its folder's files. Never throws on content. */
export function compileStandard(folder: StandardFolder): CompiledFolder {
  const diagnostics: Diagnostic[] = [];
  const file = `${folder.path}/index.md`;
  const source = decodeText(folder.index, file, diagnostics);
  if (source === null) return { standard: null, row: null, diagnostics };
  const ledger = readLedger(folder.ledger, `${folder.path}/anchors.tsv`, diagnostics);
  const document = parseDocument(source, { file, ledger });
  const text = finish(document, folder, diagnostics);
  const english = compileEnglish(folder, document, diagnostics);
  diagnostics.push(...checkFigureFiles(folder), ...checkKind(folder));
  const guides = readGuides(folder, text, english?.text, diagnostics);
  const promotion = readPromotionFile(folder, text, diagnostics);
  const { meta } = document;
  if (!meta) return { standard: null, row: null, diagnostics };
  const parsed = parseNumber(meta.number);
  if (!parsed.ok) return { standard: null, row: null, diagnostics };
  const identity = {
    slug: numberSlug(parsed.number),
    kind: kindOf(folder.path, parsed.number.family),
    key: numberKey(parsed.number),
    number: formatNumber(parsed.number),
    meta,
    file,
  };
  const standard: CompiledStandard = {
    ...identity,
    text,
    ...(english ? { english: english.text } : {}),
    ...(guides && { guides }),
    ...(promotion && { promotion }),
    figures: folder.figures.map(({ name }) => name),
    diagnostics,
  };
  return {
    standard,
    row: makeRow(standard, document, folder.digest, english?.titles),
    diagnostics,
  };
}

/** Notes for readers, in each language that has some; findings are said at their lines. */
function readGuides(
  { path, beside }: StandardFolder,
  text: CompiledText,
  english: CompiledText | undefined,
  diagnostics: Diagnostic[],
): CompiledStandard['guides'] {
  const read = (name: BesideName, clauses: CompiledText['clauses']) => {
    const bytes = beside?.get(name);
    const file = `${path}/${name}`;
    const source = bytes && decodeText(bytes, file, diagnostics);
    if (source === undefined || source === null) return undefined;
    const { guide, diagnostics: found } = readGuide(source, { file, clauses });
    diagnostics.push(...found);
    return guide;
  };
  const zh = read('guide.md', text.clauses);
  const en = read('guide.en.md', (english ?? text).clauses);
  return zh || en ? { ...(zh && { zh }), ...(en && { en }) } : undefined;
}

function readPromotionFile(
  { path, beside }: StandardFolder,
  text: CompiledText,
  diagnostics: Diagnostic[],
): CompiledStandard['promotion'] {
  const bytes = beside?.get('promotion.yaml');
  const file = `${path}/promotion.yaml`;
  const source = bytes && decodeText(bytes, file, diagnostics);
  if (source === undefined || source === null) return undefined;
  const { promotion, diagnostics: found } = readPromotion(source, { file, text });
  diagnostics.push(...found);
  return promotion ?? undefined;
}

/** By the folder that holds it; of the draft of a project by its number. */
function kindOf(path: string, family: string): StandardKind {
  return asHosted(isDraft(path) ? family : kindFolder(path)) ?? 'local';
}

const isDraft = (path: string): boolean => path.startsWith('projects/');

/** The folder of the kind, of `standards/<kind>/<slug>` and below `partners/<id>/` alike. */
const kindFolder = (path: string): string => path.split('/').at(-2) ?? '';

function checkKind({ path }: StandardFolder): readonly Diagnostic[] {
  const kind = kindFolder(path);
  if (isDraft(path) || asHosted(kind)) return [];
  return [
    makeFinding(`${path}/index.md`, {
      rule: 'kind-unknown',
      range: startOfLine(1),
      message: {
        zh: `standards/${kind} 不是标准的类别`,
        en: `standards/${kind} is no kind of standard`,
      },
      hint: {
        zh: `把文件夹移到 standards/ 的 ${hostedFamilies.join('、')} 之一`,
        en: `Move the folder into one of ${hostedFamilies.join(', ')} of standards/`,
      },
    }),
  ];
}

function finish(
  document: ParsedDocument,
  folder: StandardFolder,
  diagnostics: Diagnostic[],
): CompiledText {
  const { text, diagnostics: drawn } = renderDocument(document);
  const checked = checkDocument(document);
  const found = [document.diagnostics, drawn, checkFigures(document, folder.figures), checked];
  // One by one: a file may have more findings than a call takes arguments.
  for (const finding of found.flat()) diagnostics.push(finding);
  return text;
}

function compileEnglish(
  folder: StandardFolder,
  original: ParsedDocument,
  diagnostics: Diagnostic[],
):
  | {
      readonly text: NonNullable<CompiledStandard['english']>;
      readonly titles: ReadonlyMap<string, string>;
    }
  | undefined {
  if (!folder.english) return undefined;
  const file = `${folder.path}/index.en.md`;
  const source = decodeText(folder.english, file, diagnostics);
  if (source === null) return undefined;
  const document = parseDocument(source, { file, language: 'en', original: original.meta });
  const text = finish(document, folder, diagnostics);
  diagnostics.push(...checkTranslation(original, document));
  const { translation } = document;
  return {
    text: { ...text, ...(translation && { head: translation }) },
    titles: collectListedTitles(document),
  };
}

/** One mention of a standard a clause is enough to know who cites it, and where. */
function mentionOnce(references: readonly Reference[]): readonly Reference[] {
  const seen = new Set<string>();
  return references.filter(({ key, targetClauses, clause, role, informative }) => {
    const mention = `${key} ${targetClauses?.join() ?? ''} ${clause} ${role} ${informative}`;
    return !seen.has(mention) && seen.add(mention);
  });
}

function listMentions(texts: readonly CompiledText[]): StandardRow['mentions'] {
  const dated = new Map<string, boolean>();
  for (const reference of texts.flatMap(({ references }) => references))
    dated.set(reference.key, reference.dated && dated.get(reference.key) !== false);
  return Array.from(dated, ([key, isDated]) => ({ key, dated: isDated }));
}

function listMetaRanges({ metaRanges }: ParsedDocument): StandardRow['metaRanges'] {
  const isPointedAt = new RegExp(`^(?:${pointedKeys.join('|')})(?:\\.|$)`);
  return Object.fromEntries([...metaRanges].filter(([path]) => isPointedAt.test(path)));
}

/** Terms with their addresses; what they are in English stands in the Chinese entry, or under the same anchor in the English text. */
function listTerms({ text, english }: CompiledStandard): StandardRow['terms'] {
  const translated = new Map(
    english?.terms.map((term) => [english.clauses[term.clause]?.id ?? '', term]),
  );
  return text.terms.map(({ clause, ...term }) => {
    const { id = '', address = '' } = text.clauses[clause] ?? {};
    const other = translated.get(id);
    const termEn = term.termEn ?? other?.term;
    return {
      ...term,
      ...(termEn && { termEn }),
      ...(other?.definition && { definitionEn: other.definition }),
      anchor: id,
      address,
    };
  });
}

function makeRow(
  standard: CompiledStandard,
  document: ParsedDocument,
  source: string,
  titles: ReadonlyMap<string, string> = new Map(),
): StandardRow {
  const { text } = standard;
  const provisions: Record<string, number> = {};
  for (const { type } of text.provisions) provisions[type] = (provisions[type] ?? 0) + 1;
  const scope = text.clauses.find(({ kind }) => kind === 'scope');
  const references = mentionOnce(text.references);
  return {
    slug: standard.slug,
    kind: standard.kind,
    key: standard.key,
    number: standard.number,
    meta: standard.meta,
    file: standard.file,
    digest: '',
    names: '',
    source,
    addresses: text.clauses.map(({ address }) => address).filter(Boolean),
    scope: scope?.text ?? '',
    terms: listTerms(standard),
    references,
    citations: listCitations(references),
    mentions: listMentions([text, ...(standard.english ? [standard.english] : [])]),
    metaRanges: listMetaRanges(document),
    ...(titles.size > 0 && { englishTitles: Object.fromEntries(titles) }),
    provisions,
    hasEnglish: standard.english !== undefined,
    ...(standard.guides && { isGuided: true as const }),
    ...(standard.promotion && { isPromoted: true as const }),
    characters: text.clauses.reduce((sum, clause) => sum + clause.text.length, 0),
    diagnostics: standard.diagnostics,
  };
}

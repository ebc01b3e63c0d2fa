import type { Bilingual } from '#core/base/bilingual.ts';
import type { HostedFamily } from '#core/terms/index.ts';
import { Account } from './account.ts';
import type { Use } from './account.ts';
import { Builder } from './builder.ts';
import type { DraftSource } from './draft-source.ts';
import type { TypedCaption } from './exhibit-builder.ts';
import type { DraftMeta } from './front-matter.ts';
import { guessFunction, guessProfile } from './guesses.ts';
import { Pictures } from './pictures.ts';
import type { Block, Left, LeftKind, Paragraph } from './pieces.ts';
import { countCharacters } from './pieces.ts';
import { bold, broughtAlong, unaccounted } from './reasons.ts';
import { listParagraphs } from './tables.ts';
import { writeMarkdown } from './write-markdown.ts';
import type { LineOfPlace } from './write-markdown.ts';

/** What was said when a file became a text: counts, and everything that is not in the text as it stood. */
export interface TextReport {
  readonly paragraphs: { readonly file: number; readonly text: number; readonly other: number };
  /** Characters without white space: of the file, counted apart from the reading, and by what became of them. */
  readonly characters: Readonly<Record<Use, number>> & {
    readonly file: number;
    readonly besides: number;
  };
  readonly left: readonly Left[];
  readonly notices: readonly Bilingual[];
}

/** A draft as the library keeps it. */
export interface ImportedText {
  readonly markdown: string;
  /** The number of the standard whose English text it is, empty where the file has none; absent of a text of its own. */
  readonly translationOf?: string;
  /** What the cover calls the draft. */
  readonly kind: HostedFamily | undefined;
  /** What the cover and the foreword said. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Pictures that the text wants and no page can show, by their names in the file. */
  readonly unusable: ReadonlyMap<string, Uint8Array>;
  /** Numbers of tables, figures and formulas that were typed; null where one of them did not come over. */
  readonly captions: readonly TypedCaption[] | null;
  readonly report: TextReport;
  /** Lines of the text by the paragraphs of the file that they come from, in their order. */
  readonly lines: readonly LineOfPlace[];
}

/** What a person says of a draft beside its file; it goes before what the file says. */
export interface TextOptions {
  readonly number?: string;
  readonly title?: string;
  readonly issuer?: string;
  /** Pictures (PNG) in place of those of the file that no page can show, by their names in it. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** How many formulae the file had before another program made a Word file of it. */
  readonly formulas?: number;
  /** Pictures that lie beside a file that only names them, by name. */
  readonly attached?: ReadonlyMap<string, Uint8Array>;
}

/** The text of a draft, its front matter and pictures, and the report of what is not in it as it stood. */
export function buildText(source: DraftSource, options: TextOptions = {}): ImportedText {
  const { blocks, notes, left, paragraphs, characters: inFile } = source;
  const account = new Account(left);
  const pictures = new Pictures(source.relationships, source.pictures, account, options.pictures);
  const wanted = findWanted([...blocks, ...[...notes.values()].flat()]);
  const builder = new Builder({ account, pictures, notes, wanted });
  const root = builder.build(blocks);
  const boldRuns = listAll(blocks).filter(
    ({ isBold, outline }) => isBold && outline === undefined,
  ).length;
  if (boldRuns > 0) account.leave('mark', 0, String(boldRuns), bold, false);
  const totals = account.totals();
  const besides = countBesides(account.left);
  const sum = Object.values(totals).reduce((all, count) => all + count, besides);
  if (sum !== inFile) account.leave('guess', 0, '', unaccounted(inFile - sum), true);
  const known = writeMeta(builder.meta, options);
  const { markdown: plain } = writeMarkdown(known, root);
  const { foreword, ...others } = known;
  const { carried = {} } = source;
  const names = Object.keys(carried);
  if (names.length > 0) account.leave('guess', 0, names.join('、'), broughtAlong, false);
  const meta = {
    ...others,
    // What carries facts says all there is to say.
    ...(names.length > 0 ? carried : guess(builder, known, plain, account)),
    ...(foreword !== undefined && { foreword }),
  };
  return {
    ...writeMarkdown(meta, root),
    meta,
    pictures: pictures.files,
    unusable: pictures.unusable,
    kind: builder.meta.kind,
    captions: builder.captions,
    report: {
      paragraphs: { file: paragraphs, ...account.paragraphs },
      characters: { file: inFile, ...totals, besides },
      left: account.left.toSorted((a, b) => a.place - b.place),
      notices: source.notices,
    },
  };
}

/** Keys of the front matter that nobody wrote and the draft allows to guess; each guess is in the report. */
function guess(
  { meta: { basis }, cover: { text: cover } }: Builder,
  known: Readonly<Record<string, unknown>>,
  text: string,
  account: Account,
): Record<string, unknown> {
  const textOf = (value: unknown): string | undefined =>
    typeof value === 'string' ? value : undefined;
  const number = textOf(known['number']);
  const rules = guessProfile({ number, cover, text, basis });
  const purpose = guessFunction(textOf(known['title']));
  for (const each of [rules.guess, purpose.guess]) {
    if (each) account.leave('guess', 0, each.said, each.why, !each.isSure);
  }
  return {
    ...(rules.profile && { profile: rules.profile }),
    ...(purpose.functionType && { functionType: purpose.functionType }),
  };
}

/** Text that no paragraph shows: deleted, hidden, of hints, of readings, of results of fields. */
function countBesides(left: readonly Left[]): number {
  const kinds = new Set<LeftKind>([
    'deleted',
    'hidden',
    'placeholder',
    'ruby',
    'duplicate',
    'field',
  ]);
  return left
    .filter(({ kind }) => kinds.has(kind))
    .reduce((sum, { text }) => sum + countCharacters(text), 0);
}

function listAll(blocks: readonly Block[]): readonly Paragraph[] {
  return blocks.flatMap((block): readonly Paragraph[] => {
    if (block.kind === 'paragraph') return [block, ...listAll(block.boxes)];
    return block.kind === 'table' ? listParagraphs(block) : [];
  });
}

function findWanted(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(
    listAll(blocks).flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'reference' ? [piece.bookmark] : [])),
    ),
  );
}

/** Front matter of a draft; what is not known is left out and asked for by the checks. */
function writeMeta(meta: DraftMeta, options: TextOptions): Record<string, unknown> {
  const { basis, part, patent, changes, history, ...known } = meta;
  const foreword = {
    ...(basis !== undefined && { basis }),
    ...(part !== undefined && { part }),
    ...(changes.length > 0 && { changes }),
    ...(patent === true ? {} : { patent: false }),
    ...(history.length > 0 && { history }),
  };
  const number = options.number ?? known.number;
  const title = options.title ?? known.title;
  const issuers = options.issuer === undefined ? known.issuers : [options.issuer];
  const order = [
    'titleEn',
    'draftStage',
    'issued',
    'implemented',
    'ics',
    'ccs',
    'proposedBy',
    'administeredBy',
    'draftedBy',
    'drafters',
    'replaces',
    'adopts',
    'recordNumber',
  ] as const;
  const rest = order.flatMap((key) =>
    known[key] === undefined || key === 'titleEn' ? [] : [[key, known[key]] as const],
  );
  return {
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
    ...(known.titleEn !== undefined && { titleEn: known.titleEn }),
    status: 'draft',
    ...Object.fromEntries(rest),
    ...(issuers !== undefined && { issuers }),
    ...(Object.keys(foreword).length > 0 && { foreword }),
  };
}

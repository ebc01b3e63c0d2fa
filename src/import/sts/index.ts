import { basisOf } from '#core/model/drafting-rules.ts';
import { metaKeys } from '#core/model/meta.ts';
import { hostedFamilies } from '#core/terms/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { ImportedText, TextOptions } from '../word/build-text.ts';
import type { DraftMeta } from '../word/front-matter.ts';
import { unaccounted } from '../word/reasons.ts';
import { writeMarkdown } from '../word/write-markdown.ts';
import { languageOf, StsBuilder } from './build.ts';
import { StsContext } from './context.ts';
import { findOriginator, readStsMeta } from './meta.ts';
import { isEnglishOf, unknownFact, untaken } from './reasons.ts';
import { makeEnglishHead } from './translation.ts';
import { childOf, countUses, elementsOf, readStsTree } from './tree.ts';
import type { StsElement } from './tree.ts';

/**
 * Reads a standard from NISO STS XML (ANSI/NISO Z39.102), as our own export and those of ISO and its members write it. Nothing
 * is lost: every text of the file is in the text, in the front matter, printed by itself, or in the report. A file that cannot
 * be read, or is hostile, gives the reason.
 */
export function importSts(bytes: Uint8Array, options: TextOptions = {}): ImportedText | Bilingual {
  const root = readStsTree(bytes);
  if ('zh' in root) return root;
  const standard = root.name === 'standard' ? root : (findStandard(root) ?? root);
  const context = new StsContext(standard, languageOf(standard), options.attached ?? new Map());
  const front = childOf(standard, 'front');
  const { facts, kind } = readStsMeta(front, context);
  const { isTranslation: isEnglish } = context;
  const { translation, ...known } = facts;
  const builder = new StsBuilder(context);
  const { part } = Object(Object(translation).foreword);
  if (isEnglish && typeof part === 'string') builder.said.part = part;
  const text = builder.build(standard);
  if (!isEnglish && translation !== undefined)
    context.leave('front', standard, JSON.stringify(translation), unknownFact('translation'), true);
  const whole = mergeMeta(known, builder.said, findOriginator(front), options);
  const meta = isEnglish ? makeEnglishHead(translation, builder.said, context) : whole;
  const number = typeof whole['number'] === 'string' ? whole['number'] : '';
  context.finish();
  const { uses, file, untaken: lost } = countUses(root);
  for (const { element, text: words } of lost)
    context.leave('object', element, words.trim(), untaken(element.name), true);
  const sum = Object.values(uses).reduce((all, count) => all + count, 0);
  if (sum !== file)
    context.left.push({
      kind: 'guess',
      place: 0,
      text: '',
      why: unaccounted(file - sum),
      needsPerson: true,
    });
  const blocks = text.children.length;
  return {
    ...writeMarkdown(meta, text),
    meta,
    ...(isEnglish && { translationOf: number }),
    kind: hostedFamilies.find((family) => family === kind),
    pictures: context.pictures,
    unusable: context.unusable,
    captions: null,
    report: {
      paragraphs: { file: blocks, text: blocks, other: 0 },
      characters: { file, ...uses, besides: 0 },
      left: context.left.toSorted((a, b) => a.place - b.place),
      notices: isEnglish ? [isEnglishOf(number)] : [],
    },
  };
}

/** The adopted standard in a national one that wraps it. */
function findStandard(element: StsElement): StsElement | undefined {
  for (const child of elementsOf(element)) {
    const found = child.name === 'standard' ? child : findStandard(child);
    if (found) return found;
  }
  return undefined;
}

/** What a person says goes before what the head of the file says, that before what its foreword says. */
function mergeMeta(
  facts: Readonly<Record<string, unknown>>,
  said: DraftMeta,
  originator: string | undefined,
  options: TextOptions,
): Record<string, unknown> {
  const { basis, part, patent, changes, history, kind: _, ...rest } = said;
  const foreword = {
    ...(basis !== undefined && { basis }),
    ...(part !== undefined && { part }),
    ...(changes.length > 0 && { changes }),
    ...(patent === true ? {} : { patent: false }),
    ...(history.length > 0 && { history }),
  };
  const all: Record<string, unknown> = {
    ...rest,
    ...facts,
    ...mergeDetails(facts, rest),
    ...(originator !== undefined && !('issuers' in facts) && { issuers: [originator] }),
    ...(options.number !== undefined && { number: options.number }),
    ...(options.title !== undefined && { title: options.title }),
    ...(options.issuer !== undefined && { issuers: [options.issuer] }),
    status: 'draft',
    ...(Object.keys(foreword).length > 0 && { foreword }),
  };
  all['title'] ??= all['titleEn'];
  if (all['profile'] === 'gbt1.1') delete all['profile'];
  if (basis !== undefined && basis === printedBasis(all))
    delete (foreword as { basis?: string }).basis;
  return Object.fromEntries(
    metaKeys.flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]] as const])),
  );
}

/** The rules of drafting that the foreword names without being told. */
function printedBasis(meta: Readonly<Record<string, unknown>>): string | undefined {
  const { issued, profile } = meta;
  return basisOf({
    issued: typeof issued === 'string' ? issued : undefined,
    profile: profile === 'construction' ? profile : 'gbt1.1',
    foreword: {},
  });
}

interface Numbered {
  readonly number: string;
}

/** What is replaced in part, and what an adoption adds: the head has the number, the foreword or our own export the rest. */
function mergeDetails(
  facts: Readonly<Record<string, unknown>>,
  said: Pick<DraftMeta, 'replaces' | 'adopts'>,
): Record<string, unknown> {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const numberIn = (each: unknown): string =>
    typeof each === 'string'
      ? each
      : each !== null && typeof each === 'object' && 'number' in each
        ? (each as Numbered).number
        : '';
  const join = (key: 'replaces' | 'adopts', detail: string): unknown[] | undefined => {
    const known = list(facts[key]);
    if (known.length === 0) return undefined;
    const more = [...list(facts[detail]), ...list(said[key])].filter(
      (each) => typeof each === 'object',
    );
    return known.map((each) => {
      if (typeof each === 'string' && key === 'replaces') return each;
      const found = more.find((other) => numberIn(other) === numberIn(each));
      return found ? { ...Object(each), ...Object(found) } : each;
    });
  };
  const [replaces, adopts] = [join('replaces', 'partial'), join('adopts', 'adoption')];
  return { ...(replaces && { replaces }), ...(adopts && { adopts }) };
}

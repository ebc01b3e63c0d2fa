import { translationMeta } from '#core/model/meta.ts';
import type { DraftMeta, ForewordList } from '../word/front-matter.ts';
import type { StsContext } from './context.ts';
import { unknownFact } from './reasons.ts';

/**
 * Front matter of `index.en.md`: what an export wrote down of it, else what the sentences of the foreword say. `said` is that
 * fact as it was read, `foreword` what the foreword told.
 */
export function makeEnglishHead(
  said: unknown,
  foreword: DraftMeta,
  context: StsContext,
): Readonly<Record<string, unknown>> {
  const known = translationMeta.safeParse({ language: 'en', ...Object(said) });
  if (said !== undefined && known.success) return writeHead(known.data, context);
  if (said !== undefined) context.left.push(unreadHead(JSON.stringify(said)));
  const { part, changes, history, proposedBy, administeredBy, draftedBy, drafters } = foreword;
  return writeHead(
    {
      language: 'en',
      foreword: { ...(part !== undefined && { part }), changes, history },
      proposedBy,
      administeredBy,
      draftedBy,
      drafters,
    },
    context,
  );
}

const unreadHead = (text: string): StsContext['left'][number] => ({
  kind: 'front',
  place: 0,
  text: text.slice(0, 2000),
  why: unknownFact('translation'),
  needsPerson: true,
});

const order = [
  'language',
  'translationNote',
  'foreword',
  'proposedBy',
  'administeredBy',
  'draftedBy',
  'drafters',
] as const;

/** Keys in the order of the guide, without those that say nothing; references by the ids that the text has. */
function writeHead(
  head: Readonly<Record<string, unknown>>,
  context: StsContext,
): Readonly<Record<string, unknown>> {
  const toOurs = (text: string): string =>
    text.replaceAll(/\[#([^\]]+)\]/g, (_, id: string) => `[#${context.targetOf(id)?.id ?? id}]`);
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return toOurs(value);
    if (Array.isArray(value)) return value.map(clean);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) => (isEmpty(each) ? [] : [[key, clean(each)]])),
    );
  };
  return Object.fromEntries(
    order.flatMap((key) => (isEmpty(head[key]) ? [] : [[key, clean(head[key])] as const])),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));

const names = (text: string): string[] => text.split(text.includes('; ') ? '; ' : ', ');

/** Sentences of English forewords that the library prints from the front matter, and what they say in it. */
const sentences: readonly (readonly [RegExp, keyof DraftMeta | null])[] = [
  [/^This document was drafted in accordance with the rules of [^.]{3,40}(?:\.\d[^.]*)?\.$/, null],
  [/^This document (?:partly )?replaces .{3,80}\.$/, null],
  [/^This document is (?:identical to|modified in relation to|not equivalent to) .{3,80}\.$/, null],
  [/^Some elements of this document may be the subject of patent rights\./, null],
  [/^This is the first edition of this document\.$/, null],
  [/^This amendment sheet amends .{3,60}\.$/, null],
  [/^This document was proposed by (.+)\.$/, 'proposedBy'],
  [/^This document is administered by (.+)\.$/, 'administeredBy'],
  [/^This document was drafted by (.+)\.$/, 'draftedBy'],
  [/^The main drafters of this document are (.+)\.$/, 'drafters'],
];

/**
 * Takes a line of an English foreword into the front matter, which prints it again: `taken` when all of it was, a list when
 * its items follow, null when it is the author's own and stays in the text.
 */
export function readEnglishLine(text: string, said: DraftMeta): 'taken' | ForewordList | null {
  for (const [pattern, key] of sentences) {
    const match = pattern.exec(text);
    if (!match) continue;
    if (key !== null) Object.assign(said, { [key]: names(match[1] ?? '') });
    return 'taken';
  }
  if (text === 'The main technical changes are as follows:') return 'changes';
  if (/^Previous editions of this document and of the documents it replaces are:$/.test(text))
    return 'history';
  return said.part !== undefined && squeeze(said.part) === squeeze(text) ? 'taken' : null;
}

const squeeze = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

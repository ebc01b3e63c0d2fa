import { declaredStatuses, recordedStatuses } from '#core/terms/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import type { StatusFacts } from '#core/catalog/status.ts';
import type { FilterName } from '../record/filter-names.ts';
import { isObject } from '#core/base/json.ts';
import { isSitePath, isSlug } from '../paths.ts';
import type { RecognisedTime, RecordLink } from '../record/standard-record.ts';
import { EngineFailure } from './failure.ts';

/** A document as a server gives it: nothing in it is believed before it is read here. */
export type Document = Readonly<Record<string, unknown>>;

/** The text of an attribute. Throws where it is none. */
export function readText(document: Document, name: string): string {
  const value = document[name];
  if (typeof value !== 'string') throw refuse(name);
  return value;
}

/** A part of an address, which leads nowhere but to this site. */
export function readSlug(document: Document, name: string): string {
  const slug = readText(document, name);
  if (!isSlug(slug)) throw refuse(name);
  return slug;
}

/** A path below the root of this site. */
export function readPath(document: Document, name: string): string {
  const path = readText(document, name);
  if (!isSitePath(path)) throw refuse(name);
  return path;
}

/** Values of a document under a name of filters. */
export function listValues({ values }: Document, name: FilterName): readonly string[] {
  const own = isObject(values) ? values[name] : undefined;
  return Array.isArray(own) ? own.filter(isText) : [];
}

/** Kinds of the provisions of a clause. */
export function listProvisions({ provisions }: Document): readonly string[] {
  return Array.isArray(provisions) ? provisions.filter(isText) : [];
}

/** The facts that a status is derived from. Throws where they have another shape. */
export function readFacts({ facts }: Document): StatusFacts {
  if (!isObject(facts) || !isFacts(facts)) throw refuse('facts');
  return facts;
}

/** The city of another library, where a document is from one. Throws where it has another shape. */
export function readOrigin({ origin }: Document): { readonly origin?: Bilingual } {
  if (origin === undefined) return {};
  if (!isObject(origin)) throw refuse('origin');
  const { zh, en } = origin;
  if (!isText(zh) || !isText(en)) throw refuse('origin');
  return { origin: { zh, en } };
}

/** When cities recognise a standard of each other, where they do. Throws where it has another shape. */
export function readRecognised({ recognised }: Document): {
  readonly recognised?: readonly RecognisedTime[];
} {
  if (recognised === undefined) return {};
  if (!Array.isArray(recognised) || !recognised.every(isTime)) throw refuse('recognised');
  return { recognised };
}

/** The records that replace this one, none where none is named. Throws where they have another shape. */
export function readSuccessors({ successors = [] }: Document): readonly RecordLink[] {
  if (!Array.isArray(successors) || !successors.every(isLink)) throw refuse('successors');
  return successors;
}

const DECLARED: ReadonlySet<unknown> = new Set([undefined, ...declaredStatuses]);

const isText = (value: unknown): value is string => typeof value === 'string';
const isDay = (value: unknown): boolean => value === undefined || isText(value);

function isFacts(facts: Document): facts is Document & StatusFacts {
  const { declared, issued, implemented, withdrawn, reviews = [], replacedBy = [] } = facts;
  const { recorded } = facts;
  return (
    DECLARED.has(declared) &&
    [issued, implemented, withdrawn].every(isDay) &&
    isList(reviews, ({ date, result }) => isText(date) && isText(result)) &&
    isList(replacedBy, (each) => isText(each['key']) && isDay(each['implemented'])) &&
    (recorded === undefined ||
      (isObject(recorded) && recordedStatuses.has(recorded['status']) && isText(recorded['asOf'])))
  );
}

function isList(value: unknown, fits: (each: Document) => boolean): boolean {
  return Array.isArray(value) && value.every((each) => isObject(each) && fits(each));
}

const isTime = (value: unknown): value is RecognisedTime =>
  isObject(value) && isText(value['since']) && isDay(value['until']);

function isLink(value: unknown): value is RecordLink {
  if (!isObject(value)) return false;
  const { key, number, slug } = value;
  return isText(key) && isText(number) && isText(slug) && isSlug(slug);
}

function refuse(name: string): EngineFailure {
  return new EngineFailure('garbage', `a document with a bad ${name}, or without`);
}

import type { Language, ProvisionType } from '#core/model/standard.ts';
import { provisionTypes } from '#search/record/provision-types.ts';
import { keepLoads } from '../directory/open-index.ts';

/** A text as it is published, `t/<name>.json`: one standard in one language, as plain text. */
export interface TextFile {
  readonly slug: string;
  readonly language: Language;
  /** Number, title, keywords and abstract, in front of the clauses. */
  readonly head: string;
  readonly clauses: readonly ClauseLine[];
}

/** A clause of a text; of `bits` the lowest are the kinds of provisions in it, by their places in `provisionTypes`, the next `peripheral`. */
export type ClauseLine = readonly [
  id: string,
  label: string,
  title: string,
  bits: number,
  body: string,
];

/** A clause of a text that was read. */
export interface TextClauseParts {
  /** Anchor in the standard's page. */
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Shown after the rest. */
  readonly peripheral: boolean;
  readonly provisions: readonly ProvisionType[];
  readonly body: string;
  /** Label, title and body. */
  readonly whole: string;
}

/** A text that was read, in its parts. */
export interface TextParts {
  readonly slug: string;
  readonly language: Language;
  readonly clauses: readonly TextClauseParts[];
  /** All of it, its head included. */
  readonly whole: string;
}

/** Reads a text by the name of its file; rejects where it cannot. */
export type ReadText = (name: string) => Promise<TextParts>;

/** Between parts of a text: no phrase goes over it. */
const BETWEEN = ' | ';
const PERIPHERAL = 1 << provisionTypes.length;

/** The kinds of provisions in a clause, and whether it is peripheral, as one number. */
export function packKinds({
  provisions,
  peripheral,
}: Pick<TextClauseParts, 'provisions' | 'peripheral'>): number {
  return provisionTypes.reduce(
    (sum, type, at) => sum | (provisions.includes(type) ? 1 << at : 0),
    peripheral ? PERIPHERAL : 0,
  );
}

/** A text of a file in its parts. */
export function readParts({ slug, language, head, clauses }: TextFile): TextParts {
  const parts = clauses.map(([id, label, title, bits, body]): TextClauseParts => ({
    id,
    label,
    title,
    peripheral: (bits & PERIPHERAL) > 0,
    provisions: provisionTypes.filter((_, at) => (bits & (1 << at)) > 0),
    body,
    whole: [label, title, body].filter(Boolean).join(BETWEEN),
  }));
  return {
    slug,
    language,
    clauses: parts,
    whole: [head, ...parts.map(({ whole }) => whole)].join(BETWEEN),
  };
}

/** A reader of texts, each in a file of its own; `load` reads JSON by its path below the folder of texts, and is asked once. */
export function createTextReading(load: (path: string) => Promise<unknown>): ReadText {
  return keepLoads(async (name) => readParts((await load(textPath(name))) as TextFile));
}

/** The file of a text below the folder of texts. */
export const textPath = (name: string): string => `${TEXTS_FOLDER}/${name}.json`;

const TEXTS_FOLDER = 't';

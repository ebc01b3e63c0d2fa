/** Rises when documents or settings change so that an older page could not read them. */
export const SCHEMA = 3;

/** The four things that are looked for; each is an index of its own. */
export const indexNames = ['standards', 'clauses', 'terms', 'systems'] as const;
export type IndexName = (typeof indexNames)[number];

/** Groups of standards in the order of a result list. */
export const groups = ['live', 'dead', 'record', 'dead-record'] as const;

/** `biaolian_v1_standards`: pages of two versions can be served side by side. */
export function indexUid(prefix: string, indexName: IndexName): string {
  return `${prefix}_v${SCHEMA}_${indexName}`;
}

/** Where the next state of an index is made ready; it changes places with the live one. */
export function nextUid(prefix: string, indexName: IndexName): string {
  return `${indexUid(prefix, indexName)}_next`;
}

/** The index that says what the others hold: one document for each version, `v1`. */
export function metaUid(prefix: string): string {
  return `${prefix}_meta`;
}

export const metaId = `v${SCHEMA}`;

/** What a page must know before it asks. */
export interface MetaDocument {
  readonly id: string;
  readonly schema: number;
  /** Of settings and code that shape the documents. */
  readonly settings: string;
  /** The day statuses were worked out for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly counts: Readonly<Record<IndexName, number>>;
  readonly synonyms: readonly (readonly string[])[];
}

import { isObject } from '../base/json.ts';
import type { Limit, TableLimit } from '../limits/index.ts';
import type { ClauseKind, Exhibit, Provision, Reference } from '../model/standard.ts';

/** What a checklist reads of `/standards/SLUG/index.json`; clauses are named by their ids there. */
export interface StandardFile {
  readonly format: 'biaolian-standard';
  readonly version: 1;
  readonly slug: string;
  /** As printed: `GB/T 191—2008`. */
  readonly number: string;
  readonly metadata: { readonly title: string; readonly titleEn?: string };
  readonly text: {
    readonly clauses: readonly FileClause[];
    readonly provisions: readonly (Omit<Provision, 'clause'> & { readonly clause: string })[];
    readonly exhibits: readonly FileExhibit[];
    readonly references: readonly FileReference[];
  };
}

export interface FileClause {
  readonly id: string;
  readonly kind: ClauseKind;
  readonly address: string;
  readonly label: string;
  readonly title: string;
  readonly normative: boolean;
  readonly parent: string | null;
  readonly text: string;
}

export type FileExhibit = Pick<Exhibit, 'id' | 'kind' | 'label' | 'title' | 'rows' | 'headRows'> & {
  readonly clause: string;
  readonly limits?: readonly TableLimit[];
};

export type FileReference = Pick<Reference, 'raw' | 'key' | 'targetClauses' | 'informative'> & {
  readonly clause: string;
};

export type FileProvision = StandardFile['text']['provisions'][number];
export type { Limit };

/** Whether a value is the file of a standard in the form that this code reads; of its parts only their kinds are looked at. */
export function isStandardFile(value: unknown): value is StandardFile {
  if (!isObject(value)) return false;
  const { format, version, slug, number, text } = value;
  if (format !== 'biaolian-standard' || version !== 1) return false;
  if (typeof slug !== 'string' || typeof number !== 'string') return false;
  const parts = (text ?? {}) as Readonly<Record<string, unknown>>;
  return ['clauses', 'provisions', 'exhibits', 'references'].every((name) =>
    Array.isArray(parts[name]),
  );
}

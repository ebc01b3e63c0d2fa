import type { FileFacts } from './tree.ts';

/** What is known of a release besides its files. */
export interface ReleaseFacts {
  /** `publication`, `rollback`, or `found`: a site that lay there and was not recorded. */
  readonly kind: 'publication' | 'rollback' | 'found';
  /** The release whose content a rollback brought back. */
  readonly restores?: string;
  /** The day statuses were worked out for. */
  readonly asOf?: string;
  /** Digests of the hosted standards, of the code and of the root of the search index. */
  readonly library?: string;
  readonly code?: string;
  readonly index?: string;
  readonly base?: string;
  readonly site?: string;
  readonly preview?: boolean;
  /** Who published it, and why, as they say. */
  readonly by?: string;
  readonly why?: string;
  /** How many texts and records of the catalogue, and the oldest and newest day on which one of these was taken. */
  readonly texts?: number;
  readonly records?: number;
  readonly factsFrom?: string;
  readonly factsTo?: string;
  /** How many pages, and the name of the manifest of what they were made from. */
  readonly pages?: number;
  readonly stamp: string;
}

export interface Release extends ReleaseFacts {
  readonly seq: number;
  /** Time of publication and a short digest: `20261129T211530Z-1f3a5c`. */
  readonly id: string;
  readonly at: string;
  /** Whether the site was replaced whole, and the one before is kept as a whole. */
  readonly whole: boolean;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly files: number;
  readonly bytes: number;
}

/** What a release does to one file. */
export interface Change {
  readonly path: string;
  readonly before: FileFacts | null;
  readonly after: FileFacts | null;
}

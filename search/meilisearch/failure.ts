export const failureKinds = [
  /** No answer: refused, cut off, blocked by the browser, or the server itself is in trouble (5xx). */
  'unreachable',
  /** The key is wrong or has no right to ask. */
  'refused',
  'missing-index',
  /** The index was made for pages of another version. */
  'other-version',
  /** An answer that is none of Meilisearch's. */
  'garbage',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** Why a server could not answer. The message is for those who run it, not for readers. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

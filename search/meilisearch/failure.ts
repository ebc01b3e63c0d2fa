export const failureKinds = [
  /** No answer: refused, cut off, blocked by the browser, or the server itself is in trouble (5xx). */
  'unreachable',
  /** It has more questions than it can take, and wants to be asked later. */
  'busy',
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
  /** Of a server that is busy: when it wants to be asked again, where it says so. */
  readonly retryAfterMs?: number;

  constructor(
    kind: FailureKind,
    message: string,
    { retryAfterMs, ...options }: ErrorOptions & { readonly retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.kind = kind;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}

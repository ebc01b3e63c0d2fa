import { createHash, randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { readIfThere } from '#library/files.ts';
import { writeAtomically } from '#library/write-atomically.ts';

/** A working day. */
const lifetimeMs = 12 * 3_600_000;

/** Who may work at a desk: whoever brought a token that nobody brought before. */
export interface Sessions {
  /** A token for one address; it opens one session. */
  readonly issueToken: () => string;
  /** A session for a token, undefined where the token was used, or never given out. */
  readonly exchange: (token: string) => string | undefined;
  /** Whether a session is open and not over. */
  readonly holds: (session: string) => boolean;
}

/**
 * Sessions that outlive the process: after a crash the page goes on where it was. On disk are digests only. `now` gives
 * milliseconds.
 */
export function openSessions(file: string, now: () => number = Date.now): Sessions {
  const tokens = new Set<string>();
  const open = new Map(readSessions(file));
  const keep = (): void => {
    for (const [digest, end] of open) if (end <= now()) open.delete(digest);
    writeAtomically(file, JSON.stringify([...open]));
    chmodSync(file, 0o600);
  };
  return {
    issueToken: () => {
      const token = makeSecret();
      tokens.add(digestOf(token));
      return token;
    },
    exchange: (token) => {
      if (!tokens.delete(digestOf(token))) return undefined;
      const session = makeSecret();
      open.set(digestOf(session), now() + lifetimeMs);
      keep();
      return session;
    },
    holds: (session) => (open.get(digestOf(session)) ?? 0) > now(),
  };
}

const makeSecret = (): string => randomBytes(24).toString('base64url');

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

function readSessions(file: string): readonly (readonly [string, number])[] {
  try {
    const kept = JSON.parse(readIfThere(file)?.toString() ?? '[]') as unknown;
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((each: unknown): readonly (readonly [string, number])[] => {
      if (!Array.isArray(each)) return [];
      const [digest, end] = each as readonly unknown[];
      return typeof digest === 'string' && typeof end === 'number' ? [[digest, end]] : [];
    });
  } catch {
    return [];
  }
}

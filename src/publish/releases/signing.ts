import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Bilingual } from '#core/base/bilingual.ts';
import { OutputRefused } from '../output.ts';
import type { Release } from './release.ts';
import type { Signer } from './site-folders.ts';
import type { FileFacts } from './tree.ts';

/** Where the manifest of a site and its signature lie in it: hidden from its releases, and for everybody to fetch. */
export const manifestPath = '.well-known/biaolian-manifest.txt';
export const signaturePath = '.well-known/biaolian-manifest.sig';

/**
 * A signer by an Ed25519 key (RFC 8032) in a PEM file.
 *
 * @throws {OutputRefused} when it cannot be read, is another kind of key, or others of the machine may read it
 */
export function openSigner(path: string): Signer {
  const todo: Bilingual = {
    zh: '按 docs/operations.md“签名”一节生成密钥：openssl genpkey -algorithm ed25519，chmod 600。',
    en: 'Make a key as docs/operations.md says: openssl genpkey -algorithm ed25519, chmod 600.',
  };
  const refuse = (zh: string, en: string) => new OutputRefused({ what: { zh, en }, todo });
  let text = '';
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      throw refuse(
        `签名密钥 ${path} 别人也能读，没有使用，也没有公布。先 chmod 600，并当它已经泄露，换一把。`,
        `The signing key ${path} may be read by others; it was not used and nothing was published. chmod 600 it, and take another, for it may be known.`,
      );
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof OutputRefused) throw error;
    throw refuse(`读不了签名密钥 ${path}。`, `The signing key ${path} cannot be read.`);
  }
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(text);
  } catch {
    key = undefined;
  }
  if (key?.asymmetricKeyType !== 'ed25519') {
    throw refuse(`${path} 不是 Ed25519 私钥。`, `${path} is no private Ed25519 key.`);
  }
  const own = key;
  return (message) => sign(null, Buffer.from(message), own).toString('base64');
}

/** Whether a signature in base64 is that of a text by a public Ed25519 key; undefined where the key is none. */
export function isSigned(text: string, signature: string, publicKey: string): boolean | undefined {
  try {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyType !== 'ed25519') return undefined;
    return verify(null, Buffer.from(text), key, Buffer.from(signature.trim(), 'base64'));
  } catch {
    return undefined;
  }
}

/** The text that is signed: which release, when, and each file with its SHA-256 and its size in bytes. */
export function writeManifest(
  { id, at }: Pick<Release, 'id' | 'at'>,
  files: ReadonlyMap<string, FileFacts>,
): string {
  const lines = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { sha256, size }]) => `${sha256} ${size} ${path}\n`);
  return `biaolian-manifest 1\nrelease ${id}\nat ${at}\n${lines.join('')}`;
}

/** A manifest as {@link writeManifest} wrote it; undefined where a text is none. */
export function readManifest(
  text: string,
): { readonly id: string; readonly files: ReadonlyMap<string, FileFacts> } | undefined {
  const [, id, body = ''] = /^biaolian-manifest 1\nrelease (\S+)\nat \S+\n([^]*)$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  const files = new Map<string, FileFacts>();
  for (const line of body.split('\n').filter(Boolean)) {
    const [, sha256, size, path] = /^([0-9a-f]{64}) (\d+) (.+)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined) return undefined;
    files.set(path, { sha256, size: Number(size) });
  }
  return { id, files };
}

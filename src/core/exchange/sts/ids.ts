import type { Language } from '../../model/standard.ts';

/** What an address inside a document leads to, as `xref/@ref-type` has it. */
export type XrefKind =
  | 'sec'
  | 'app'
  | 'term-entry'
  | 'table'
  | 'fig'
  | 'disp-formula'
  | 'fn'
  | 'list';

export interface StsContext {
  readonly language: Language;
  /** What the id of a document stands at; undefined where nothing does. */
  readonly kindOf: (id: string) => XrefKind | undefined;
  /** The XML id of an element, which may be taken once; later ones are numbered on. */
  readonly claim: (id: string) => string;
  /** What its author says of a provision beside its type, by its id, else by its text: `object=车厢; verify=test-temp`. */
  readonly takeDetail: (id: string | undefined, text: string) => string;
}

/** An id of ours as an XML name: what XML lets no name begin with, or hold, is written as `_` and its code. */
export function toXmlId(id: string): string {
  const safe = id.replaceAll(
    /[^\p{L}\p{N}._-]/gu,
    (found) => `_${found.codePointAt(0)?.toString(16)}_`,
  );
  return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`;
}

/** Gives each id once. */
export function createClaims(): StsContext['claim'] {
  const taken = new Set<string>();
  return (id) => {
    const name = toXmlId(id);
    let free = name;
    for (let at = 2; taken.has(free); at += 1) free = `${name}-${at}`;
    taken.add(free);
    return free;
  };
}

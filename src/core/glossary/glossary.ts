import type { GlossarySource } from './read.ts';
import type { GlossaryEntry } from './schema.ts';

/** The glossary of a library, each entry once. */
export interface Glossary {
  readonly entries: readonly GlossaryEntry[];
  readonly byId: (id: string) => GlossaryEntry | undefined;
  /** By a whole word in Chinese or English, admitted words too; case and runs of blanks do not matter. */
  readonly byWord: (word: string) => GlossaryEntry | undefined;
}

const fold = (word: string): string => word.trim().toLowerCase().replace(/\s+/g, ' ');

/** The entries of all files: of what stands twice the first is taken. */
export function buildGlossary(files: readonly GlossarySource[]): Glossary {
  const ids = new Map<string, GlossaryEntry>();
  const words = new Map<string, GlossaryEntry>();
  const heads = new Set<string>();
  for (const { entry } of files.flatMap(({ entries }) => entries)) {
    if (ids.has(entry.id) || heads.has(entry.zh)) continue;
    ids.set(entry.id, entry);
    heads.add(entry.zh);
  }
  const entries = [...ids.values()];
  const name = (list: (entry: GlossaryEntry) => readonly string[]): void => {
    for (const entry of entries) {
      for (const word of list(entry)) if (!words.has(fold(word))) words.set(fold(word), entry);
    }
  };
  name(({ zh, en }) => [zh, en]);
  name(({ zhAlso, enAlso }) => [...zhAlso, ...enAlso]);
  return { entries, byId: (id) => ids.get(id), byWord: (word) => words.get(fold(word)) };
}

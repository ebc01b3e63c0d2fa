import type { Language } from '#core/model/standard.ts';
import { shortDigest } from '#library/digest.ts';
import { loadMadeFile, storeMadeFile } from '#library/made-files.ts';
import { digestOwnModules } from '#library/module-digest.ts';
import type { WordWriterFacts } from '#library/library-parts.ts';
import type { WordView } from '#site/views/print.ts';

/** Returns what Word files are made by: another digest makes other files. */
export function findWordWriter(): WordWriterFacts {
  return { digest: shortDigest(digestOwnModules('src/publish/word/export.ts')) };
}

/** Makes the Word file of a standard in a folder; what was made before of the same comes from the cache. */
type Writing = (folder: string, view: WordView, language: Language) => Promise<Uint8Array>;

/** Returns what makes Word files in this process; what writes them is loaded when the first is made. */
export function startWriting(cache: string): Writing {
  return async (folder, view, language) => {
    const name = `docx ${shortDigest(JSON.stringify([view, language]))}`;
    const made = loadMadeFile(cache, name);
    if (made) return made;
    const { exportWord, optionsOf } = await import('./export.ts');
    const word = await exportWord(folder, language, optionsOf(view, language));
    if (!word) throw new Error(`no text for the Word file of ${view.slug}`);
    storeMadeFile(cache, name, word.bytes);
    return word.bytes;
  };
}

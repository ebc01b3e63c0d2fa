import { join } from 'node:path';
import type { Language } from '#core/model/standard.ts';
import { parseDocument } from '#core/text/index.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { decodeText } from '#library/decode.ts';
import { readIfThere } from '#library/files.ts';
import { readLedger } from '#library/ledger.ts';

/** The text of a standard in a language, with the addresses published before. */
export function readDocument(folder: string, language: Language): ParsedDocument | null {
  const read = (name: string): string | null => {
    const bytes = readIfThere(join(folder, name));
    return bytes && decodeText(bytes, name, []);
  };
  const source = read('index.md');
  if (source === null) return null;
  const ledger = readLedger(
    readIfThere(join(folder, 'anchors.tsv'))?.toString().replaceAll(/\r\n?/g, '\n') ?? '',
    'anchors.tsv',
    [],
  );
  const chinese = parseDocument(source, { file: 'index.md', ledger });
  if (language === 'zh') return chinese;
  const english = read('index.en.md');
  if (english === null) return null;
  const { meta: original } = chinese;
  return parseDocument(english, { file: 'index.en.md', language, original, ledger });
}

import { readGlossaryFile } from '#core/glossary/index.ts';
import type { GlossarySource } from '#core/glossary/index.ts';
import { readYamlFolder } from './yaml-files.ts';
import type { YamlFolder } from './yaml-files.ts';

const glossary: YamlFolder<GlossarySource> = {
  folder: 'glossary',
  read: readGlossaryFile,
  misnamed: {
    rule: 'glossary-file-name',
    what: { zh: '词表', en: 'a glossary file' },
  },
};

/** All files of the library's `glossary/`; see `readYamlFolder`. */
export function readGlossary(
  library: string,
  rootOf: (file: string) => string | null = () => library,
) {
  return readYamlFolder(library, glossary, rootOf);
}

import { readSystem } from '#core/systems/index.ts';
import type { SystemModel } from '#core/systems/index.ts';
import { readYamlFolder } from './yaml-files.ts';
import type { YamlFolder } from './yaml-files.ts';

const systems: YamlFolder<SystemModel> = {
  folder: 'systems',
  read: (text, file) => {
    const { system, diagnostics } = readSystem(text, { file });
    return { model: system, diagnostics };
  },
  misnamed: {
    rule: 'system-file-name',
    what: { zh: '标准体系', en: "a system's file" },
  },
};

/** All files of the library's `systems/`; see `readYamlFolder`. */
export function readSystems(
  library: string,
  rootOf: (file: string) => string | null = () => library,
) {
  return readYamlFolder(library, systems, rootOf);
}

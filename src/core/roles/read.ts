import type { Diagnostic } from '../model/diagnostic.ts';
import { startReport } from '../text/report.ts';
import { readYamlAs } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { deskFile } from './schema.ts';
import type { DeskFile } from './schema.ts';

const words: YamlWords = {
  broken: { rule: 'desk-file' },
  unknownKey: { rule: 'desk-file' },
  value: { rule: 'desk-file' },
  name: { zh: '编写台的人员文件', en: 'file of the people of the desk' },
  guide: {
    zh: '写 secondPerson 和 people，每个人写 user、name、roles，见 docs/desk.md',
    en: 'It has secondPerson and people, each with user, name and roles; see docs/desk.md',
  },
  deepest: 4,
};

/** The people of `desk.yaml`; null, with findings at their lines, where it cannot be used. `source` uses LF line ends. */
export function readDeskFile(
  source: string,
  file: string,
): { readonly desk: DeskFile | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const { value: desk } = readYamlAs(source, deskFile, words, report);
  return { desk, diagnostics: report.found };
}

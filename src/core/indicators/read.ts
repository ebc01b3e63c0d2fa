import type { Diagnostic, Range } from '../model/diagnostic.ts';
import { fileStart, startReport } from '../text/report.ts';
import { readYaml, validateYaml } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { idPattern, indicatorFile } from './schema.ts';
import type { IndicatorFile } from './schema.ts';

/** A product group as its file says it. */
export interface IndicatorGroup extends IndicatorFile {
  /** The name of its file. */
  readonly id: string;
  readonly file: string;
  /** Where each key stands: `indicators.3.unit`. */
  readonly ranges: ReadonlyMap<string, Range>;
}

const words: YamlWords = {
  broken: { rule: 'indicators-yaml' },
  unknownKey: { rule: 'indicators-unknown-key' },
  value: { rule: 'indicators-value' },
  name: { zh: '指标文件', en: 'indicator file' },
  guide: {
    zh: '键名区分大小写，见 docs/indicators.md',
    en: 'Keys are case-sensitive; see docs/indicators.md',
  },
  deepest: 8,
};

/** One file of `indicators/`; null, with findings at their lines, where it cannot be used. `source` uses LF line ends. */
export function readIndicatorGroup(
  source: string,
  { file }: { readonly file: string },
): { readonly group: IndicatorGroup | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const id = /([^/]*)\.yaml$/.exec(file)?.[1] ?? '';
  const read = (): IndicatorGroup | null => {
    if (!idPattern.test(id)) {
      report.add({
        rule: 'indicators-file-name',
        range: fileStart,
        message: {
          zh: `文件名“${id.slice(0, 60)}”不能作标识，没有读入`,
          en: `The file name "${id.slice(0, 60)}" cannot be an id; it was not read`,
        },
        hint: {
          zh: '用小写字母、数字和 -，以字母开头，如 smart-refrigerator.yaml',
          en: 'Use small letters, digits and -, starting with a letter: smart-refrigerator.yaml',
        },
      });
      return null;
    }
    const { data, ranges } = readYaml(source, 0, words, report);
    if (data === undefined) return null;
    const checked = validateYaml(indicatorFile, data, ranges, words, report);
    return checked && { ...checked, id, file, ranges };
  };
  const group = read();
  return { group, diagnostics: report.found };
}

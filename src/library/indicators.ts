import { readIndicatorGroup } from '#core/indicators/index.ts';
import type { IndicatorGroup } from '#core/indicators/index.ts';
import { readYamlFolder } from './yaml-files.ts';
import type { YamlFolder } from './yaml-files.ts';

const groups: YamlFolder<IndicatorGroup> = {
  folder: 'indicators',
  read: (text, file) => {
    const { group, diagnostics } = readIndicatorGroup(text, { file });
    return { model: group, diagnostics };
  },
  misnamed: {
    rule: 'indicators-file-name',
    what: { zh: '指标', en: 'an indicator file' },
  },
};

/** All files of the library's `indicators/`; see `readYamlFolder`. */
export function readIndicators(
  library: string,
  rootOf: (file: string) => string | null = () => library,
) {
  return readYamlFolder(library, groups, rootOf);
}

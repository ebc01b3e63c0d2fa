import type { Diagnostic, Range } from '../model/diagnostic.ts';
import { startReport } from '../text/report.ts';
import { readYamlAs } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { siteFile } from './schema.ts';
import type { SiteFile } from './schema.ts';

/** The name of the file in a library that says what its portal is. */
export const siteFileName = 'site.yaml';

const words: YamlWords = {
  broken: { rule: 'site-file' },
  unknownKey: { rule: 'site-file' },
  value: { rule: 'site-file' },
  name: { zh: '门户文件', en: 'file of the portal' },
  guide: {
    zh: '键名区分大小写，见 docs/adopting.md',
    en: 'Keys are case-sensitive; see docs/adopting.md',
  },
  deepest: 6,
};

/** What `site.yaml` says; null, with findings at their lines, where it cannot be used. `source` uses LF line ends. */
export function readSiteFile(source: string): {
  readonly value: SiteFile | null;
  /** Where each key stands: `logo.light`. */
  readonly ranges: ReadonlyMap<string, Range>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const report = startReport(siteFileName, source);
  return { ...readYamlAs(source, siteFile, words, report), diagnostics: report.found };
}

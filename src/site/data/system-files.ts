import type { System } from '../../core/systems/index.ts';
import type { SystemFile } from './system-file-list.ts';
import { writeSystemJson } from './system-json.ts';
import { writeMapSvg } from './system-map-svg.ts';
import { writeDetailCsv } from './system-table.ts';
import { writeTreeSvg } from './system-tree-svg.ts';
import { writeSystemXlsx } from './system-xlsx.ts';

/** The content of a file. */
export async function drawSystemFile(
  system: System,
  { kind, language }: Pick<SystemFile, 'kind' | 'language'>,
): Promise<string | Uint8Array> {
  switch (kind) {
    case 'xlsx':
      return writeSystemXlsx(system, language);
    case 'csv':
      return writeDetailCsv(system, language);
    case 'json':
      return writeSystemJson(system);
    case 'tree':
      return writeTreeSvg(system, language);
    case 'map':
      return (await writeMapSvg(system, language)) ?? '';
  }
}

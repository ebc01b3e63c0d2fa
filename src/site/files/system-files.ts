import type { SystemFile } from './system-file-list.ts';
import { writeSystemJson } from './system-json.ts';
import { writeMapSvg } from '../drawings/system-map-svg.ts';
import type { AddressOf } from './system-table.ts';
import { writeDetailCsv } from './system-table.ts';
import { writeTreeSvg } from '../drawings/system-tree-svg.ts';
import { writeSystemXlsx } from './system-xlsx.ts';
import type { SystemFileView } from '../views/shapes.ts';

/** The content of a file; `addressOf` makes addresses of the paths of the site. */
export async function buildSystemFile(
  view: SystemFileView,
  { kind, language }: Pick<SystemFile, 'kind' | 'language'>,
  addressOf: AddressOf,
): Promise<string | Uint8Array> {
  switch (kind) {
    case 'xlsx':
      return writeSystemXlsx(view, language, addressOf);
    case 'csv':
      return writeDetailCsv(view, language, addressOf);
    case 'json':
      return writeSystemJson(view);
    case 'tree':
      return writeTreeSvg(view, language);
    case 'map':
      return (await writeMapSvg(view, language)) ?? '';
  }
}

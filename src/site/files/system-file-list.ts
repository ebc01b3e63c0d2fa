import { findUndrawn } from '#core/systems/index.ts';
import type { Language } from '#core/model/standard.ts';
import type { SystemFacts } from '#core/systems/index.ts';

const kinds = ['xlsx', 'csv', 'json', 'map', 'tree'] as const;
export type SystemFileKind = (typeof kinds)[number];

/** A file to take away, beside the page of a system. */
export interface SystemFile {
  readonly name: string;
  readonly kind: SystemFileKind;
  readonly language: Language;
}

/**
 * Names of the files of a system to take away, each with its kind and language: all in Chinese and English but JSON,
 * which holds both. The map is among them only where the chain has a drawing.
 */
export function listSystemFiles(
  system: Pick<SystemFacts<unknown>, 'id' | 'model'>,
): readonly SystemFile[] {
  return kinds.flatMap((kind): readonly SystemFile[] => {
    if (kind === 'map' && !isDrawn(system)) return [];
    const languages: readonly Language[] = kind === 'json' ? ['zh'] : ['zh', 'en'];
    return languages.map((language) => {
      const part = kind === 'map' || kind === 'tree' ? `-${kind}` : '';
      const extension = part === '' ? kind : 'svg';
      const name = `${system.id}${part}${language === 'en' ? '.en' : ''}.${extension}`;
      return { name, kind, language };
    });
  });
}

/** The file of a system with that name; undefined where it has none. */
export function findSystemFile(
  system: Pick<SystemFacts<unknown>, 'id' | 'model'>,
  name: string,
): SystemFile | undefined {
  return listSystemFiles(system).find((each) => each.name === name);
}

/** Whether the chain of a system has a drawing: it has nodes, and no more than `findUndrawn` allows. */
export function isDrawn({ model }: Pick<SystemFacts<unknown>, 'model'>): boolean {
  return model.nodes.length > 0 && findUndrawn(model.nodes, model.edges) === null;
}

export const mediaTypes: Readonly<Record<SystemFileKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'image/svg+xml; charset=utf-8',
  tree: 'image/svg+xml; charset=utf-8',
};

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

/** Files of a system; JSON holds both languages. */
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

/** A file of a system by its name. */
export function findSystemFile(
  system: Pick<SystemFacts<unknown>, 'id' | 'model'>,
  name: string,
): SystemFile | undefined {
  return listSystemFiles(system).find((each) => each.name === name);
}

/** Whether there is a drawing of a system's chain. */
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

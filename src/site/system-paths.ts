export const systemsPath = '/systems/';

/** Lists behind the numbers of the overview. */
export const gapsPath = `${systemsPath}gaps/`;

export function systemPath(id: string): string {
  return `${systemsPath}${id}/`;
}

/** The 明细表. */
export function systemListPath(id: string): string {
  return `${systemPath(id)}list/`;
}

/** A file to take away. */
export function systemFilePath(id: string, name: string): string {
  return `${systemPath(id)}${name}`;
}

/** `place` is the id of a node or the code of a branch. */
export function placePath(id: string, place: string): string {
  return `${systemPath(id)}at/${place}/`;
}

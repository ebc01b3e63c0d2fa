export const systemsPath = '/systems/';

/** Lists behind the numbers of the overview. */
export const gapsPath = `${systemsPath}gaps/`;

/** The path of the page of a system: `/systems/cold-chain/`. */
export function systemPath(id: string): string {
  return `${systemsPath}${id}/`;
}

/** The path of the 明细表 of a system: `/systems/cold-chain/list/`. */
export function systemListPath(id: string): string {
  return `${systemPath(id)}list/`;
}

/** The path of the gaps of a system: `/systems/cold-chain/gaps/`. */
export function systemGapsPath(id: string): string {
  return `${systemPath(id)}gaps/`;
}

/** The path of a file of a system to take away: `/systems/cold-chain/cold-chain.xlsx`. */
export function systemFilePath(id: string, name: string): string {
  return `${systemPath(id)}${name}`;
}

/** `place` is the id of a node or the code of a branch. */
export function placePath(id: string, place: string): string {
  return `${systemPath(id)}at/${place}/`;
}

/** The path of the references of the standards of a place. */
export function placeReferencesPath(id: string, place: string): string {
  return `${placePath(id, place)}references/`;
}

/** Neither in force nor to come. */
const DEAD: ReadonlySet<string | undefined> = new Set(['被代替', '废止']);

/** Place among the groups of a result list: hosted, hosted and dead, known, known and dead. */
export function groupOf(hosted: boolean, status: string | undefined): number {
  return (hosted ? 0 : 2) + (DEAD.has(status) ? 1 : 0);
}

/** Neither in force nor to come. */
const DEAD: ReadonlySet<string | undefined> = new Set(['被代替', '废止']);

/** Place among the groups of a result list: hosted, hosted and dead, known, known and dead. */
export function groupOf(hosted: boolean, status: string | undefined): number {
  return (hosted ? 0 : 2) + (DEAD.has(status) ? 1 : 0);
}

/** The same with texts of other cities behind the library's own: between its living and its dead. */
export function placeOf(hosted: boolean, status: string | undefined, isAnothers: boolean): number {
  return Math.max(groupOf(hosted, status), hosted && isAnothers ? 0.5 : 0);
}

/** By which names in addresses stand in the order of their numbers: `gb-t-9-2008` before `gb-t-10-2008`. Browsers find a record by it. */
export function slugKey(slug: string): string {
  return slug.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));
}

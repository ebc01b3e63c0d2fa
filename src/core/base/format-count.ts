/** A whole number with separators, as both languages write it: `37,872`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A name as a file may be called on any system; `file` where nothing of it is left. */
export function toFileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim() || 'file';
}

/** The part of a library that a file belongs to: the folder of a standard, else the file itself. */
export function partOf(file: string): string {
  if (/^projects\/[^/]*\/draft\//.test(file)) return file.split('/').slice(0, 3).join('/');
  if (/^partners\/[^/]*\/standards\//.test(file)) return file.split('/').slice(0, 5).join('/');
  return file.startsWith('standards/') ? file.split('/').slice(0, 3).join('/') : file;
}

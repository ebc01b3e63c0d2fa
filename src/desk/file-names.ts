/** The last piece of a name that a browser gave, to be shown; no path is made of it. */
export function nameFile(given = ''): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200);
}

/** A name of a figure that is free in a folder: of plain letters, with the ending of what was given. */
export function nameFigure(given: string, taken: ReadonlySet<string>): string {
  const ending = /\.(?:png|jpe?g|webp|svg)$/i.exec(given)?.[0].toLowerCase() ?? '.png';
  const stem = given
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  for (let count = 1; ; count += 1) {
    const suffix = count > 1 ? `-${count}` : '';
    const name = `${stem === '' ? 'figure' : stem}${suffix}${ending}`;
    if (!taken.has(name)) return name;
  }
}

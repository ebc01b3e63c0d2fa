const end = 0x06054b50;
const central = 0x02014b50;

/**
 * A copy of a ZIP archive in which every file has the given day (`YYYY-MM-DD`, 1980 or later) at midnight, so that the
 * same content gives the same bytes (APPNOTE 4.3.7, 4.3.12, 4.4.6).
 *
 * @throws {Error} where there is no archive
 */
export function dateZip(archive: Uint8Array, day: string): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stamp = toDosDate(day);
  let at = bytes.length - 22;
  while (at >= 0 && view.getUint32(at, true) !== end) at -= 1;
  if (at < 0) throw new Error('not a ZIP archive');
  let entry = view.getUint32(at + 16, true);
  for (let left = view.getUint16(at + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== central) throw new Error('not a ZIP archive');
    view.setUint32(entry + 12, stamp, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, stamp, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(entry + field, true));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
}

/** Time (midnight) in the low half, date in the high half. */
function toDosDate(day: string): number {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return (((Math.max(0, year - 1980) << 9) | (month << 5) | date) << 16) >>> 0;
}

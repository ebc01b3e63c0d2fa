/** Points of a drawing on each point of the page: enough for print. */
const density = 150;

/**
 * Drawings (SVG) as pictures (PNG), for versions of Word before 2016 and readers that draw none; without those that cannot be
 * drawn here.
 */
export async function drawPictures(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  const drawings = [...files].filter(([name]) => name.toLowerCase().endsWith('.svg'));
  if (drawings.length === 0) return pictures;
  const draw = await loadDrawer();
  for (const [name, bytes] of drawings) {
    const picture = await draw?.(bytes);
    if (picture) pictures.set(name, picture);
  }
  return pictures;
}

type Draw = (bytes: Uint8Array) => Promise<Uint8Array | null>;

/** What draws; null where its native package is not there for this machine. */
async function loadDrawer(): Promise<Draw | null> {
  try {
    const { default: sharp } = await import('sharp');
    return async (bytes) => {
      try {
        return await sharp(bytes, { density })
          .resize({ width: 1200, height: 1600, fit: 'inside', withoutEnlargement: true })
          .flatten({ background: 'white' })
          .png({ compressionLevel: 9 })
          .toBuffer();
      } catch {
        return null;
      }
    };
  } catch {
    return null;
  }
}

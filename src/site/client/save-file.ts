/** Give the reader a file made here. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Twice the size of the drawing; less where the canvas would be larger than browsers make (Safari: 16.7 million pixels). */
const scale = 2;
const mostPixels = 16_000_000;

/**
 * An SVG of this site as a PNG.
 *
 * @throws {Error} where it cannot be fetched or drawn
 */
export async function renderPng(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  const url = URL.createObjectURL(
    new Blob([await response.text()], { type: 'image/svg+xml;charset=utf-8' }),
  );
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', reject);
      image.src = url;
    });
    const { naturalWidth, naturalHeight } = image;
    const size = Math.min(scale, Math.sqrt(mostPixels / (naturalWidth * naturalHeight)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(naturalWidth * size);
    canvas.height = Math.round(naturalHeight * size);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

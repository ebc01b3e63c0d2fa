import { MirrorRefused } from '#acts/mirror/index.ts';

/** How an import is refused; fails when it is not. */
export async function refuse(importing: () => Promise<unknown>): Promise<MirrorRefused> {
  try {
    await importing();
  } catch (error) {
    if (error instanceof MirrorRefused) return error;
    throw error;
  }
  throw new Error('it was taken');
}

import type { Library } from '#library/open.ts';
import { brandFolder } from '../files/brand-files.ts';

/** What an installed portal is called, its colours and its mark. */
export function viewWebManifest({ settings }: Library) {
  const { names, palette, logo } = settings;
  return {
    names,
    colour: palette?.light.accent,
    folder: brandFolder(settings),
    logo: logo !== undefined,
  };
}

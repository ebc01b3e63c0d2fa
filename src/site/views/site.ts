import { memo } from '#core/base/memo.ts';
import type { Library } from '#library/open.ts';
import type { LibrarySettings } from '#library/settings.ts';
import { getSummary } from '../data/library.ts';
import { brandFolder } from '../files/brand-files.ts';
import { renderBlock } from '../lib/blocks.ts';
import type { ShownSite } from './shapes.ts';

/** What the frame of every page shows of a library. */
export function viewSite(library: Library): ShownSite {
  const { factsAsOf, sample } = getSummary(library);
  const { settings } = library;
  return {
    factsAsOf,
    sample,
    ...viewFrame(settings),
    ...(sample && { sampleNotice: settings.sample.site }),
  };
}

const viewFrame = memo((settings: LibrarySettings) => {
  const { names, languages, navigation, footer, blocks } = settings;
  const folder = brandFolder(settings);
  return {
    names,
    languages,
    ...(navigation && { navigation }),
    ...(footer && { footer }),
    ...(blocks.footer && { footerBlock: renderBlock(blocks.footer) }),
    ...(folder !== undefined && { brand: { folder, logo: settings.logo !== undefined } }),
  };
});

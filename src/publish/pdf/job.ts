import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { viewPrint } from '#site/views/print.ts';
import type { PrintView } from '#site/views/print.ts';
import type { Fonts } from './fonts.ts';
import type { PrintJob } from './print.ts';

/** In which language, and with which fonts, a standard is printed. */
interface PrintSetting {
  readonly language: Language;
  readonly fonts: Fonts;
}

/** Returns what to print of a hosted standard of a library. */
export function describeHosted(library: Library, slug: string, setting: PrintSetting): PrintJob {
  return describeJob(library.folder(slug), viewPrint(library, { slug }), setting);
}

/** Returns what to print of a standard that lies in a folder, with what its library knows of it. */
export function describeJob(
  folder: string,
  { notices, bodies }: Pick<PrintView, 'notices' | 'bodies'>,
  { language, fonts }: PrintSetting,
): PrintJob {
  return {
    folder,
    language,
    fonts,
    notices: notices.map((notice) => notice[language]),
    bodies: new Map(Object.entries(bodies)),
  };
}

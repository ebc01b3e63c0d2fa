import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { SAMPLE_NOTICE, sayStatus } from '#site/files/exports.ts';
import { nameBodies } from '#site/views/entries.ts';
import { viewStandardFile } from '#site/views/files.ts';
import type { Fonts } from './fonts.ts';
import type { PrintJob } from './print.ts';

const reserve = {
  zh: '本文件由标链排版，供阅读和查找；以发布机构公布的正式文本为准。',
  en: 'Set by Biaolian, for reading and reference. The text published by the issuing body prevails.',
};

/** Returns what to print of a hosted standard of a library, with what the library knows of it. */
export function describeJob(
  library: Library,
  slug: string,
  { language, fonts }: { readonly language: Language; readonly fonts: Fonts },
): PrintJob {
  const { sample, status } = viewStandardFile(library, { slug });
  const {
    issuers = [],
    proposedBy = [],
    administeredBy = [],
    draftedBy = [],
  } = library.catalog.bySlug(slug)?.row?.meta ?? {};
  const bodies = nameBodies(library, [...issuers, ...proposedBy, ...administeredBy, ...draftedBy]);
  const said = [...(sample ? [SAMPLE_NOTICE] : []), sayStatus(status) ?? [], reserve].flat();
  return {
    folder: library.folder(slug),
    language,
    fonts,
    notices: said.map((notice) => notice[language]),
    bodies: new Map(Object.entries(bodies)),
  };
}

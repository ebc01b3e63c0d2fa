import type { Library } from '#library/open.ts';
import { listNotices } from '../files/exports.ts';
import { nameBodies } from './entries.ts';
import { viewStandardFile } from './files.ts';
import type { ViewProps } from './props.ts';

const reserve = {
  zh: '本文件由标链排版，供阅读和查找，以发布机构公布的正式文本为准。',
  en: 'Set by Biaolian for reading and reference. The text published by the issuing body prevails.',
};

/** What the PDF of a standard is made from, beside its own files, whose digest is `source`. */
export function viewPrint(library: Library, props: ViewProps) {
  return { ...viewPaper(library, props), printer: library.printer };
}

/** What the Word file of a standard is made from, beside its own files, whose digest is `source`. */
export function viewWord(library: Library, props: ViewProps) {
  return { ...viewPaper(library, props), wordWriter: library.wordWriter };
}

function viewPaper(library: Library, props: ViewProps) {
  const { slug, source, status } = viewStandardFile(library, props);
  const meta = library.catalog.bySlug(slug)?.row?.meta;
  const { issuers = [], proposedBy = [], administeredBy = [], draftedBy = [] } = meta ?? {};
  return {
    slug,
    source,
    notices: [...listNotices(status), reserve],
    bodies: nameBodies(library, [...issuers, ...proposedBy, ...administeredBy, ...draftedBy]),
  };
}

export type PrintView = ReturnType<typeof viewPrint>;
export type WordView = ReturnType<typeof viewWord>;

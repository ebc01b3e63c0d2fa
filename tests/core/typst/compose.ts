import { parseDocument } from '#core/text/index.ts';
import type { ParseOptions } from '#core/text/index.ts';
import { composeTypst, describeCover } from '#core/typst/index.ts';
import { head } from '../render/draw.ts';

/** The source of Typst that a text is printed from, with a figure `a.svg`. */
export function compose(body: string, options: Partial<ParseOptions> = {}): string {
  const source = body.startsWith('---') ? body : head + body;
  const document = parseDocument(source, { file: 'x.md', ...options });
  if (!document.meta) throw new Error('no front matter');
  return composeTypst(document, {
    ...describeCover(document.meta, document.language, { notices: ['说明'] }),
    fonts: { text: ['宋'], title: ['黑'] },
    figures: new Set(['a.svg']),
  });
}

import { checkDocument } from '#core/check/index.ts';
import { renderBody, renderDocument } from '#core/render/index.ts';
import { parseDocument } from '#core/text/index.ts';
import type { ParseOptions } from '#core/text/index.ts';

export const head = '---\nnumber: DB9902/T 903—2026\ntitle: 样例\nissuers: [甲]\n---\n\n';

/** A body drawn as a page would show it, with what was found on the way. */
export function draw(body: string, options: Partial<ParseOptions> = {}) {
  const source = body.startsWith('---') ? body : head + body;
  const document = parseDocument(source, { file: 'x.md', ...options });
  const { text, diagnostics } = renderDocument(document);
  const html = renderBody(text, { resolve: () => null, figures: '/f/' });
  const found = [...document.diagnostics, ...diagnostics];
  return {
    document,
    text,
    html,
    rules: found.map(({ rule }) => rule),
    found,
    check: () => checkDocument(document),
    provisions: text.provisions.map(({ type, text: said }) => `${type} ${said}`),
  };
}

export function idsOf(html: string): readonly string[] {
  return Array.from(html.matchAll(/ id="([^"]*)"/g), (match) => match[1] ?? '');
}

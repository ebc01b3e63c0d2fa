import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { ParsedDocument } from '../core/text/index.ts';
import type { SyntaxNode } from '../core/text/syntax.ts';
import { isFigureFile } from '../core/text/unsafe.ts';

/** An SVG that could run something when it is opened on its own. */
const active =
  /<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*["'](?!#|data:image\/(?:png|jpe?g|webp))/i;

export function isActiveSvg(svg: string): boolean {
  return active.test(svg);
}

/** Figures a document shows but does not have, or has but may not show, or never shows. */
export function checkFigures(
  document: ParsedDocument,
  figures: readonly { readonly name: string; readonly svg: string | null }[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const byName = new Map(figures.map((figure) => [figure.name, figure]));
  const used = new Set<string>();
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'image' && isFigureFile(node.url ?? '')) {
      const name = node.url ?? '';
      used.add(name);
      const figure = byName.get(name);
      const range = {
        start: node.position?.start ?? { line: 1, column: 1 },
        end: node.position?.end ?? { line: 1, column: 1 },
      };
      if (!figure) {
        found.push({
          rule: 'figure-missing',
          severity: 'error',
          file: document.file,
          range,
          message: { zh: `找不到图片文件 ${name}`, en: `The figure ${name} does not exist` },
          hint: {
            zh: '把图片放在 index.md 所在的文件夹，文件名（含大小写）要一致',
            en: 'Put it in the folder of index.md; the name must agree, letter case too',
          },
        });
      } else if (figure.svg !== null && isActiveSvg(figure.svg)) {
        found.push({
          rule: 'figure-active',
          severity: 'error',
          file: document.file,
          range,
          message: {
            zh: `${name} 含脚本或外部链接，没有公布`,
            en: `${name} holds a script or an external link and is not published`,
          },
          hint: { zh: '用绘图软件另存为纯 SVG', en: 'Save it as plain SVG' },
        });
      }
      if (!(node.alt ?? '').trim()) {
        found.push({
          rule: 'figure-alt',
          severity: 'warning',
          file: document.file,
          range,
          message: { zh: `${name} 没有替代文字`, en: `${name} has no alternative text` },
          hint: {
            zh: '在 ![ ] 里用一句话说明图上有什么',
            en: 'Say in a sentence between ![ ] what the figure shows',
          },
        });
      }
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(document.root);
  return found;
}

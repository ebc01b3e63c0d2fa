import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';
import type { ParsedDocument } from '#core/text/index.ts';
import { listNodes } from '#core/text/syntax/tree.ts';
import { isFigureFile } from '#core/text/syntax/unsafe.ts';
import type { StandardFolder } from './files.ts';
import { refuseSvg } from './svg.ts';

/** Figures of a folder, shown or not, that may not be published. */
export function checkFigureFiles({ path, figures }: StandardFolder): readonly Diagnostic[] {
  return figures.flatMap(({ name, svg, isNamedRight }): Diagnostic[] => {
    if (!isNamedRight) {
      return [
        makeFinding(`${path}/${name}`, {
          rule: 'figure-damaged',
          range: startOfLine(1),
          message: {
            zh: `${name} 不是它的扩展名所说的图片，或已损坏`,
            en: `${name} is not the image that its name says, or it is damaged`,
          },
          hint: {
            zh: '用看图软件打开，另存为 PNG、JPEG、WebP 或 SVG；只改扩展名没有用',
            en: 'Open it in a viewer and save it as PNG, JPEG, WebP or SVG; changing the name alone is no use',
          },
        }),
      ];
    }
    const reason = svg && refuseSvg(svg);
    if (!reason) return [];
    return [
      makeFinding(`${path}/${name}`, {
        rule: 'figure-active',
        range: startOfLine(1),
        message: {
          zh: `${name} 没有公布：${reason.zh}`,
          en: `${name} is not published: ${reason.en}`,
        },
        hint: {
          zh: '用绘图软件另存为“纯 SVG”，不含脚本、动画、链接和外部内容',
          en: 'Save it as plain SVG, without scripts, animation, links or content from outside',
        },
      }),
    ];
  });
}

/** Figures a document shows but does not have, and those without words for who cannot see them. */
export function checkFigures(
  document: ParsedDocument,
  figures: StandardFolder['figures'],
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const names = new Set(figures.map(({ name }) => name));
  for (const node of listNodes(document.tree, 'image')) {
    const name = node.url;
    if (isFigureFile(name)) {
      const range = {
        start: node.position?.start ?? { line: 1, column: 1 },
        end: node.position?.end ?? { line: 1, column: 1 },
      };
      if (!names.has(name)) {
        found.push(
          makeFinding(document.file, {
            rule: 'figure-missing',
            ...(document.meta?.status === 'draft' && { severity: 'warning' as const }),
            range,
            message: { zh: `找不到图片文件 ${name}`, en: `The figure ${name} does not exist` },
            hint: {
              zh: '把图片放在 index.md 所在的文件夹，文件名（含大小写）要一致',
              en: 'Put it in the folder of index.md; the name must agree, letter case too',
            },
          }),
        );
      }
      if (!(node.alt ?? '').trim()) {
        found.push(
          makeFinding(document.file, {
            rule: 'figure-alt',
            range,
            message: { zh: `${name} 没有替代文字`, en: `${name} has no alternative text` },
            hint: {
              zh: '在 ![ ] 里用一句话说明图上有什么',
              en: 'Say in a sentence between ![ ] what the figure shows',
            },
          }),
        );
      }
    }
  }
  return found;
}

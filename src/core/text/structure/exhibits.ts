import type { Nodes } from 'mdast';
import type { Exhibit } from '#core/model/standard.ts';
import type { Numbering } from './numbering.ts';
import type { Report } from '../report.ts';
import { childrenOf } from '../syntax/nodes.ts';

/**
 * Tables, figures and formulae with ids and, for tables, their cells as plain text. A draft may wait
 * for a figure.
 */
export function buildExhibits(
  { exhibits, marks, grids }: Pick<Numbering, 'exhibits' | 'marks' | 'grids'>,
  ids: readonly string[],
  report: Report,
  isDraft = false,
): readonly Exhibit[] {
  return exhibits.map((exhibit, index) => {
    const id = ids[index] ?? '';
    const base = {
      id,
      kind: exhibit.kind,
      label: marks.get(exhibit.node)?.label ?? '',
      title: exhibit.title,
      clause: exhibit.clause,
    };
    if (exhibit.kind === 'table') {
      const table = exhibit.node.children.find((child) => child.type === 'table');
      if (!table) {
        report.add({
          rule: 'table-missing',
          range: report.rangeAtStart(exhibit.node),
          message: {
            zh: ':::table 里没有表（GFM 写法：| 一 | 二 |）',
            en: ':::table holds no GFM table (| a | b |)',
          },
        });
        return base;
      }
      const { rows = [], headRows = 1 } = grids.get(table) ?? {};
      return { ...base, rows: rows.map((row) => row.map(({ text }) => text)), headRows };
    }
    if (exhibit.kind === 'figure') {
      const files: string[] = [];
      collectImages(exhibit.node, files);
      if (files.length === 0) {
        report.add({
          rule: 'figure-empty',
          ...(isDraft && { severity: 'warning' as const }),
          range: report.rangeAtStart(exhibit.node),
          message: { zh: ':::figure 里没有图片', en: ':::figure holds no image' },
          hint: isDraft
            ? {
                zh: '图还没有的，可以先写“待补图”；公布以前放入图片：![图上有什么](文件名.svg)',
                en: 'A figure still to come may wait in a draft; before publication write ![what it shows](file.svg)',
              }
            : {
                zh: '把图片放在同一文件夹，写 ![图上有什么](文件名.svg)；图还没有的，先写 status: draft',
                en: 'Put the image into the same folder and write ![what it shows](file.svg); until it is there, use status: draft',
              },
        });
      }
      return { ...base, files };
    }
    return base;
  });
}

function collectImages(node: Nodes, files: string[]): void {
  if (node.type === 'image' && node.url) files.push(node.url);
  for (const child of childrenOf(node)) collectImages(child, files);
}

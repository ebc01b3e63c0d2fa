import { distance } from 'fastest-levenshtein';
import type { List, Table } from 'mdast';
import type { Report } from '../report.ts';
import type { ContainerDirective } from '../syntax/nodes.ts';

/** Findings about single blocks, made while they are numbered. */

const directiveNames = ['table', 'figure', 'formula', 'note', 'example'];

/** Reports a directive that there is none of, with the name it may have been meant for. */
export function reportUnknown(node: ContainerDirective, report: Report): void {
  const name = node.name.slice(0, 40);
  const near = directiveNames
    .map((known) => ({ known, edits: distance(name.toLowerCase(), known) }))
    .toSorted((left, right) => left.edits - right.edits)[0];
  const guess = near && near.edits <= 3 ? near.known : null;
  report.add({
    rule: 'directive-unknown',
    range: report.rangeAtStart(node),
    message: { zh: `没有“:::${name}”这种指令`, en: `There is no directive ":::${name}"` },
    hint: guess
      ? { zh: `是不是 :::${guess}？`, en: `Did you mean :::${guess}?` }
      : {
          zh: '可用的有 table、figure、formula、note、example',
          en: 'There are table, figure, formula, note and example',
        },
  });
}

/** Reports a table outside `:::table`, which has no number and no title. */
export function reportBareTable(node: Table, report: Report): void {
  report.add({
    rule: 'table-bare',
    range: report.rangeAtStart(node),
    message: {
      zh: '表没有放进 :::table，印出来没有编号和题名，也无法提及',
      en: 'The table is not inside :::table: it is printed without number and title and cannot be referred to',
    },
    hint: {
      zh: '在表前写 :::table[题名]{#标识}，在表后写 :::',
      en: 'Write :::table[title]{#id} before it and ::: after it',
    },
  });
}

/** GB/T 1.1—2020, 7.5: a list item may be divided once. */
export function reportDepth(list: List, report: Report): void {
  report.add({
    rule: 'list-depth',
    range: report.rangeAtStart(list),
    message: {
      zh: '列项最多两级，这里是第三级',
      en: 'Lists have at most two levels; this is the third',
    },
    hint: { zh: '改为条，或并入上一级', en: 'Turn it into clauses, or merge it upwards' },
  });
}

import { measureOwnClauses, measureReferences } from '../sentences/measure-references.ts';
import { measureLimits, measureProvisions } from '../sentences/measure.ts';
import { halves } from '../sentences/read.ts';
import type { Half, Tallies } from '../sentences/read.ts';

const tables: readonly (readonly [title: string, measure: (half: Half) => Tallies])[] = [
  ['条款的类型 types of provisions', (half) => measureProvisions(half).tallies],
  ['限值 limits', (half) => measureLimits(half).tallies],
  ['引用的文件 documents cited', (half) => measureReferences(half).documents],
  ['引用的章条 clauses cited', (half) => measureReferences(half).clauses],
  ['手打的本文件章条 own clauses, typed', measureOwnClauses],
];

/** `npm run bench:sentences`: what detectors find in the labelled sentences, by class, as tables of Markdown. */
export function main(): number {
  const lines = tables.flatMap(([title, measure]) => [`\n### ${title}\n`, ...drawTable(measure)]);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function drawTable(measure: (half: Half) => Tallies): readonly string[] {
  const measured = halves.map(measure);
  const isEmpty = (name: string) =>
    measured.every(({ byClass }) => {
      const { right = 0, false: wrong = 0, missed = 0 } = byClass.get(name) ?? {};
      return right + wrong + missed === 0;
    });
  const names = [...new Set(measured.flatMap(({ byClass }) => [...byClass.keys()]))].filter(
    (name) => !isEmpty(name),
  );
  const ordered = ['all', ...names.filter((name) => name !== 'all').toSorted()];
  return [
    `| 种类 class |${halves.map((half) => ` ${half} | P | R |`).join('')}`,
    `|---|${halves.map(() => '--:|--:|--:|').join('')}`,
    ...ordered.map(
      (name) => `| \`${name}\` |${measured.map((each) => drawCells(each, name)).join('')}`,
    ),
  ];
}

/** How many there are, and the shares; a dash where there is nothing to find and nothing was found. */
function drawCells(tallies: Tallies, name: string): string {
  const { right = 0, false: wrong = 0, missed = 0 } = tallies.byClass.get(name) ?? {};
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
  return ` ${right + missed} | ${share(right, right + wrong)} | ${share(right, right + missed)} |`;
}

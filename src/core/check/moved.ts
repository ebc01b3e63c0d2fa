import type { MovedStandard, PublicationRegister } from '../catalog/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import type { StandardRow } from '../model/row.ts';
import { numberKey, parseNumber } from '../number/index.ts';

const keyOf = (number: string): string => {
  const parsed = parseNumber(number);
  return parsed.ok ? numberKey(parsed.number) : number;
};

/**
 * Standards that were published and are gone without a word (`standard-removed`), and former numbers
 * or removals of standards that are still there (`standard-still-there`).
 */
export function checkMoved(
  rows: readonly StandardRow[],
  register: PublicationRegister,
  moved: readonly MovedStandard[],
): readonly Diagnostic[] {
  const lineOf = new Map(register.published.map(({ slug, line }) => [slug, line]));
  const keys = new Set(rows.map(({ key }) => key));
  const gone = moved.flatMap(({ slug, number, to, removed }): readonly Diagnostic[] =>
    to !== undefined || removed
      ? []
      : [
          makeFinding('published.tsv', {
            rule: 'standard-removed',
            range: startOfLine(lineOf.get(slug) ?? 1),
            message: {
              zh: `${number} 公布过，现在库里没有：它的地址只剩一页“已撤下”`,
              en: `${number} was published and is not in the library now: its address says only that it was taken down`,
            },
            hint: {
              zh: `换了编号的，在新编号的文件头写 formerly: [${number}]；撤下的，在 removed.yaml 写 - { number: ${number}, reason: 原因 }；废止的不用撤下，写 status: withdrawn`,
              en: `If it has a new number, write formerly: [${number}] there; if it was taken down, write - { number: ${number}, reason: … } in removed.yaml; a withdrawn standard stays, as status: withdrawn`,
            },
          }),
        ],
  );
  const there = rows.flatMap(({ file, meta, key }): readonly Diagnostic[] =>
    meta.formerly
      .filter((number) => keyOf(number) === key || keys.has(keyOf(number)))
      .map((number) =>
        makeFinding(file, {
          rule: 'standard-still-there',
          range: startOfLine(1),
          message: {
            zh: `formerly 里的 ${number} 还在库里`,
            en: `${number}, named in formerly, is still in the library`,
          },
          hint: {
            zh: 'formerly 只写换编号以前的编号；被代替的标准写在 replaces',
            en: 'formerly is for the number before a renumbering; a replaced standard belongs in replaces',
          },
        }),
      ),
  );
  const back = register.removed
    .filter(({ key }) => keys.has(key))
    .map(({ number, line }) =>
      makeFinding('removed.yaml', {
        rule: 'standard-still-there',
        range: startOfLine(line),
        message: {
          zh: `${number} 写明已撤下，却还在库里`,
          en: `${number} is said to be taken down and is still in the library`,
        },
        hint: {
          zh: '删去这一项，或移走它的文件夹',
          en: 'Delete the item, or move its folder away',
        },
      }),
    );
  return [...gone, ...there, ...back];
}

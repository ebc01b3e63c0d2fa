import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

const root = new URL('../../../', import.meta.url);

/** Lines of a list in tests/lists, without the comment lines. */
export function readList(name: string): string[] {
  return readFileSync(new URL(`tests/lists/${name}`, root), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));
}

/** A list of real standards, and the file of odd numbers beside it; no part of the project (docs/environment.md). */
const realList = process.env['BIAOLIAN_REAL_LIST'] ?? '';
const oddNumbers = join(dirname(realList), 'odd-numbers.csv');
export const HAS_REAL_LIST = existsSync(realList);
export const HAS_ODD_NUMBERS = HAS_REAL_LIST && existsSync(oddNumbers);

const readRows = (path: string): Record<string, string>[] =>
  parse(readFileSync(path, 'utf8'), { columns: true, bom: true });
export const readRealList = (): Record<string, string>[] => readRows(realList);
export const readOddNumbers = (): Record<string, string>[] => readRows(oddNumbers);

import { mkdtempSync, readFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { checkRows, indexKnown, listKnown } from '#core/validity/index.ts';
import type { CheckedNumber } from '#core/validity/index.ts';
import { importCatalogue } from '#import/catalogue/index.ts';
import { openLibrary } from '#library/open.ts';
import { today } from '#library/cache-folder.ts';
import { makeRandom } from '../publish/kill-releases.ts';

type Row = Readonly<Record<'number' | 'title' | 'status' | 'implemented', string>>;

/** Ways in which people write the number of a standard, and what they put beside it. */
const spellings: readonly ((number: string, title: string) => string)[] = [
  (number) => number,
  (number) => number.toLowerCase(),
  (number) => number.replaceAll(' ', ''),
  (number) => number.replace('-', '—'),
  (number) => number.replace('-', ' - '),
  (number) => number.replace('-', '－').replace('/', '／'),
  (number) =>
    number.replace(/[ -~]/g, (sign) =>
      sign === ' ' ? '\u3000' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    ),
  (number) => number.replace('/', '').replace(' ', ''),
  (number) => `${number.replace('/', '_')}.pdf`,
  (number, title) => `${number} ${title}`,
  (number, title) => `12\t${title}\t${number}\t已受控`,
  (number, title) => `[3] ${number}《${title}》`,
  (number, title) => `应符合${number}《${title}》的规定。`,
];

/** What the list alone says of a number on a day, without our code: its verdicts that would not be wrong. */
function expect({ status, implemented }: Row, hasNewer: boolean, day: string): readonly string[] {
  if (status === '') return ['unknown'];
  if (implemented > day) return ['coming'];
  if (status === '废止' || status === '被代替') return ['withdrawn', 'replaced'];
  if (status === '即将实施') return ['valid', 'coming'];
  // A newer year of the same number may have come since the list was made.
  return hasNewer ? ['valid', 'replaced'] : ['valid'];
}

/**
 * `npm run bench:validity -- LIST.csv --count 1000 --seed 2026`: numbers of a public list (columns number, title, status,
 * implemented) in many spellings, checked against that list as a catalogue, beside what the list says of them.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '2026' },
      on: { type: 'string', default: today() },
    },
    allowPositionals: true,
  });
  const [path = ''] = positionals;
  const folder = mkdtempSync(join(tmpdir(), 'validity-'));
  try {
    const bytes = readFileSync(path);
    const { text } = importCatalogue({
      files: [{ name: 'list.csv', bytes }],
      catalogue: [],
      out: 'list.csv',
      defaults: { asOf: values.on, source: 'public-catalogue' },
    });
    mkdirSync(join(folder, 'catalogue'));
    writeFileSync(join(folder, 'catalogue', 'list.csv'), text ?? '');
    const { catalog } = await openLibrary({
      dir: folder,
      cache: join(folder, 'cache'),
      asOf: values.on,
    });
    const options = {
      columns: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_records_with_error: true,
    };
    const all = parse(bytes, options) as unknown as Row[];
    const random = makeRandom(Number(values.seed));
    const plain = all.filter(({ number }) =>
      /^[A-Z]+(?:\/[TZ])? \d+(?:\.\d+)?-\d{4}$/.test(number),
    );
    const asked = Array.from(
      { length: Number(values.count) },
      () => plain[Math.floor(random() * plain.length)],
    ).flatMap((row) => row ?? []);
    const written = asked.map(
      ({ number, title }) =>
        spellings[Math.floor(random() * spellings.length)]?.(number, title) ?? number,
    );
    const indexStarted = performance.now();
    const known = indexKnown(listKnown(catalog));
    const started = performance.now();
    let slowest = { ms: 0, line: '' };
    let last = started;
    const checked: CheckedNumber[] = [];
    const rows = written.map((line, at) => ({ place: `${at}`, text: line }));
    for (const each of checkRows(rows, known, values.on)) {
      const ms = performance.now() - last;
      if (ms > slowest.ms) slowest = { ms, line: each.written };
      checked.push(each);
      last = performance.now();
    }
    const ended = performance.now();
    const faults = asked.flatMap((row, at) => {
      const found = checked.filter(({ place }) => place === `${at}`);
      const hasNewer = all.some(
        ({ number }) => number.split('-')[0] === row.number.split('-')[0] && number > row.number,
      );
      return findFault(found, row, expect(row, hasNewer, values.on), written[at] ?? '');
    });
    process.stdout.write(
      [
        ...faults.slice(0, 30),
        `${asked.length} numbers of ${plain.length}, ${spellings.length} spellings, against ${known.byKey.size} standards on ${values.on}`,
        `equal: ${asked.length - faults.length}; index ${Math.round(started - indexStarted)} ms, check ${Math.round(ended - started)} ms`,
        `slowest: ${Math.round(slowest.ms)} ms, ${slowest.line}`,
        '',
      ].join('\n'),
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findFault(
  found: readonly CheckedNumber[],
  { number, status }: Row,
  verdicts: readonly string[],
  written: string,
): readonly string[] {
  const [checked] = found;
  const key = checked?.standard?.key;
  const isRight = found.length === 1 && key === number && verdicts.includes(checked?.verdict ?? '');
  return isRight
    ? []
    : [
        `${written} → ${found.map((each) => `${each.standard?.key} ${each.verdict}`).join(', ') || 'nothing'}; the list: ${number} ${status}`,
      ];
}

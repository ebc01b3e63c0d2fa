import { parseArgs } from 'node:util';
import { kinds, killRelease, makeRandom } from '../publish/kill-releases.ts';
import type { Kind, Outcome } from '../publish/kill-releases.ts';

/** `npm run bench:kills -- --moments 200 --seed 11`: releases cut short at named stages and at random moments, counted. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      moments: { type: 'string', default: '200' },
      seed: { type: 'string', default: '11' },
    },
  });
  const moments = Number(values.moments);
  const random = makeRandom(Number(values.seed));
  const names = Object.keys(kinds) as Kind[];
  const rows = new Map<string, Outcome[]>();
  const note = (row: string, outcome: Outcome) =>
    rows.set(row, [...(rows.get(row) ?? []), outcome]);
  for (const kind of names) {
    for (const stage of ['recorded', 'ready', 'switched', 'settled']) {
      note(`${kind}, stages`, await killRelease(kind, { stage }));
    }
    note(
      `${kind}, between two renames`,
      await killRelease(kind, { stage: 'aside' }, { variables: { PATH: '/nowhere' } }),
    );
  }
  for (const [at, kind] of names.entries()) {
    const { steps } = await killRelease(kind, { step: 1e6 });
    const share = Math.floor((moments + names.length - 1 - at) / names.length);
    for (let each = 0; each < share; each += 1) {
      note(`${kind}, at random`, await killRelease(kind, { step: Math.floor(random() * steps) }));
    }
  }
  process.stdout.write(describe(rows));
  const all = [...rows.values()].flat();
  return all.every(({ faults, state }) => faults.length === 0 && state !== 'torn') ? 0 : 1;
}

function describe(rows: ReadonlyMap<string, readonly Outcome[]>): string {
  const heads = ['what', 'kills', 'old', 'new', 'absent', 'torn', 'next run wrong'];
  const lines = [...rows].map(([name, outcomes]) => {
    const count = (is: (outcome: Outcome) => boolean) => String(outcomes.filter(is).length);
    return [
      name,
      count(({ isKilled }) => isKilled),
      ...(['old', 'new', 'absent', 'torn'] as const).map((state) =>
        count((each) => each.state === state),
      ),
      count(({ faults }) => faults.length > 0),
    ];
  });
  const faults = [...rows].flatMap(([name, outcomes]) =>
    outcomes.flatMap((outcome) => outcome.faults.map((fault) => `${name}: ${fault}`)),
  );
  const table = [heads, heads.map(() => '---'), ...lines].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  return `${[...table, ...faults].join('\n')}\n`;
}

import { parseArgs } from 'node:util';
import { campaignClock } from './campaign-clock.ts';
import { campaignDisk } from './campaign-disk.ts';
import { campaignKills } from './campaign-kills.ts';
import { campaignServers } from './campaign-servers.ts';
import { campaignTexts } from './campaign-texts.ts';

/** How many cases, and which: the same for the same seed. */
export interface CampaignOptions {
  readonly count: number;
  readonly seed: number;
}

/** What was done, how often, what came of it, and what is wrong: nothing, where all is well. */
export interface CampaignRow {
  readonly what: string;
  readonly cases: number;
  readonly note: string;
  readonly faults: readonly string[];
}

interface Part {
  readonly count: number;
  readonly run: (options: CampaignOptions) => Promise<CampaignRow[]>;
}

/** With the cases of each where nobody says how many; disk and clock have as many as there are steps and instants. */
const parts: Readonly<Record<string, Part>> = {
  texts: { count: 10_000, run: campaignTexts },
  kills: { count: 1000, run: campaignKills },
  disk: { count: 0, run: campaignDisk },
  servers: { count: 2000, run: campaignServers },
  clock: { count: 0, run: campaignClock },
};

/**
 * `npm run campaign [-- --part texts|kills|disk|servers|clock] [--count N] [--seed N]`: harm done on purpose, counted in a
 * table. Ends with 1 where something was harmed, with 2 where a part or a number is not known.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      part: { type: 'string' },
      count: { type: 'string' },
      seed: { type: 'string', default: '11' },
    },
  });
  const { part, count } = values;
  const [seed, most] = [Number(values.seed), count === undefined ? undefined : Number(count)];
  const chosen = Object.entries(parts).filter(([name]) => part === undefined || name === part);
  if (chosen.length === 0 || !Number.isInteger(seed) || (most !== undefined && !(most >= 1))) {
    process.stderr.write(
      `--part 是 ${Object.keys(parts).join('、')} 之一；--count、--seed 是整数。\n--part is one of ${Object.keys(parts).join(', ')}; --count and --seed are whole numbers.\n`,
    );
    return 2;
  }
  const rows: CampaignRow[] = [];
  for (const [name, { count: usual, run }] of chosen) {
    const start = performance.now();
    rows.push(...(await run({ seed, count: most ?? usual })));
    process.stderr.write(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  }
  process.stdout.write(`${describe(rows)}seed ${seed}\n`);
  return rows.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

function describe(rows: readonly CampaignRow[]): string {
  const heads = ['what', 'cases', 'what came of it', 'faults'];
  const lines = rows.map(({ what, cases, note, faults }) =>
    [what, cases, note, faults.length].map(String),
  );
  const table = [heads, heads.map(() => '---'), ...lines].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const faults = rows.flatMap(({ what, faults: found }) => found.map((each) => `${what}: ${each}`));
  return `${[...table, ...faults].join('\n')}\n`;
}

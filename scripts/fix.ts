import { findLibrary, readArguments } from './lib/arguments.ts';
import { listGates } from './lib/gates.ts';
import { runTool } from './lib/tools.ts';

/** `npm run fix`: puts right what the tools can put right by themselves. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, { library: { type: 'string' } });
  let worst = 0;
  for (const { title, fix } of listGates(findLibrary(values.library))) {
    if (!fix) continue;
    process.stdout.write(`${title.zh} ${title.en}\n`);
    const { status } = await runTool({ ...fix, output: 'here' });
    worst = Math.max(worst, status);
  }
  return worst === 0 ? 0 : 1;
}

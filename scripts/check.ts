import { findLibrary, readArguments } from './lib/arguments.ts';
import { listGates, runGates } from './lib/gates.ts';

/** `npm run check`: format, lint, types, dead code, content. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, { library: { type: 'string' } });
  const gates = listGates(findLibrary(values.library));
  const results = await runGates(gates, (text) => process.stdout.write(text));
  return results.every(({ ok }) => ok) ? 0 : 1;
}

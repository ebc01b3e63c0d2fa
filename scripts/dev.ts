import { findLibrary, readArguments, readPort } from './lib/arguments.ts';
import { runTool } from './lib/tools.ts';

/** `npm run dev`: Astro's development server, live on content and code. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    port: { type: 'string' },
    host: { type: 'string' },
    library: { type: 'string' },
  });
  const args = ['dev', '--port', String(readPort(values.port, 4321))];
  if (values.host !== undefined) args.push('--host', values.host);
  const env = { BIAOLIAN_LIBRARY: findLibrary(values.library) };
  const { status } = await runTool({ package: 'astro', args, env, output: 'here' });
  return status;
}

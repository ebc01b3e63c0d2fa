import { join } from 'node:path';
import { findLibrary, readArguments, readPort } from './lib/arguments.ts';
import { serveUntilStopped } from './lib/serve.ts';
import { ROOT } from './lib/tools.ts';

const DEFAULT_PORT = 4321;

/** `npm start`: builds what changed, serves it and prints the address, until it is stopped. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    port: { type: 'string' },
    host: { type: 'string' },
    library: { type: 'string' },
  });
  const port = readPort(values.port, DEFAULT_PORT);
  const library = findLibrary(values.library);
  const dir = join(ROOT, 'dist');
  const { build } = await import('./build.ts');
  const result = await build({ library, out: dir });
  if (!result.ok) return 1;
  await serveUntilStopped({
    dir,
    port,
    host: values.host ?? '127.0.0.1',
    spare: values.port === undefined ? 100 : 0,
  });
  return 0;
}

import { once } from 'node:events';
import { develop } from '#publish/develop.ts';
import { findLibrary, readArguments, readPort } from './lib/arguments.ts';
import { describeDiagnostics } from './report/diagnostics.ts';

/** `npm run dev`: Astro's development server, live on content and code. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = readArguments(argv, {
    port: { type: 'string' },
    host: { type: 'string' },
    library: { type: 'string' },
  });
  const server = await develop({
    library: findLibrary(values.library),
    port: readPort(values.port, 4321),
    ...(values.host === undefined ? {} : { host: values.host }),
    onOpen: ({ rows, compiled, diagnostics }) => {
      const shown = diagnostics.filter(({ severity }) => severity !== 'info');
      process.stdout.write(
        `${rows.length} 项标准，编译 ${compiled} · ${rows.length} standards, ${compiled} compiled\n`,
      );
      if (shown.length > 0) process.stdout.write(describeDiagnostics(shown));
    },
  });
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.stop();
  return 0;
}

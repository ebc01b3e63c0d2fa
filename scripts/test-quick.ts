import { runTool } from './lib/tools.ts';
import { runSuite } from './test.ts';

const CONFIG = ['--config', 'vitest.quick.config.ts'];

/**
 * `npm run test:quick`: the tests without browser, server and build; arguments go to vitest. The last line is
 * `N passed, N failed, N skipped`. With `--watch` it goes on, and tests again what a change touches.
 */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--watch')) {
    const rest = argv.filter((argument) => argument !== '--watch');
    const args = ['watch', ...CONFIG, ...rest];
    return (await runTool({ package: 'vitest', args, output: 'here' })).status;
  }
  const write = (text: string): boolean => process.stdout.write(text);
  return runSuite({ gates: [], vitest: [...CONFIG, ...argv], write });
}

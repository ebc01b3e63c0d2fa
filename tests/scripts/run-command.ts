import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runStd } from '#scripts/std.ts';
import type { Command, CommandContext, ExitStatus } from '#scripts/commands/command.ts';

interface Given extends Pick<CommandContext, 'argv' | 'json' | 'library'> {
  /** What comes in on the standard input. */
  readonly input?: string | Readable;
}

/** Runs a command of `std` in this process. */
export async function runCommand(
  command: Command,
  { input = '', ...given }: Given,
): Promise<{ readonly status: ExitStatus; readonly out: string; readonly err: string }> {
  return listen(input, (streams) => command.run({ ...given, ...streams }));
}

/** Runs what a line of `std` asks for in this process. */
export async function runLine(
  argv: readonly string[],
  input = '',
): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  return listen(input, (streams) => runStd(argv, streams));
}

async function listen<Status>(
  input: string | Readable,
  run: (streams: Pick<CommandContext, 'stdin' | 'stdout' | 'stderr'>) => Promise<Status>,
) {
  const stdin = typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const status = await run({ stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { status, out: await out, err: await err };
}

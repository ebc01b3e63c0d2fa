import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
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
  const stdin = typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [text(stdout), text(stderr)];
  const status = await command.run({ ...given, stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { status, out: await out, err: await err };
}

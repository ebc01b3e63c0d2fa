import { spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';

/** Numbers of the system call renameat2 in Linux. */
const callNumbers: Partial<Record<NodeJS.Architecture, number>> = { x64: 316, arm64: 276 };

/** Ways to exchange two names at once; Node has none. coreutils has one since 9.5, Perl can make any system call. */
const atOnce: readonly ((left: string, right: string) => readonly [string, ...string[]] | null)[] =
  [
    (left, right) => ['mv', '--exchange', '--no-copy', '-T', left, right],
    (left, right) => {
      const call = callNumbers[process.arch];
      if (process.platform !== 'linux' || call === undefined) return null;
      // AT_FDCWD is -100, RENAME_EXCHANGE is 2.
      const script = 'exit(syscall(0 + $ARGV[0], -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)';
      return ['perl', '-e', script, String(call), left, right];
    },
  ];

/** Ways that did not work here, and are not tried again by this process. */
const tried = new Set<number>();

/**
 * Exchange two folders of one disk: whoever looks finds the one or the other, never none, where the system can do it. Else
 * the second takes the place of the first by renames, and `going` holds the first in between; told then.
 */
export function exchangeFolders(
  out: string,
  next: string,
  going: string,
  onAside: () => void = () => undefined,
): void {
  for (const [at, way] of atOnce.entries()) {
    const command = tried.has(at) ? null : way(out, next);
    if (!command) continue;
    if (spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0) return;
    tried.add(at);
  }
  rmSync(going, { recursive: true, force: true });
  renameSync(out, going);
  onAside();
  try {
    renameSync(next, out);
  } catch (error) {
    renameSync(going, out);
    throw error;
  }
  renameSync(going, next);
}

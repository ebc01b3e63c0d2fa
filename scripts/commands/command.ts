import type { Bilingual } from '#core/base/bilingual.ts';
import type { Readable, Writable } from 'node:stream';

export type { Bilingual };

/** What a command of the staff's command line is given. */
export interface CommandContext {
  /** Arguments after the command's name, without the options that all commands share. */
  readonly argv: readonly string[];
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Whether JSON was asked for. */
  readonly json: boolean;
  /** Absolute path of the library's folder. */
  readonly library: string;
}

/** 0 nothing to report, 1 findings, 2 not understood. */
export type ExitStatus = 0 | 1 | 2;

/** A command: a file of its name in this folder exports it as `command`. */
export interface Command {
  readonly name: string;
  readonly summary: Bilingual;
  readonly usage: Bilingual;
  readonly run: (context: CommandContext) => Promise<ExitStatus>;
}

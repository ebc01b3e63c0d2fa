import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { makeFolder } from '../support/temporary-library.ts';

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Span {
  readonly start: Place;
  readonly end: Place;
}

export interface Found {
  readonly range: Span;
  readonly code: string;
  readonly severity: number;
  readonly message: string;
}

export interface Edit {
  readonly range: Span;
  readonly newText: string;
}

/** An editor that speaks to the server of its own process. */
export interface Editor {
  readonly connection: MessageConnection;
  readonly capabilities: Readonly<Record<string, unknown>>;
  /** Opens a text, or gives its next version. */
  readonly write: (uri: string, text: string) => Promise<void>;
  /** The findings of the text that was written last, once they are there. */
  readonly findings: (uri: string) => Promise<readonly Found[]>;
  readonly ask: <T>(method: string, params: object) => Promise<T>;
  /** The status with which the server ended after it was asked to. */
  readonly close: () => Promise<number | null>;
}

/** Starts `std lsp` on a library as an editor does. */
export async function startEditor(library: string, locale = 'zh-cn'): Promise<Editor> {
  const env = { ...process.env, BIAOLIAN_CACHE: makeFolder() };
  const server = spawn(
    process.execPath,
    ['scripts/run.mjs', 'std', 'lsp', '--stdio', '--library', library],
    { cwd: resolve(import.meta.dirname, '../..'), stdio: ['pipe', 'pipe', 'inherit'], env },
  );
  const ended = new Promise<number | null>((done) => server.once('exit', done));
  onTestFinished(() => void server.kill());
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const versions = new Map<string, number>();
  const told = new Map<string, { readonly version: number; readonly found: readonly Found[] }>();
  const listeners = new Set<() => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, version, diagnostics }: { uri: string; version: number; diagnostics: Found[] }) => {
      told.set(uri, { version, found: diagnostics });
      for (const listener of listeners) listener();
    },
  );
  connection.listen();
  const { capabilities } = await connection.sendRequest<Pick<Editor, 'capabilities'>>(
    'initialize',
    { processId: process.pid, rootUri: null, capabilities: {}, locale },
  );
  await connection.sendNotification('initialized', {});
  return {
    connection,
    capabilities,
    write: async (uri, text) => {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      await (version === 1
        ? connection.sendNotification('textDocument/didOpen', {
            textDocument: { uri, languageId: 'markdown', version, text },
          })
        : connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [{ text }],
          }));
    },
    findings: (uri) =>
      new Promise((done) => {
        const look = (): void => {
          const last = told.get(uri);
          if (!last || last.version !== versions.get(uri)) return;
          listeners.delete(look);
          done(last.found);
        };
        listeners.add(look);
        look();
      }),
    ask: (method, params) => connection.sendRequest(method, params),
    close: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return ended;
    },
  };
}

/** Where a piece of a text stands for the `nth` time, as the protocol counts. */
export function placeOf(text: string, piece: string): Span {
  const start = text.indexOf(piece);
  const toPlace = (offset: number): Place => {
    const lines = text.slice(0, offset).split(/\r?\n/);
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { start: toPlace(start), end: toPlace(start + piece.length) };
}

/** A text with edits that do not reach into one another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const offsetOf = ({ line, character }: Place) => (lineStarts[line] ?? text.length) + character;
  return edits
    .toSorted((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (whole, { range, newText }) =>
        whole.slice(0, offsetOf(range.start)) + newText + whole.slice(offsetOf(range.end)),
      text,
    );
}

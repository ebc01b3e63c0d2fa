import {
  CodeActionKind,
  createConnection,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node.js';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completePlace, triggers } from './complete.ts';
import { listActions, toProtocol } from './findings.ts';
import type { Spoken } from './findings.ts';
import { describePlace } from './hover.ts';
import { keepTexts } from './open-texts.ts';
import { createWorkspace } from './workspace.ts';

export interface ServerOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Absolute path of the library's folder. */
  readonly library: string;
  /** The language of messages; that of the editor where it is not said. */
  readonly spoken?: Spoken;
  /** Address of the page that explains the rules. */
  readonly rules: string;
}

/** How long a text rests before it is checked: nobody reads findings while typing. */
const restMs = 150;

/**
 * Serves an editor over two streams by the Language Server Protocol, until they end. Whatever is wrong with a text or a
 * request is answered or told to the editor's log; it ends nothing.
 */
export function startServer({ input, output, library, rules, ...asked }: ServerOptions): void {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  const workspace = createWorkspace(library);
  const texts = keepTexts(documents, workspace);
  let spoken: Spoken = asked.spoken ?? 'zh';
  const check = (uri: string): void => {
    const document = documents.get(uri);
    if (!document) return;
    try {
      const found = texts.read(uri)?.findings() ?? [];
      const diagnostics = found.map((each) => toProtocol(each, spoken, rules));
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    } catch (error) {
      connection.console.error(`${uri}: ${String(error)}`);
    }
  };
  const checks = startChecks(check);
  const reopen = async (): Promise<void> => {
    try {
      await workspace.open();
    } catch (error) {
      connection.console.error(`${library}: ${String(error)}`);
    }
    texts.forget();
    for (const { uri } of documents.all()) checks.ask(uri);
  };

  connection.onInitialize((params): InitializeResult => {
    spoken = asked.spoken ?? languageOf(params);
    return { capabilities, serverInfo: { name: 'biaolian' } };
  });
  connection.onInitialized(() => void reopen());
  connection.onDidChangeWatchedFiles(() => void reopen());
  documents.onDidSave(() => void reopen());
  documents.onDidChangeContent(({ document }) => checks.ask(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    checks.drop(uri);
    texts.forget(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onCodeAction(({ textDocument: { uri }, range }) => {
    const text = texts.read(uri);
    return text ? [...listActions(uri, text, range, spoken, rules)] : [];
  });
  connection.onHover(({ textDocument: { uri }, position }) => {
    const text = texts.read(uri);
    return text && describePlace(text, position, workspace.catalog(), spoken);
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const text = texts.read(uri);
    return text && completePlace(text, position, workspace.catalog(), spoken);
  });
  documents.listen(connection);
  connection.listen();
}

/** Checks of texts, each once its text rests. */
function startChecks(check: (uri: string) => void) {
  const waiting = new Map<string, NodeJS.Timeout>();
  const drop = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  };
  const ask = (uri: string): void => {
    drop(uri);
    const run = (): void => {
      waiting.delete(uri);
      check(uri);
    };
    waiting.set(uri, setTimeout(run, restMs));
  };
  return { ask, drop };
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  hoverProvider: true,
  completionProvider: { triggerCharacters: triggers },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
};

/** English where the editor speaks a language other than Chinese. */
function languageOf({ locale }: InitializeParams): Spoken {
  return locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

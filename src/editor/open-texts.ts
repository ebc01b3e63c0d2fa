import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextDocuments } from 'vscode-languageserver/node.js';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from './workspace.ts';
import { locateText, readWritten } from './written.ts';
import type { WrittenText } from './written.ts';

/** The texts that are open in an editor. */
export interface OpenTexts {
  /** The state of an open text, read once a version; null of one that is no standard or not open. */
  readonly read: (uri: string) => WrittenText | null;
  /** Forgets what was read of one text, or of all. */
  readonly forget: (uri?: string) => void;
}

/** Returns what is read of the texts that are open, each once as long as it stays the same. */
export function keepTexts(documents: TextDocuments<TextDocument>, workspace: Workspace): OpenTexts {
  const states = new Map<string, { readonly version: number; readonly text: WrittenText | null }>();
  const findOpen = (folder: string, name: string): string | undefined => {
    const open = documents.all().find(({ uri }) => {
      const path = toPath(uri);
      return path !== null && dirname(path) === folder && basename(path) === name;
    });
    return open && sourceOf(open);
  };
  return {
    read: (uri) => {
      const document = documents.get(uri);
      if (!document) return null;
      const kept = states.get(uri);
      if (kept?.version === document.version) return kept.text;
      const source = sourceOf(document);
      const at = locateText(uri, source, workspace.dir);
      const text = at && readWritten(at, source, workspace, findOpen);
      states.set(uri, { version: document.version, text });
      return text;
    },
    forget: (uri) => {
      if (uri === undefined) states.clear();
      else states.delete(uri);
    },
  };
}

/** A text with LF line ends: lines and columns stay what they are. */
const sourceOf = (document: TextDocument): string => document.getText().replaceAll(/\r\n?/g, '\n');

function toPath(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

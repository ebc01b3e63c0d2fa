import { parentPort, workerData } from 'node:worker_threads';
import { compileFolder } from './compile-folder.ts';

/** Answers each batch of folders with their cache entries, bodies already stored. */
if (parentPort) {
  const port = parentPort;
  const { library, cache } = workerData as { readonly library: string; readonly cache: string };
  port.on('message', (folders: readonly string[]) => {
    port.postMessage(folders.map((path) => compileFolder(library, cache, path)));
  });
}

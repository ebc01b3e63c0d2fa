import { compileFolders } from './compile-folder.ts';

/** What a compiling process is asked: a batch of folders, of which library, and where bodies go. */
export interface CompileRequest {
  readonly library: string;
  readonly cache: string;
  readonly folders: readonly string[];
}

process.on('message', ({ library, cache, folders }: CompileRequest) => {
  process.send?.(compileFolders(library, cache, folders), undefined, undefined, leaveIfAlone);
});
process.on('disconnect', () => process.exit());

/** Whoever asked is no more: nobody else would end this process. */
function leaveIfAlone(error: Error | null): void {
  if (error) process.exit();
}

import { watch } from 'node:fs';

/** Files are often saved in bursts. */
const quietMs = 80;

/**
 * Does something after each change of the files below a folder, once they are quiet, and never twice at a time; answers with
 * what ends it, which waits for what is being done. What `act` throws is handed to `onError`.
 */
export function watchFolder(
  folder: string,
  act: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isChanged = false;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (isChanged) {
      isChanged = false;
      await act().catch(onError);
    }
    running = undefined;
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isChanged = true;
      running ??= run();
    }, quietMs);
  });
  return async () => {
    clearTimeout(timer);
    watcher.close();
    isChanged = false;
    await running;
  };
}

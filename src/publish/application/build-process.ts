import { buildApplication } from './build.ts';
import { CodeChanged } from './facts.ts';
import type { SitePlace } from './facts.ts';

interface Task {
  readonly folder: string;
  readonly place: SitePlace;
}

const isParentGone = (): void => process.exit(1);

/** Builds one application; files that are saved meanwhile have it begin again. */
process.once('message', ({ folder, place }: Task) => {
  process.once('disconnect', isParentGone);
  build({ folder, place }, 3).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = 1;
      process.off('disconnect', isParentGone);
      process.disconnect();
    },
  );
});

async function build({ folder, place }: Task, tries: number): Promise<void> {
  try {
    await buildApplication(folder, place);
  } catch (error) {
    if (!(error instanceof CodeChanged) || tries <= 1) throw error;
    await build({ folder, place }, tries - 1);
  }
}

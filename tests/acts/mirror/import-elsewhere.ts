import { importMirror } from '#acts/mirror/index.ts';

/** Imports a mirror in this process and kills it at the end of a stage: library, address, stage. */
const [library = '', from = '', stage = ''] = process.argv.slice(2);
await importMirror({
  library,
  from,
  day: '2026-11-30',
  onStage: (reached) => {
    if (reached === stage) process.kill(process.pid, 'SIGKILL');
  },
});

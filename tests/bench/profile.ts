import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profiler, Runtime } from 'node:inspector';

/** Environment in which each process of a command writes where its time goes into a folder. */
export function profileInto(folder: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` };
}

/** Lines with the functions that took most of the time of all processes that wrote into a folder, and their milliseconds. */
export function describeProfiles(folder: string, most: number): readonly string[] {
  const times = new Map<string, number>();
  for (const name of readdirSync(folder)) {
    const profile = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profiler.Profile;
    const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameFrame(callFrame)]));
    profile.samples?.forEach((id, at) => {
      const own = names.get(id) ?? '';
      times.set(own, (times.get(own) ?? 0) + (profile.timeDeltas?.[at] ?? 0));
    });
  }
  return [...times]
    .filter(([name]) => !name.startsWith('(idle)') && !name.startsWith('(program)'))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, time]) => `${(time / 1000).toFixed(0).padStart(8)}  ${name}`);
}

function nameFrame({ functionName, url, lineNumber }: Runtime.CallFrame): string {
  const place = url.replace(/^.*?\/(?=(?:src|search|scripts|node_modules|.cache)\/)/, '');
  return `${functionName || '(anonymous)'} ${place && `${place}:${lineNumber + 1}`}`.trim();
}

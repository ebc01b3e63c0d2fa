/** A stopwatch: each call reports the milliseconds since the one before; without a name it only starts anew. */
export function startStages<Name extends string>(
  onStage: ((name: Name, ms: number) => void) | undefined,
): (name?: Name) => void {
  let last = performance.now();
  return (name) => {
    const now = performance.now();
    if (name) onStage?.(name, now - last);
    last = now;
  };
}

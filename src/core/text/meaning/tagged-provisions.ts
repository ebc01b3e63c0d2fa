import { readTagType } from './runs.ts';
import type { TaggedRun } from './runs.ts';
import { classifySpan } from './sentence-provisions.ts';
import type { FoundProvision, ProvisionSource } from './sentence-provisions.ts';

/**
 * Returns the provisions that the author tagged in a run, inner ones first, and the run's text with each of them
 * replaced by full stops at equal length, so that no sentence goes across it.
 */
export function readTags(
  run: TaggedRun,
  source: ProvisionSource,
): { readonly found: readonly FoundProvision[]; readonly rest: string } {
  const found: FoundProvision[] = [];
  let masked = '';
  let at = 0;
  for (const { start, end, node } of run.tags) {
    const { object, characteristic, verify } = node.attributes ?? {};
    const id = source.marks.get(node)?.id;
    const type = readTagType(node);
    if (!type) continue;
    const [verb] = classifySpan(run, start, end, source);
    found.push({
      ...(id === undefined ? {} : { id }),
      type,
      negative: verb?.negative ?? false,
      verb: verb?.verb ?? '',
      text: run.text.slice(start, end).trim(),
      by: 'author',
      ...(object ? { object } : {}),
      ...(characteristic ? { characteristic } : {}),
      ...(verify ? { verify } : {}),
    });
    // An outer tag comes after the ones inside it and takes their place.
    if (start < at) masked = masked.slice(0, start);
    else masked += run.text.slice(at, start);
    masked += '。'.repeat(end - masked.length);
    at = end;
  }
  return { found, rest: masked + run.text.slice(at) };
}

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Maps are read when an error is told: Node's own support reads all of them at each start. */
const maps = new Map<string, SourceMap | null>();

/** The map beside a bundled file, by its address; null where it has none. */
function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  let map: SourceMap | null = null;
  try {
    map = new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${file}.map`), 'utf8')));
  } catch {
    // No file of a bundle.
  }
  maps.set(file, map);
  return map;
}

/** A line of a stack as the source has it. */
function describeFrame(frame: NodeJS.CallSite & { readonly toString: () => string }): string {
  const text = frame.toString();
  const [file, line, column] = [
    frame.getFileName(),
    frame.getLineNumber(),
    frame.getColumnNumber(),
  ];
  if (!file?.startsWith('file:') || line === null || column === null) return text;
  const found = mapOf(file)?.findEntry(line - 1, column - 1);
  if (!found || !('originalSource' in found)) return text;
  const source = new URL(found.originalSource, file).href;
  return text.replace(
    `${file}:${line}:${column}`,
    `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`,
  );
}

/** From here on stacks of errors name files and lines of sources, where code of a bundle runs. */
Error.prepareStackTrace = (error, frames) =>
  [String(error), ...frames.map((frame) => `    at ${describeFrame(frame)}`)].join('\n');

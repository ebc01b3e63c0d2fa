import type { Readable } from 'node:stream';

/**
 * Lines of a stream as they come, without their ends and without a mark of byte order; of a longer line the first `limit`
 * characters, so that a stream without line ends does not fill the memory.
 */
export async function* readLines(stream: Readable, limit = 10_000): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = '';
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const pieces = text.split('\n');
    for (const [at, piece] of pieces.entries()) {
      line += piece.slice(0, limit - line.length);
      if (at === pieces.length - 1) break;
      yield line.replace(/\r$/, '');
      line = '';
    }
  }
  if (line !== '') yield line;
}

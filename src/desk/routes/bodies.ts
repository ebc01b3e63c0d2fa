import type { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** Characters of the text of a standard. */
export const mostText = 2_000_000;
/** A text of a person, and all that goes with it. */
const largestJson = 8 * 1024 * 1024;
/** A Word file with its pictures. */
export const largestFile = 100 * 1024 * 1024;

interface Incoming {
  readonly header: (name: string) => string | undefined;
  readonly raw: Request;
}

/**
 * The bytes of a request, no more than so many.
 *
 * @throws {Refusal} where there are more; nothing beyond the bound is read
 */
export async function readBytes(incoming: Incoming, most: number): Promise<Uint8Array> {
  const { raw } = incoming;
  if (Number(incoming.header('content-length') ?? 0) > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (raw.body) {
    for await (const chunk of raw.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) throw tooLarge(most);
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks);
}

/**
 * The JSON of a request, of a given shape.
 *
 * @throws {Refusal} where it is none
 */
export async function readJson<T>(incoming: Incoming, shape: z.ZodType<T>): Promise<T> {
  if (!(incoming.header('content-type') ?? '').startsWith('application/json')) throw malformed();
  const bytes = await readBytes(incoming, largestJson);
  try {
    return shape.parse(JSON.parse(Buffer.from(bytes).toString()));
  } catch {
    throw malformed();
  }
}

const malformed = (): Refusal =>
  new Refusal(400, {
    zh: '看不懂这个请求：页面可能是旧的，请重新载入。',
    en: 'The request was not understood: the page may be an old one; reload it.',
  });

const tooLarge = (most: number): Refusal =>
  new Refusal(
    413,
    {
      zh: `太大了：至多 ${most / 1024 / 1024} MB。`,
      en: `Too large: at most ${most / 1024 / 1024} MB.`,
    },
    { zh: '压缩图片后另存，再试一次。', en: 'Compress its pictures, save it, and try again.' },
  );

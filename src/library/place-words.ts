import { z } from 'zod';

/** What people call a place of a standard system: products, trades and jobs, in everyday and in trade words. */
export interface PlaceWords {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Codes of GB/T 4754—2017 whose trade stands at the place. */
  readonly industries: readonly string[];
}

const words = z.array(z.string().trim().min(2).max(40)).max(60).default([]);
const key = z.string().regex(/^[a-z][a-z0-9-]*(?:\/[A-Za-z0-9.-]+)?$/, {
  error:
    '键写体系的标识，或“体系/环节或子体系”｜a key is the id of a system, or system/node or sub-system',
});

/**
 * `vocabulary/places.yaml`: words by the key of a place, or by the id of a whole system. A word that stands at two places of
 * one system is refused: it would lead to neither.
 */
export const placeList = z
  .record(
    key,
    z.strictObject({
      zh: words,
      en: words,
      industries: z
        .array(z.string().regex(/^[A-Z]\d{0,4}$/))
        .max(20)
        .default([]),
    }),
  )
  .superRefine((places, context) => {
    const owners = new Map<string, string>();
    for (const [place, { zh, en }] of Object.entries(places)) {
      const system = place.split('/', 1)[0] ?? '';
      for (const word of [...zh, ...en]) {
        const spelled = `${system} ${word.toLowerCase()}`;
        const owner = owners.get(spelled) ?? place;
        owners.set(spelled, owner);
        if (owner === place) continue;
        context.addIssue({
          code: 'custom',
          path: [place],
          message: `“${word}”已在 ${owner}：一个词在一个体系里只归一处｜"${word}" stands at ${owner}: a word has one place in a system`,
        });
      }
    }
  });

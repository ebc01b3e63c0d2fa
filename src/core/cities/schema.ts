import { z } from 'zod';
import { day } from '../model/meta.ts';

const text = z.string().trim().min(1).max(500);
const name = z.strictObject({ zh: text, en: text });
const url = z
  .url({
    protocol: /^https?$/,
    error: '写作 http 或 https 的网址｜write an address of http or https',
  })
  .max(500);

/** Names of folders of `partners/`, which are parts of addresses. */
export const partnerId = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** `partners/<id>/partner.yaml`: whose library lies beside it, from when, under which licence. See docs/cities.md. */
export const partnerFile = z.strictObject({
  /** The city. */
  name,
  /** A word or two for labels in lists; the name unless said otherwise. */
  short: name.optional(),
  /** Administrative code of the city, as in the numbers of its local standards: DB9903/T has 9903. */
  code: z.string().regex(/^\d{2,6}$/, {
    error:
      "城市代码是 2 至 6 位数字，写在引号里：'9903'｜the code of a city is 2 to 6 digits in quotes",
  }),
  /** Where the partner publishes its own library. */
  site: url.optional(),
  /** Under which its texts may be shown here: an SPDX id or a short sentence. */
  licence: text,
  /** The day the library was as it is here. */
  mirrored: day,
  /** SHA-256 of the manifest that was mirrored, in hex. */
  manifest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: '64 位十六进制｜64 hexadecimal digits' })
    .optional(),
  sample: z.boolean().default(false),
});
export type PartnerFile = z.infer<typeof partnerFile>;

const recognition = z.strictObject({
  /** Numbers with their years, of two or more cities; this library's own among them or not. */
  standards: z.array(text).min(2).max(20),
  since: day,
  /** The first day it does not hold any more. */
  until: day.optional(),
  /** On what ground: an agreement, a comparison of the texts. */
  ground: name,
  /** By whose notice. */
  notice: z.strictObject({
    issuer: text,
    number: text.optional(),
    title: text.optional(),
    url: url.optional(),
  }),
});

/** `recognition.yaml`: mutual recognition (互认), one item for each act. See docs/cities.md. */
export const recognitionFile = z.array(recognition).max(5000);

import { z } from 'zod';
import { day } from '../model/meta.ts';
import { noticeTerms, valuesOf } from '../terms/index.ts';

const text = z.string().trim().min(1).max(500);

/** Names of files of `notices/`, which are parts of addresses. */
export const noticeId = /^[a-z0-9][a-z0-9-]{0,119}$/;

/** Front matter of a notice (公告), a file of `notices/`. See docs/publishing.md. */
export const noticeMeta = z.strictObject({
  kind: z.enum(valuesOf(noticeTerms)),
  /** 2026年第3号 */
  number: text.optional(),
  /** Where absent it is said by the kind: 关于发布地方标准的公告. */
  title: text.optional(),
  titleEn: text.optional(),
  /** The day of the notice: no page shows it before. */
  day,
  issuer: text,
  issuerEn: text.optional(),
  /** Numbers of the standards it concerns; name, days and what they replace are those of the library. */
  standards: z.array(text).max(500).default([]),
  sample: z.boolean().default(false),
});

export type NoticeMeta = z.infer<typeof noticeMeta>;

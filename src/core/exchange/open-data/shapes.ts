import { z } from 'zod';

/** A path below a folder: no step up, no root, nothing that a disk reads otherwise. */
export const filePath = z
  .string()
  .max(300)
  .regex(/^(?![/])(?!.*(?:^|[/])[.]{1,2}(?:[/]|$))(?!.*[/]{2})[^\\:\u0000-\u001f]+$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const bytes = z.int().min(0);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const bilingual = z.object({ zh: z.string(), en: z.string() });

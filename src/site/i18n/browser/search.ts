import type { SearchWords } from './search-words.ts';
import { EN } from './search-en.ts';
import { ZH } from './search-zh.ts';

export type { SearchWords };

/** Beside the code that says them, since they are loaded only when somebody searches. */
export const WORDS: Readonly<Record<'zh' | 'en', SearchWords>> = { zh: ZH, en: EN };

/** A name or a sentence in both languages of the interface. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Chinese, and English where the author gave it. */
export interface MaybeBilingual {
  readonly zh: string;
  readonly en?: string | undefined;
}

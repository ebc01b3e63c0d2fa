import katex from 'katex';
import { nameMathLengths } from './math-lengths.ts';

export interface RenderedMath {
  readonly html: string;
  readonly error: string | null;
  /** Declarations of style that are not drawn, such as colours: `color:red`. */
  readonly unshown: readonly string[];
}

/** TeX → HTML with MathML kept. Bounded; an error prints the source in a `code`. */
export function renderMath(tex: string, displayMode: boolean): RenderedMath {
  try {
    const html = katex.renderToString(tex.slice(0, 5000), {
      displayMode,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 500,
      maxSize: 20,
    });
    return { ...nameMathLengths(html), error: null };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { html: '', error: said, unshown: [] };
  }
}

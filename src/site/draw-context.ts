import type { CompiledStandard, NamedText } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import type { PageSpec, Template } from './page-spec.ts';

/** A page that is to be drawn. */
export interface ContextPage extends Pick<PageSpec, 'params' | 'props'> {
  /** All that it shows; made when it is asked for. */
  readonly view: () => unknown;
}

/** A text as views name it: by its standard, and by the digest of its stored body. */
export interface TextOfView {
  readonly slug: string;
  readonly digest: string;
}

/** A text of which a view names clauses: by its standard, and by the digest of their names. */
export interface NamesOfView {
  readonly slug: string;
  readonly names: string;
}

/** What templates draw from; set before Astro asks for pages. */
export interface BuildContext {
  /** Pages of a template that have to be drawn. */
  readonly pages: (template: Template) => readonly ContextPage[];
  readonly body: (text: TextOfView) => CompiledStandard;
  readonly names: (text: NamesOfView) => NamedText;
  /** The folder of a hosted standard; undefined where there is none of that name. */
  readonly folder: (slug: string) => string | undefined;
  /** For the development server, which makes views by itself. */
  readonly library?: Library;
}

/** Astro's bundle has modules of its own: it and we meet in the global object. */
export const BUILD_CONTEXT = Symbol.for('biaolian.build');

/** Hands templates what they draw from, in place of what they would open themselves, till another is set. */
export function setBuildContext(context: BuildContext): void {
  (globalThis as { [BUILD_CONTEXT]?: BuildContext | Promise<BuildContext> })[BUILD_CONTEXT] =
    context;
}

/** Layouts of graphs that processes made before, by names that say what was laid out. */
export interface KeptLayouts {
  /** Null where there is none of that name. */
  readonly find: (name: string) => unknown;
  readonly keep: (name: string, layout: unknown) => void;
}

const KEPT_LAYOUTS = Symbol.for('biaolian.layouts');

/** From now on layouts are looked for, and kept, there, by templates too. */
export function setKeptLayouts(kept: KeptLayouts | undefined): void {
  (globalThis as { [KEPT_LAYOUTS]?: KeptLayouts | undefined })[KEPT_LAYOUTS] = kept;
}

/** Where layouts are kept; undefined where nobody said. */
export function getKeptLayouts(): KeptLayouts | undefined {
  return (globalThis as { [KEPT_LAYOUTS]?: KeptLayouts | undefined })[KEPT_LAYOUTS];
}

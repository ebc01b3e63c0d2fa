import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { standardPath } from '#site/lib/urls.ts';
import { draftPath } from '#site/draft-paths.ts';
import { makePage } from '#site/page-spec.ts';
import type { PageSpec } from '#site/page-spec.ts';
import { viewOf } from '#site/views/index.ts';
import type { Drawer } from './application/drawer.ts';

/** The page of a hosted standard as a publication of the library would draw it, in a language: its bytes. */
export async function drawStandard(
  drawer: Drawer,
  library: Library,
  slug: string,
  language: Language,
): Promise<Uint8Array> {
  const params = { slug };
  const page = makePage({
    template: 'standard',
    language,
    path: standardPath(slug),
    params,
    props: params,
  });
  return drawOne(drawer, library, page, () => viewOf(library, 'standard', params));
}

/** The page of the text of a project, open to comments or not, in a language: its bytes. */
export async function drawProjectText(
  drawer: Drawer,
  library: Library,
  project: string,
  language: Language,
): Promise<Uint8Array> {
  const params = { project };
  const page = makePage({
    template: 'draft',
    language,
    path: draftPath(project),
    params,
    props: params,
  });
  return drawOne(drawer, library, page, () => viewOf(library, 'draft', params));
}

async function drawOne(
  drawer: Drawer,
  library: Library,
  page: PageSpec,
  view: () => unknown,
): Promise<Uint8Array> {
  const seen = view();
  const body = ({ slug: own }: { readonly slug: string }) => library.body(own);
  const sources = { body, names: body, folder: (own: string) => library.folder(own) };
  let drawn = new Uint8Array();
  await drawer([{ ...page, view: () => seen }], sources, (_page, bytes) => {
    drawn = new Uint8Array(bytes);
  });
  return drawn;
}

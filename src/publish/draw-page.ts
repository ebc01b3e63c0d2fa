import type { Library } from '#library/open.ts';
import { standardPath } from '#site/lib/urls.ts';
import { makePage } from '#site/page-spec.ts';
import { viewOf } from '#site/views/index.ts';
import type { Drawer } from './application/drawer.ts';

/** The page of a hosted standard as a publication of the library would draw it, in Chinese: its bytes. */
export async function drawStandard(
  drawer: Drawer,
  library: Library,
  slug: string,
): Promise<Uint8Array> {
  const page = makePage({
    template: 'standard',
    language: 'zh',
    path: standardPath(slug),
    params: { slug },
    props: { slug },
  });
  const view = viewOf(library, 'standard', { slug });
  const body = ({ slug: own }: { readonly slug: string }) => library.body(own);
  const sources = { body, names: body, folder: (own: string) => library.folder(own) };
  let drawn = new Uint8Array();
  await drawer([{ ...page, view: () => view }], sources, (_page, bytes) => {
    drawn = new Uint8Array(bytes);
  });
  return drawn;
}

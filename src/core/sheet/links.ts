import { xml } from '../base/html.ts';

/** Where a cell (`B3`) leads. */
export interface CellLink {
  readonly cell: string;
  readonly address: string;
}

/** Whether a cell is an address and nothing else. */
export const isLink = (value: string): boolean => /^https?:\/\/[^\s"<>]+$/.test(value);

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** The links of one sheet: the element that goes before `pageMargins`, and its relationships; ECMA-376, part 1, 18.3.1.47. */
export function renderLinks(links: readonly CellLink[]): {
  readonly element: string;
  readonly relationships: string;
} {
  const list = links.map(({ cell }, at) => xml`<hyperlink ref="${cell}" r:id="rIdLink${at}"/>`);
  const relationships = links.map(
    ({ address }, at) =>
      xml`<Relationship Id="rIdLink${at}" Type="${relation}" Target="${address}" TargetMode="External"/>`,
  );
  return {
    element: list.length > 0 ? xml`<hyperlinks>${list}</hyperlinks>`.markup : '',
    relationships: xml`${relationships}`.markup,
  };
}

/** Puts the element of links where its order in a sheet asks for it. */
export function insertLinks(part: string, element: string): string {
  // A function, for `$` in a replacement has a meaning.
  return part.replace(/<pageMargins|<pageSetup|<drawing|<\/worksheet>/, (next) => element + next);
}

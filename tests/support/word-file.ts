import { strToU8, zipSync } from 'fflate';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a Word file that a test gives; `body` is what stands in `w:body`. */
export interface WordParts {
  readonly body: string;
  /** Names of paragraph styles by id. */
  readonly styles?: Readonly<Record<string, string>>;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  /** Pictures by relationship id. */
  readonly pictures?: Readonly<
    Record<string, { readonly name: string; readonly bytes: Uint8Array }>
  >;
  /** Further parts, or others in place of those made here. */
  readonly extra?: Readonly<Record<string, Uint8Array>>;
}

/** A Word file made of its parts, as Word packs it. */
export function makeWord(parts: WordParts): Uint8Array {
  const { body, styles = {}, numbering, footnotes, comments, pictures = {}, extra = {} } = parts;
  const document = (name: string, content: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${namespaces}>${content}</w:${name}>`,
    );
  const kinds: readonly (readonly [string, string | undefined])[] = [
    ['numbering', numbering],
    ['footnotes', footnotes],
    ['comments', comments],
  ];
  const links = [
    link('rStyles', 'styles', 'styles.xml'),
    ...kinds.flatMap(([kind, content]) =>
      content === undefined ? [] : [link(`r${kind}`, kind, `${kind}.xml`)],
    ),
    ...Object.entries(pictures).map(([id, { name }]) => link(id, 'image', `media/${name}`)),
  ];
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': strToU8(relate([link('rId1', 'officeDocument', 'word/document.xml')])),
    'word/_rels/document.xml.rels': strToU8(relate(links)),
    'word/document.xml': document('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': document(
      'styles',
      Object.entries(styles)
        .map(
          ([id, name]) =>
            `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
        )
        .join(''),
    ),
    ...Object.fromEntries(
      kinds.flatMap(([kind, content]) =>
        content === undefined ? [] : [[`word/${kind}.xml`, document(kind, content)]],
      ),
    ),
    ...Object.fromEntries(
      Object.values(pictures).map(({ name, bytes }) => [`word/media/${name}`, bytes]),
    ),
    ...extra,
  });
}

const link = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationship}/${kind}" Target="${target}"/>`;

const relate = (links: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;

/** A paragraph of text, or of runs in XML; `style` is the id of its style. */
export function p(content: string, style?: string, properties = ''): string {
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const runs = /^<[wm]:/.test(content) ? content : t(content);
  return `<w:p><w:pPr>${named}${properties}</w:pPr>${runs}</w:p>`;
}

/** A run of text. */
export function t(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

/** A table of cells, each text or blocks in XML. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row.map((each) => (each.startsWith('<w:tc>') ? each : `<w:tc>${p(each)}</w:tc>`)).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A cell that spans columns, or is one of several in a column that are merged. */
export function cell(
  text: string,
  { columns = 1, merged }: { columns?: number; merged?: 'start' | 'on' } = {},
): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  const merge =
    merged === undefined ? '' : merged === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${p(text)}</w:tc>`;
}

/** A field of Word with its result. */
export function field(instruction: string, result: string): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${mark('separate')}${t(result)}${mark('end')}`;
}

/** A bookmark that stands at a place. */
export function bookmark(name: string): string {
  return `<w:bookmarkStart w:id="1" w:name="${name}"/><w:bookmarkEnd w:id="1"/>`;
}

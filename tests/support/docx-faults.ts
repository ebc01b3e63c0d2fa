import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element with its name as it is written (`w:p`), read by a parser that nothing of the product uses here. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The parts of a Word file that are XML, by their names; what is not well-formed throws. */
export function readParts(bytes: Uint8Array): ReadonlyMap<string, XmlElement> {
  return new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, content]) => [name, parseXml(strFromU8(content))]),
  );
}

function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (said) => {
    const last = open.at(-1);
    if (last) last.text += said;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return root;
}

/** All elements below one, those of a name where it is given, in their order. */
export function listElements(root: XmlElement, name?: string): readonly XmlElement[] {
  return root.children.flatMap((child) => [
    ...(name === undefined || child.name === name ? [child] : []),
    ...listElements(child, name),
  ]);
}

/** The text of an element and of all below it. */
export const textOf = (element: XmlElement): string =>
  element.text + element.children.map(textOf).join('');

const words = (line: string): readonly string[] => line.split(' ').map((name) => `w:${name}`);

/** Children of elements in the order that their types have (ISO/IEC 29500-4, annex A). */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': words(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ),
  'w:rPr': words(
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  ),
  'w:tblPr': words(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  ),
  'w:tcPr': words(
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  ),
  'w:tblBorders': words('top left start bottom right end insideH insideV'),
  'w:tcBorders': words('top left start bottom right end insideH insideV tl2br tr2bl'),
  'w:tblCellMar': words('top left start bottom right end'),
  'w:pBdr': words('top left bottom right between bar'),
  'w:sectPr': words(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  ),
  'w:abstractNum': words('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  'w:lvl': words(
    'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  ),
  'w:style': words(
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  ),
  'w:settings': words(
    'writeProtection view zoom removePersonalInformation displayBackgroundShape mirrorMargins defaultTabStop evenAndOddHeaders updateFields footnotePr endnotePr compat',
  ),
};

/** What is wrong with a Word file, some of its parts exchanged, by the rules that its format has; none where nothing is. */
export function findFaults(
  bytes: Uint8Array,
  exchanged: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const others = [...exchanged].map(([name, text]) => [name, parseXml(text)] as const);
  const parts = new Map([...readParts(bytes), ...others]);
  const names = new Set(Object.keys(unzipSync(bytes)));
  return [
    ...checkTypes(parts, names),
    ...[...parts].flatMap(([name, root]) => [
      ...checkOrder(name, root),
      ...checkLinks(name, root, parts, names),
      ...checkTables(name, root),
    ]),
    ...checkIdentities(parts),
    ...checkNames(parts),
  ];
}

const partOf = (parts: ReadonlyMap<string, XmlElement>, name: string): XmlElement =>
  parts.get(name) ?? { name: '', attributes: {}, children: [], text: '' };

function checkTypes(
  parts: ReadonlyMap<string, XmlElement>,
  names: ReadonlySet<string>,
): readonly string[] {
  const types = listElements(partOf(parts, '[Content_Types].xml'));
  const extensions = new Set(types.map(({ attributes }) => attributes['Extension']));
  const own = new Set(types.map(({ attributes }) => attributes['PartName']));
  return [
    ...[...names].flatMap((name) =>
      name === '[Content_Types].xml' ||
      own.has(`/${name}`) ||
      extensions.has(name.split('.').at(-1))
        ? []
        : [`${name} has no type`],
    ),
    ...[...own].flatMap((name) =>
      name === undefined || names.has(name.slice(1)) ? [] : [`there is no part ${name}`],
    ),
  ];
}

function checkOrder(part: string, root: XmlElement): readonly string[] {
  return listElements(root).flatMap(({ name, children }) => {
    const order = orders[name];
    if (!order) return [];
    const places = children.map((child) => order.indexOf(child.name));
    return places.flatMap((place, at) => {
      const child = children[at]?.name ?? '';
      if (place === -1) return [`${part}: ${child} in ${name}`];
      return place < (places[at - 1] ?? 0) ? [`${part}: ${child} too late in ${name}`] : [];
    });
  });
}

function checkLinks(
  part: string,
  root: XmlElement,
  parts: ReadonlyMap<string, XmlElement>,
  names: ReadonlySet<string>,
): readonly string[] {
  if (part.endsWith('.rels')) {
    const folder = posix.dirname(posix.dirname(part));
    return listElements(root, 'Relationship').flatMap(({ attributes }) => {
      const { Target: target = '', TargetMode: mode } = attributes;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return mode === 'External' || names.has(path) ? [] : [`${part}: no ${target}`];
    });
  }
  const rels = `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`;
  const ids = new Set(
    listElements(partOf(parts, rels), 'Relationship').map(({ attributes }) => attributes['Id']),
  );
  return listElements(root).flatMap(({ name, attributes }) =>
    Object.entries(attributes).flatMap(([key, value]) =>
      /^r:(?:id|embed|link)$/.test(key) && !ids.has(value)
        ? [`${part}: ${name} has no ${value}`]
        : [],
    ),
  );
}

function checkTables(part: string, root: XmlElement): readonly string[] {
  return listElements(root, 'w:tbl').flatMap((table) => {
    const columns = listElements(table, 'w:gridCol').length;
    return table.children
      .filter(({ name }) => name === 'w:tr')
      .flatMap(({ children }, row) => {
        const cells = children.filter(({ name }) => name === 'w:tc');
        const spans = cells.map((cell) =>
          Number(listElements(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1),
        );
        const width = spans.reduce((sum, span) => sum + span, 0);
        return [
          ...(width === columns ? [] : [`${part}: row ${row} has ${width} of ${columns} columns`]),
          ...cells.flatMap((cell) =>
            cell.children.at(-1)?.name === 'w:p' ? [] : [`${part}: a cell ends without paragraph`],
          ),
        ];
      });
  });
}

function findDoubles(what: string, values: readonly (string | undefined)[]): readonly string[] {
  const seen = new Set<string>();
  return values.flatMap((value = '') => {
    if (seen.has(value)) return [`${what} ${value} twice`];
    seen.add(value);
    return [];
  });
}

function checkIdentities(parts: ReadonlyMap<string, XmlElement>): readonly string[] {
  const document = partOf(parts, 'word/document.xml');
  const values = (root: XmlElement, name: string, key: string) =>
    listElements(root, name).map(({ attributes }) => attributes[key]);
  const styles = partOf(parts, 'word/styles.xml');
  const [starts, ends] = ['w:bookmarkStart', 'w:bookmarkEnd'].map((name) =>
    values(document, name, 'w:id'),
  );
  const names = values(document, 'w:bookmarkStart', 'w:name');
  return [
    ...findDoubles('bookmark', starts ?? []),
    ...findDoubles('bookmark', names),
    ...(new Set(starts).size === new Set(ends).size ? [] : ['a bookmark is not closed']),
    ...names.flatMap((name = '') =>
      /^[\p{L}_][\p{L}\d_]{0,39}$/u.test(name) ? [] : [`bookmark ${name}`],
    ),
    ...findDoubles('drawing', values(document, 'wp:docPr', 'id')),
    ...findDoubles('style', values(styles, 'w:style', 'w:styleId')),
    ...findDoubles('style named', values(styles, 'w:name', 'w:val')),
    ...findDoubles('footnote', values(partOf(parts, 'word/footnotes.xml'), 'w:footnote', 'w:id')),
  ];
}

function checkNames(parts: ReadonlyMap<string, XmlElement>): readonly string[] {
  const collect = (part: string, name: string, key: string) =>
    new Set(listElements(partOf(parts, part), name).map(({ attributes }) => attributes[key]));
  const styles = collect('word/styles.xml', 'w:style', 'w:styleId');
  const lists = collect('word/numbering.xml', 'w:num', 'w:numId');
  const abstract = collect('word/numbering.xml', 'w:abstractNum', 'w:abstractNumId');
  const footnotes = collect('word/footnotes.xml', 'w:footnote', 'w:id');
  const bookmarks = collect('word/document.xml', 'w:bookmarkStart', 'w:name');
  const known: Readonly<Record<string, ReadonlySet<string | undefined>>> = {
    'w:pStyle': styles,
    'w:rStyle': styles,
    'w:tblStyle': styles,
    'w:basedOn': styles,
    'w:next': styles,
    'w:link': styles,
    'w:numId': lists,
    'w:abstractNumId': abstract,
  };
  return [...parts].flatMap(([part, root]) =>
    listElements(root).flatMap(({ name, attributes }) => {
      const value = attributes['w:val'];
      if (known[name] && !known[name].has(value)) return [`${part}: ${name} ${value}`];
      if (name === 'w:footnoteReference' && !footnotes.has(attributes['w:id']))
        return [`${part}: no footnote ${attributes['w:id']}`];
      const target =
        name === 'w:hyperlink'
          ? attributes['w:anchor']
          : /^\s*(?:PAGE)?REF (\S+)/.exec(attributes['w:instr'] ?? '')?.[1];
      return target === undefined || bookmarks.has(target)
        ? []
        : [`${part}: no bookmark ${target}`];
    }),
  );
}

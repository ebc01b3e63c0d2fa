import type { Bilingual } from '#core/model/diagnostic.ts';
import { malformedXml, parseXml } from './xml.ts';
import type { XmlAttribute, XmlElement } from './xml.ts';

/** Elements that draw, and can do nothing else. Links, scripts, animation and foreign content are not among them. */
const drawing = new Set(
  `svg g defs symbol use path line polyline polygon rect circle ellipse text tspan textPath image
  marker pattern linearGradient radialGradient stop clipPath mask title desc style metadata switch
  view filter feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG
  feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile feTurbulence`.split(
    /\s+/,
  ),
);

const svgSpace = 'http://www.w3.org/2000/svg';

/** Notes of drawing programs: browsers neither show nor run them. */
const noteSpaces = new Set([
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
]);
/** Of attributes only. */
const otherSpaces = new Set([
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/XML/1998/namespace',
]);

const largest = 4_000_000;
/** Attributes that are words for people or names, never CSS. */
const words = /^(?:aria-[a-z]+|data-[\w-]+|id|class|role|lang|xml:\w+)$/;

/**
 * Why an SVG may not be shown: null when it is plain drawing, in UTF-8, that neither runs, loads nor
 * links anything. What is not known to be harmless is refused: elements by an allow-list, anything a
 * second parser could read otherwise (XML only, no document type, no entities of its own).
 */
export function refuseSvg(bytes: Uint8Array): Bilingual | null {
  if (bytes.length > largest) return { zh: '超过 4 MB', en: 'it has more than 4 MB' };
  let svg: string;
  try {
    svg = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { zh: '不是 UTF-8 编码', en: 'it is not UTF-8' };
  }
  return refuseMarkup(svg);
}

function refuseMarkup(svg: string): Bilingual | null {
  // Undefined outside `style`, whose text may come in pieces with comments between them.
  let style: string | undefined;
  return parseXml(svg, {
    onDeclaration: (encoding) =>
      encoding === undefined || /^(?:utf-8|us-ascii)$/i.test(encoding)
        ? null
        : { zh: '声明的编码不是 UTF-8', en: 'it declares another encoding than UTF-8' },
    onOpen: (element) => {
      if (style !== undefined) return malformedXml;
      if (element.local === 'style') style = '';
      return refuseAttributes(element) ?? refuseElement(element);
    },
    onText: (text) => {
      if (style !== undefined) style += text;
    },
    onClose: () => {
      const reason = style === undefined ? null : refuseStyle(style);
      style = undefined;
      return reason;
    },
  });
}

/** An element without a namespace is read as one of SVG, as a page does that holds it. */
function refuseElement({ name, local, uri }: XmlElement): Bilingual | null {
  if (noteSpaces.has(uri)) return null;
  if ((uri === svgSpace || uri === '') && drawing.has(local)) return null;
  return { zh: `含 <${name}>`, en: `it holds <${name}>` };
}

function refuseAttributes({ attributes }: XmlElement): Bilingual | null {
  for (const attribute of Object.values(attributes)) {
    const isSpace = attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
    const reason = isSpace ? refuseSpace(attribute) : refuseAttribute(attribute);
    if (reason) return reason;
  }
  return null;
}

/** The namespace of elements without a prefix is that of SVG; another is one that is known here. */
function refuseSpace({ name, value }: XmlAttribute): Bilingual | null {
  const isKnown = value === svgSpace || noteSpaces.has(value) || otherSpaces.has(value);
  return isKnown && (name !== 'xmlns' || value === svgSpace)
    ? null
    : {
        zh: `含命名空间 ${value.slice(0, 80)}`,
        en: `it holds the namespace ${value.slice(0, 80)}`,
      };
}

function refuseAttribute({ name, local: written, value }: XmlAttribute): Bilingual | null {
  const local = written.toLowerCase();
  if (local.startsWith('on')) return { zh: `含事件属性 ${name}`, en: `it holds ${name}` };
  if (local === 'href' || local === 'src') {
    return /^\s*(?:#|data:image\/(?:png|jpe?g|webp)[;,])/i.test(value)
      ? null
      : { zh: '含链接', en: 'it holds a link' };
  }
  if (name.toLowerCase() === 'xml:base') return { zh: '含 xml:base', en: 'it holds xml:base' };
  return words.test(name) ? null : refuseStyle(value);
}

/** CSS, or any value that may be read as CSS, that loads something. */
function refuseStyle(css: string): Bilingual | null {
  const loads =
    /@import|(?:image-set|image|cross-fade|src|expression)\s*\(|-moz-binding|behavior\s*:|javascript:/i;
  const outside = /url\s*\((?!\s*(["']?)#[^"'()\s]*\1\s*\))/i;
  const escaped = /\\(?=[0-9a-z@(])/i;
  return loads.test(css) || outside.test(css) || escaped.test(css)
    ? { zh: '样式引用外部内容', en: 'a style loads something from outside' }
    : null;
}

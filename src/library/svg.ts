import type { Bilingual } from '../core/model/diagnostic.ts';

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
const otherSpaces = new Set([
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/XML/1998/namespace',
]);

const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const startTag = new RegExp(
  `<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
  'y',
);
const endTag = new RegExp(`</(${name})\\s*>`, 'y');
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const declaration = /^<\?xml(?:\s+[a-z]+\s*=\s*(?:"[^"<>?]*"|'[^'<>?]*'))+\s*\?>/;
const deepest = 256;
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
  const head = declaration.exec(svg)?.[0] ?? '';
  const encoding = /encoding\s*=\s*["']([^"']*)/.exec(head)?.[1];
  if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)) {
    return { zh: '声明的编码不是 UTF-8', en: 'it declares another encoding than UTF-8' };
  }
  return refuseMarkup(svg, head.length);
}

const broken: Bilingual = { zh: '不是合格的 XML', en: 'it is not well-formed XML' };

function refuseMarkup(svg: string, start: number): Bilingual | null {
  const open: string[] = [];
  const spaces = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
  let style = '';
  let seen = false;
  for (let at = start; at < svg.length;) {
    const next = svg.indexOf('<', at);
    const text = svg.slice(at, next === -1 ? svg.length : next);
    const inStyle = isStyle(open.at(-1));
    if (open.length === 0 && text.trim()) return broken;
    if (inStyle) style += decodeReferences(text) ?? '&';
    if (next === -1) break;
    if (svg.startsWith('<!--', next)) {
      const end = svg.indexOf('--', next + 4);
      if (end === -1 || svg[end + 2] !== '>') return broken;
      at = end + 3;
    } else if (svg.startsWith('<![CDATA[', next)) {
      const end = svg.indexOf(']]>', next);
      if (end === -1 || open.length === 0) return broken;
      if (inStyle) style += svg.slice(next + 9, end);
      at = end + 3;
    } else if (svg[next + 1] === '!' || svg[next + 1] === '?') {
      return {
        zh: '含 DOCTYPE、实体或处理指令',
        en: 'it holds a document type, an entity or a processing instruction',
      };
    } else if (svg[next + 1] === '/') {
      const tag = matchAt(endTag, svg, next);
      if (!tag || open.pop() !== tag[1]) return broken;
      const reason = refuseStyle(style);
      if (reason) return reason;
      style = '';
      at = next + tag[0].length;
    } else {
      const tag = matchAt(startTag, svg, next);
      if (!tag || inStyle || open.length >= deepest || (open.length === 0 && seen)) return broken;
      const [all, local = '', attributes = '', slash] = tag;
      const reason = refuseAttributes(attributes, spaces) ?? refuseElement(local, spaces);
      if (reason) return reason;
      if (!slash) open.push(local);
      seen = true;
      at = next + all.length;
    }
  }
  return open.length > 0 || !seen ? broken : null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isStyle(tag: string | undefined): boolean {
  return tag !== undefined && /(?:^|:)style$/.test(tag);
}

function refuseElement(tag: string, spaces: ReadonlyMap<string, string>): Bilingual | null {
  const [prefix = '', local] = tag.includes(':') ? tag.split(':') : ['', tag];
  const space = spaces.get(prefix);
  if (prefix !== '' && space === undefined) return broken;
  if (prefix !== '' && noteSpaces.has(space ?? '')) return null;
  if (drawing.has(local ?? '')) return null;
  return { zh: `含 <${tag}>`, en: `it holds <${tag}>` };
}

function refuseAttributes(source: string, spaces: Map<string, string>): Bilingual | null {
  for (const [, written = '', double, single] of source.matchAll(attribute)) {
    const value = decodeReferences(double ?? single ?? '');
    if (value === null) return { zh: '含未知的实体', en: 'it holds an unknown entity' };
    const reason = /^xmlns(?::|$)/.test(written)
      ? bindSpace(written.slice(6), value, spaces)
      : refuseAttribute(written, value);
    if (reason) return reason;
  }
  return null;
}

/** A prefix means one thing in the whole file, and only what is known here. */
function bindSpace(prefix: string, value: string, spaces: Map<string, string>): Bilingual | null {
  const before = spaces.get(prefix);
  const known = value === svgSpace || noteSpaces.has(value) || otherSpaces.has(value);
  if (!known || (before ?? value) !== value || (prefix === '' && value !== svgSpace)) {
    return {
      zh: `含命名空间 ${value.slice(0, 80)}`,
      en: `it holds the namespace ${value.slice(0, 80)}`,
    };
  }
  spaces.set(prefix, value);
  return null;
}

function refuseAttribute(written: string, value: string): Bilingual | null {
  const local = written.slice(written.indexOf(':') + 1).toLowerCase();
  if (local.startsWith('on')) return { zh: `含事件属性 ${written}`, en: `it holds ${written}` };
  if (local === 'href' || local === 'src') {
    return /^\s*(?:#|data:image\/(?:png|jpe?g|webp)[;,])/i.test(value)
      ? null
      : { zh: '含链接', en: 'it holds a link' };
  }
  if (written.toLowerCase() === 'xml:base') return { zh: '含 xml:base', en: 'it holds xml:base' };
  return words.test(written) ? null : refuseStyle(value);
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

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** XML's references as characters; null when one is not known. */
function decodeReferences(text: string): string | null {
  let known = true;
  const decoded = text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));|&/gi,
    (_, hex?: string, decimal?: string, word?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
      const character = code <= 0x10ffff ? String.fromCodePoint(code) : named[word ?? ''];
      known &&= character !== undefined;
      return character ?? '';
    },
  );
  return known ? decoded : null;
}

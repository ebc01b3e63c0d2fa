import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import type { Bilingual } from '#core/model/diagnostic.ts';

export type XmlAttribute = SaxesAttributeNS;

/** An element that begins: names without prefix, the namespace its prefix means there, references resolved. */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, XmlAttribute>>;
}

/** What is done with the parts of a document; a reason that is returned ends the reading. */
export interface XmlHandlers {
  readonly onOpen?: (element: XmlElement) => Bilingual | null | undefined;
  readonly onClose?: (element: XmlElement) => Bilingual | null | undefined;
  /** Text and CDATA sections, in the pieces in which they stand. */
  readonly onText?: (text: string) => void;
  readonly onDeclaration?: (encoding: string | undefined) => Bilingual | null | undefined;
}

/** Elements in elements; namespaces are looked up through all of them. */
const deepest = 256;

export const malformedXml: Bilingual = {
  zh: '不是合格的 XML',
  en: 'it is not well-formed XML',
};

const tooDeep: Bilingual = {
  zh: `元素嵌套超过 ${deepest} 层`,
  en: `its elements are nested more than ${deepest} deep`,
};

const withDoctype: Bilingual = {
  zh: '含 DOCTYPE、实体或处理指令',
  en: 'it holds a document type, an entity or a processing instruction',
};

const withEntities: Bilingual = {
  zh: '它自己声明实体或标签（DOCTYPE 里有 [ ]），或用了没有声明的实体',
  en: 'it declares entities or elements of its own (a document type with [ ]), or uses an entity that is not declared',
};

/** What a document may have before its root beside an XML declaration. */
export interface XmlLeave {
  /** A document type that only names a DTD, which nobody loads, and processing instructions, which nobody reads. */
  readonly namesDtd?: boolean;
}

/**
 * Reads a text as XML 1.0 with namespaces (strict: saxes); null when it was read to its end, else why not. Refused are
 * what is not well-formed, deeper than 256 elements, or holds a document type or a processing instruction; with leave to name
 * a DTD, only one that declares something, and entities beside the five of XML. Nothing outside the text is ever opened.
 */
export function parseXml(
  text: string,
  handlers: XmlHandlers,
  { namesDtd = false }: XmlLeave = {},
): Bilingual | null {
  const stop = (reason: Bilingual | null | undefined): void => {
    if (reason) throw new Refused(reason);
  };
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  let depth = 0;
  parser.on('doctype', (doctype) => {
    if (!namesDtd) stop(withDoctype);
    if (doctype.includes('[')) stop(withEntities);
  });
  parser.on('processinginstruction', () => stop(namesDtd ? null : withDoctype));
  parser.on('xmldecl', ({ encoding }) => stop(handlers.onDeclaration?.(encoding)));
  parser.on('opentag', (element: SaxesTagNS) => {
    depth += 1;
    stop(depth > deepest ? tooDeep : handlers.onOpen?.(element));
  });
  parser.on('closetag', (element: SaxesTagNS) => {
    depth -= 1;
    stop(handlers.onClose?.(element));
  });
  if (handlers.onText) {
    parser.on('text', handlers.onText);
    parser.on('cdata', handlers.onText);
  }
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    const isEntity = error instanceof Error && /undefined entity/.test(error.message);
    return isEntity && namesDtd ? withEntities : malformedXml;
  }
}

/** Carries a reason out of the parser. */
class Refused extends Error {
  readonly reason: Bilingual;
  constructor(reason: Bilingual) {
    super(reason.en);
    this.reason = reason;
  }
}

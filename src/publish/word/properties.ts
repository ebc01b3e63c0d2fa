/** What a file of Word says of itself (ISO/IEC 29500-2, core properties). */
export interface WordProperties {
  readonly title: string;
  /** The number of the standard. */
  readonly subject: string;
  readonly creator: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** `zh-CN` or `en`. */
  readonly language: string;
  /** The day of issue; empty where there is none. */
  readonly issued: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in XML, in an element or an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The part `docProps/core.xml`. Its days are those of the standard: none is the day on which it was made. */
export function writeProperties(properties: WordProperties): string {
  const { title, subject, creator, description, keywords, language, issued } = properties;
  const element = (name: string, text: string, attributes = ''): string =>
    text === '' ? '' : `<${name}${attributes}>${escapeXml(text)}</${name}>`;
  const day = /^\d{4}-\d\d-\d\d$/.test(issued) ? `${issued}T00:00:00Z` : '';
  const dated = ' xsi:type="dcterms:W3CDTF"';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
    element('dc:title', title),
    element('dc:subject', subject),
    element('dc:creator', creator),
    element('cp:keywords', keywords.join('; ')),
    element('dc:description', description),
    element('dc:language', language),
    element('dcterms:created', day, dated),
    element('dcterms:modified', day, dated),
  ].join('')}</cp:coreProperties>`;
}

import { strFromU8, strToU8 } from 'fflate';
import { carriedNamespace } from '#core/model/carried-facts.ts';
import type { CarriedFacts } from '#core/model/carried-facts.ts';
import { escapeXml } from './properties.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The identity that a part of data has in a file (ISO/IEC 29500-1, 22.5.2.1): it is the same in all of ours. */
const identity = '{6B1C3F0E-2D57-4C52-9C7B-5B1A0C0F7D11}';

/**
 * Adds to the parts of a Word file one of data that carries facts: Word keeps it through all that is done to the text
 * (ISO/IEC 29500-1, 15.2.4).
 */
export function addCarried(parts: Record<string, Uint8Array>, facts: CarriedFacts): void {
  if (Object.keys(facts).length === 0) return;
  const rewrite = (name: string, end: string, added: string): void => {
    const text = strFromU8(parts[name] ?? new Uint8Array());
    parts[name] = strToU8(text.replace(end, () => added + end));
  };
  parts['customXml/item1.xml'] = strToU8(
    `${declaration}<facts xmlns="${carriedNamespace}">${escapeXml(JSON.stringify(facts))}</facts>`,
  );
  parts['customXml/itemProps1.xml'] = strToU8(
    `${declaration}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${identity}"><ds:schemaRefs><ds:schemaRef ds:uri="${carriedNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  parts['customXml/_rels/item1.xml.rels'] = strToU8(
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  );
  rewrite(
    'word/_rels/document.xml.rels',
    '</Relationships>',
    `<Relationship Id="rIdFacts" Type="${relationships}/customXml" Target="../customXml/item1.xml"/>`,
  );
  rewrite(
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
  );
}

import { Packer } from 'docx';
import type { Document } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { CarriedFacts } from '#core/model/carried-facts.ts';
import { addCarried } from './carried.ts';
import { tieLevels } from './numbering.ts';
import type { WordProperties } from './properties.ts';
import { writeProperties } from './properties.ts';
import { textWidth } from './styles.ts';

/** The day of every entry, in the zone of whoever reads it: the same document gives the same file on every day. */
const day = new Date(1980, 0, 1);

/** What comes first, as readers look for it. */
const first = ['[Content_Types].xml', '_rels/.rels'];

/** What styles of characters are based on. */
const defaultFont =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>';

/** Where the contents have their page numbers. */
const contentsTab =
  /<w:tabs><w:tab w:val="clear" w:pos="\d+"\/><w:tab w:val="right" w:pos="\d+" w:leader="dot"\/><\/w:tabs>/g;

/**
 * A document as a file of Word that is the same whenever it is made, with properties that say what it is and facts that its
 * pages do not show.
 */
export async function packWord(
  document: Document,
  properties: WordProperties,
  facts: CarriedFacts,
): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const rewrite = (name: string, change: (text: string) => string): void => {
    const bytes = parts[name];
    if (bytes) parts[name] = strToU8(change(strFromU8(bytes)));
  };
  rewrite('word/styles.xml', (text) => text.replace('<w:style ', `${defaultFont}<w:style `));
  const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
  rewrite('word/numbering.xml', (text) => tieLevels(text, styles));
  rewrite('word/document.xml', renumber);
  rewrite('word/document.xml', (text) =>
    text
      // A style that no part has, and a place that is not the edge of the text.
      .replaceAll('<w:rPr><w:rStyle w:val="IndexLink"/></w:rPr>', '')
      .replaceAll(
        contentsTab,
        `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${textWidth.upright}"/></w:tabs>`,
      ),
  );
  // Margins change sides with the pages, as heads do.
  rewrite('word/settings.xml', (text) =>
    text.replace('<w:displayBackgroundShape/>', '<w:mirrorMargins/>'),
  );
  parts['docProps/core.xml'] = strToU8(writeProperties(properties));
  addCarried(parts, facts);
  const names = Object.keys(parts).sort();
  const entries: Zippable = {};
  for (const name of [...first, ...names.filter((each) => !first.includes(each))]) {
    const bytes = parts[name];
    if (bytes) entries[name] = [bytes, { mtime: day, level: 6 }];
  }
  return zipSync(entries);
}

/** Bookmarks and drawings numbered in the order of a text: what writes them counts on through all documents of a process. */
function renumber(text: string): string {
  const numbers = new Map<string, number>();
  let drawings = 0;
  return text
    .replaceAll(
      /(<w:bookmark(?:Start|End) [^>]*?w:id=")(\d+)(?=")/g,
      (_all, before: string, id: string) => {
        const number = numbers.get(id) ?? numbers.size + 1;
        numbers.set(id, number);
        return before + number;
      },
    )
    .replaceAll(/(<wp:docPr id=")\d+(?=")/g, (_all, before: string) => {
      drawings += 1;
      return before + drawings;
    });
}

import { SimpleField, XmlAttributeComponent } from 'docx';
import type { ParagraphChild } from 'docx';

/** What Word copies from a title or from the line of a formula, rather than counts. */
const copied = /^(?:[表图]|公式|Table |Figure |Formula )/;

/** What Word counts just as a standard writes it. */
const counted = /^(?:\d+(?:\.\d+)+|[A-Z](?:\.\d+)+|附录[A-Z]|Annex [A-Z])$/;

/**
 * A cross-reference as a field. Word counts the number of a clause or an annex itself, and copies that of a table or a figure
 * from its title. What it would write otherwise than a standard does (「第4章」, 「公式(1)」, 「5.2 a)」) keeps its words.
 */
export function writeReference(bookmark: string, label: string): ParagraphChild {
  const instruction = copied.test(label) ? `REF ${bookmark} \\h` : `REF ${bookmark} \\r \\h`;
  const isKept = !counted.test(label) && !/^(?:[表图]|Table |Figure )/.test(label);
  return isKept ? new KeptField(instruction, label) : new SimpleField(instruction, label);
}

class KeptAttributes extends XmlAttributeComponent<{
  readonly instruction: string;
  readonly isKept: boolean;
}> {
  protected override readonly xmlKeys = { instruction: 'w:instr', isKept: 'w:fldLock' };
}

/** A field whose result stays when fields are updated (ISO/IEC 29500-1, 17.16.19). */
class KeptField extends SimpleField {
  constructor(instruction: string, shown: string) {
    super(instruction, shown);
    this.root[0] = new KeptAttributes({ instruction, isKept: true });
  }
}

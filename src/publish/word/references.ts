import { SimpleField, XmlAttributeComponent } from 'docx';
import type { ParagraphChild } from 'docx';

/**
 * A cross-reference as a field. Word counts the number of a clause or an annex itself, and copies that of a table or a figure
 * from its title. What it would write otherwise than a standard does (「第4章」, 「公式(1)」, 「5.2 a)」) keeps its words.
 */
export function writeReference(bookmark: string, label: string): ParagraphChild {
  if (/^(?:[表图]|Table |Figure )/.test(label))
    return new SimpleField(`REF ${bookmark} \\h`, label);
  const instruction = `REF ${bookmark} \\r \\h`;
  return /^(?:\d+(?:\.\d+)+|[A-Z](?:\.\d+)+|附录[A-Z]|Annex [A-Z])$/.test(label)
    ? new SimpleField(instruction, label)
    : new KeptField(instruction, label);
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

import { planCorrect } from '#acts/index.ts';
import { actOptions, actUsage, runAct } from '../lib/acts.ts';
import { readArguments } from '../lib/arguments.ts';
import { askFor, readGivenText } from '../lib/one-number.ts';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'correct',
  summary: { zh: '勘误：更正正文并写明', en: 'put errors of print right, with a note' },
  usage: {
    zh: `std correct 编号 --text 改好的index.md --note 更正了什么 [--note-en 英文]\n${actUsage.zh}`,
    en: `std correct NUMBER --text FILE --note WHAT [--note-en WHAT]\n${actUsage.en}`,
  },
  async run(context) {
    const { values, positionals } = readArguments(
      context.argv,
      {
        ...actOptions,
        text: { type: 'string' },
        note: { type: 'string' },
        'note-en': { type: 'string' },
      },
      true,
    );
    const number = askFor(positionals, 'correct');
    const text = readGivenText(values.text);
    const { note = '', 'note-en': noteEn } = values;
    return runAct(context, values, (library, common) =>
      planCorrect(library, number, { ...common, text, note, noteEn }),
    );
  },
};

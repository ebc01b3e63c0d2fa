import { addForeword, generateForeword } from '../structure/foreword.ts';
import { definePass } from './pass.ts';

/** What does the foreword say by itself? */
export const foreword = definePass({
  name: 'foreword',
  reads: ['headed', 'meta', 'translation', 'language'],
  adds: ['outline'],
  run: ({ headed, meta, translation, language }) => ({
    outline: meta
      ? addForeword(headed, generateForeword(meta, language, translation), language)
      : headed,
  }),
});

import { strToU8, unzipSync, zipSync } from 'fflate';
import { cell, field, makeWord, p, t, table } from './word-file.ts';

/** A small draft with the constructs that reading has most to do with. */
const small = makeWord({
  styles: { a: 'heading 1' },
  body: [
    p('范围', 'a'),
    p(`${t('见')}${field('REF x', '5.2')}`),
    table([
      [cell('甲', { merged: 'start' }), '乙'],
      [cell('', { merged: 'on' }), '丙'],
    ]),
    p('<w:ins><w:r><w:t>加</w:t></w:r></w:ins><w:del><w:r><w:delText>减</w:delText></w:r></w:del>'),
    p(
      '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>',
    ),
    p('附录A'),
    p('（资料性）'),
    p('样例'),
  ].join(''),
  footnotes: `<w:footnote w:id="1">${p('注')}</w:footnote>`,
});

const names = [
  'word/document.xml',
  'word/styles.xml',
  'word/footnotes.xml',
  'word/_rels/document.xml.rels',
  '_rels/.rels',
];

/**
 * A Word file damaged in one place, `count` times, the same for the same seed: an element missing, doubled or taken for
 * another, text cut out or put in; one in four with a byte of the archive changed besides.
 */
export function* mutateWord(count: number, source = small, seed = 20261130): Generator<Uint8Array> {
  const parts = unzipSync(source);
  const decoder = new TextDecoder();
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  const mutate = (text: string): string => {
    const tags = text.match(/<[^>]+>/g) ?? [];
    const [from, to] = [tags[next(tags.length)] ?? '', tags[next(tags.length)] ?? ''];
    switch (next(5)) {
      case 0:
        return text.replace(from, '');
      case 1:
        return text.replace(from, () => `${from}${to}`);
      case 2:
        return text.replaceAll(from, () => to);
      case 3: {
        const at = next(text.length);
        return text.slice(0, at) + text.slice(at + 1 + next(40));
      }
      default: {
        const at = next(text.length);
        return text.slice(0, at) + String.fromCodePoint(next(0xd7ff) + 1) + text.slice(at);
      }
    }
  };
  for (let round = 0; round < count; round += 1) {
    const name = names[next(10) < 6 ? 0 : next(names.length)] ?? '';
    const part = parts[name];
    const bytes = zipSync(
      part ? { ...parts, [name]: strToU8(mutate(decoder.decode(part))) } : parts,
    );
    if (next(4) === 0) bytes[next(bytes.length)] = next(256);
    yield bytes;
  }
}

import { openLibrary } from '#library/open.ts';
import { openEngines } from './bench/search/engines.ts';
import { ask } from '#search/ask.ts';
const library = await openLibrary({ dir: 'content', asOf: '2026-11-23' });
const t0 = performance.now();
const engines = await openEngines(library);
console.log('open', Math.round(performance.now() - t0));
// questions by dropping words from clause sentences
let state = 7;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
const questions: { text: string; language: 'zh' | 'en'; slug: string }[] = [];
for (const { slug } of library.rows) {
  const body = library.body(slug);
  for (const [language, text] of [
    ['zh', body.text],
    ['en', body.english],
  ] as const) {
    if (!text) continue;
    const clauses = text.clauses.filter(({ text: t, kind }) => t.length > 25 && kind === 'clause');
    for (let n = 0; n < 3; n++) {
      const clause = clauses[Math.floor(random() * clauses.length)];
      if (!clause) continue;
      const sentence = clause.text.split(/[。；\n]/)[0] ?? '';
      const words =
        language === 'zh'
          ? [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(sentence)].map(
              (s) => s.segment,
            )
          : sentence.split(' ');
      const kept = words.slice(0, 18).filter(() => random() > 0.35);
      const q = kept.join(language === 'zh' ? '' : ' ');
      if (q.length > 6)
        questions.push({
          text: q + (n === 0 ? (language === 'zh' ? '是多少？' : '?') : ''),
          language,
          slug,
        });
    }
  }
}
console.log(questions.length, 'questions');
let same = 0,
  same3 = 0,
  clause = 0,
  clauseN = 0,
  right = [0, 0];
const times: number[] = [];
for (const { text, language, slug } of questions) {
  const a = await engines.embedded.search({ text, language, best: true });
  const s = performance.now();
  const b = await engines.meilisearch.search({ text, language, best: true, facets: true });
  times.push(performance.now() - s);
  const f = (x: typeof a) => x.hits.slice(0, 3).map((h) => h.slug);
  if (f(a)[0] === slug) right[0]++;
  if (f(b)[0] === slug) right[1]++;
  if (f(a)[0] === f(b)[0]) {
    same++;
    clauseN++;
    if (a.hits[0]?.clauses[0]?.path === b.hits[0]?.clauses[0]?.path) clause++;
    else if (process.argv[2])
      console.log(
        'CL',
        text,
        a.hits[0]?.clauses.map((c) => c.path.split('#')[1]).slice(0, 3),
        b.hits[0]?.clauses.map((c) => c.path.split('#')[1]).slice(0, 3),
      );
  }
  if (f(a).join() === f(b).join()) same3++;
  else if (process.argv[2]) console.log(text, f(a), f(b));
}
times.sort((x, y) => x - y);
console.log({
  n: questions.length,
  same,
  same3,
  clause,
  clauseN,
  right,
  p50: times[times.length >> 1],
  p95: times[Math.floor(times.length * 0.95)],
});
await engines.close();

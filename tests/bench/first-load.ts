import { measureFirstLoad } from '../support/first-load.ts';

/**
 * What pages bring before they are read, in bytes of brotli without fonts: `node tests/bench/first-load.ts SITE [path]...`, of a
 * site that was built below `/`; without paths the page of a standard of middle length, in both languages.
 */
const middle = '/standards/db9902-t-12-2018/';
const [site = 'dist', ...asked] = process.argv.slice(2);
const paths = asked.length > 0 ? asked : [middle, `/en${middle}`];
console.log('   HTML  styles  scripts   total');
for (const path of paths) {
  const { html, styles, scripts, total } = measureFirstLoad(site, path);
  const columns = [html, styles, scripts, total].map((size, at) =>
    String(size).padStart(at ? 8 : 7),
  );
  console.log(`${columns.join('')}  ${path}`);
}

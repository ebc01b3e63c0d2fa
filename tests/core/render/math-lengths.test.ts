import katex from 'katex';
import { expect, it } from 'vitest';
import { nameMathLengths, writeMathLengths } from '#core/render/math-lengths.ts';
import { renderMath } from '#core/render/math.ts';

it('writes lengths as classes: whole ems, and hundredths above', () => {
  expect(nameMathLengths('<span class="a" style="height:1.0641em;top:-3.05em;"></span>').html).toBe(
    '<span class="a kh1 kh_6 kt-4 kt_95"></span>',
  );
  expect(nameMathLengths('<span style="position:relative;top:0em;">x</span>').html).toBe(
    '<span class="k-relative kt0 kt_0">x</span>',
  );
});

it.each([
  ['color:red;', '', ['color:red']],
  ['height:999em;', '', ['height:999em']],
  ['height:1em;color:red;', ' class="kh1 kh_0"', ['color:red']],
  ['border: 0.04em solid red', '', ['border: 0.04em solid red']],
])('leaves out what has no class, and tells it: %s', (style, classes, unshown) => {
  const named = nameMathLengths(`<span style="${style}"></span>`);
  expect(named).toEqual({ html: `<span${classes}></span>`, unshown });
});

it.each([
  '\\color{red}x',
  '\\colorbox{yellow}{x}',
  '\\fcolorbox{red}{#eee}{x}',
  '\\pmb{x}',
  '\\htmlStyle{color:red}{x}',
])('no formula has an inline style, whatever it asks for: %s', (tex) => {
  const { html, unshown } = renderMath(tex, true);
  expect(html).not.toContain(' style=');
  expect(unshown.length).toBeGreaterThan(0);
});

it.each([
  String.raw`\frac{a^2}{\sqrt[3]{b_{i}}}`,
  String.raw`\begin{bmatrix}1&2\\3&4\end{bmatrix}`,
  String.raw`\overbrace{x+y}^{n}\quad\sum_{i=1}^{n}\hat{x}_i`,
  String.raw`\begin{cases}0,&x<0\\1,&x\ge 0\end{cases}`,
  String.raw`\begin{array}{c|c:c}1&2&3\\\hline 3&4&5\end{array}\cancel{x}\phantom{y}\rule{1em}{0.2em}`,
  String.raw`\boxed{T\le -18\,^\circ\mathrm{C}}\xrightarrow{k}\left(\dfrac{\partial u}{\partial t}\right)`,
])('%s has no inline style, and each of its classes has a rule', (tex) => {
  const { html } = renderMath(tex, true);
  expect(katex.renderToString(tex, { displayMode: true })).toContain('style="');
  expect(html).not.toContain(' style="');
  const sheet = writeMathLengths();
  const classes = [...html.matchAll(/\bk(?:[a-z]-?\d+|[a-z]_\d+|-[a-z]+)(?=[ "])/g)];
  expect(classes.length).toBeGreaterThan(5);
  for (const [name] of classes) expect(sheet).toContain(`.${name}{`);
});

it('the sheet of the site has them', async () => {
  await expect(writeMathLengths()).toMatchFileSnapshot(
    '../../../src/site/styles/made/formula-lengths.css',
  );
});

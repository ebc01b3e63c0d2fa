import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#library/code-digest.ts';
import { refuseSvg } from '#library/svg.ts';

const refuse = (svg: string) => refuseSvg(Buffer.from(svg));
const wrap = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${content}</svg>`;

describe('an SVG that could do more than draw is refused', () => {
  it.each([
    ['a script', wrap('<script>alert(1)</script>')],
    [
      'a script by another prefix',
      wrap('<x:script>1</x:script>', ' xmlns:x="http://www.w3.org/2000/svg"'),
    ],
    ['HTML inside', wrap('<x:body/>', ' xmlns:x="http://www.w3.org/1999/xhtml"')],
    ['HTML in disguise', wrap('<x:path/>', ' xmlns:x="http://www.w3.org/1999/xhtm&#108;"')],
    [
      'a prefix that changes its meaning',
      wrap(
        '<g xmlns:dc="http://purl.org/dc/elements/1.1/"><g xmlns:dc="http://www.w3.org/2000/svg"><dc:script/></g></g>',
      ),
    ],
    ['a prefix from nowhere', wrap('<y:path/>')],
    ['an event', wrap('', ' onload="alert(1)"')],
    ['an event after a line break', wrap('<path\nonclick = \'x\' d="M0 0"/>')],
    ['attributes by default', `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${wrap('')}`],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${wrap('<text>&a;</text>')}`],
    [
      'animation of a link',
      wrap('<animate attributeName="href" values="java&#115;cript:alert(1)"/>'),
    ],
    ['setting of a link', wrap('<set attributeName="xlink:href" to="javascript:alert(1)"/>')],
    ['a link', wrap('<a href="https://example.cn"><path d="M0 0"/></a>')],
    ['a link in disguise', wrap('<use xlink:href="&#106;avascript:alert(1)"/>')],
    ['a file of its own', wrap('<use href="other.svg#a"/>')],
    ['an image from outside', wrap('<image href="https://example.cn/a.png"/>')],
    ['an SVG in an SVG', wrap('<image href="data:image/svg+xml,%3Csvg/%3E"/>')],
    ['foreign content', wrap('<foreignObject><p/></foreignObject>')],
    ['a style sheet from outside', wrap('<style>@import "https://example.cn/a.css";</style>')],
    ['one cut in two by a comment', wrap('<style>@imp<!-- -->ort "a.css";</style>')],
    ['one in a CDATA section', wrap('<style><![CDATA[@import "a.css";]]></style>')],
    ['one in references', wrap('<style>&#64;import "a.css";</style>')],
    ['one in escapes', wrap('<style>@\\69mport "a.css";</style>')],
    ['a style from outside', wrap('<path style="fill:url(https://example.cn/a)" d="M0 0"/>')],
    ['a fill from outside', wrap('<path fill="url( \'//example.cn/a#b\')" d="M0 0"/>')],
    ['a style sheet by instruction', `<?xml-stylesheet href="a.css"?>${wrap('')}`],
    ['another base', wrap('<use href="#a"/>', ' xml:base="https://example.cn/"')],
    ['another declared encoding', `<?xml version="1.0" encoding="UTF-7"?>${wrap('')}`],
    ['markup that does not close', wrap('<g>')],
    ['markup that closes wrongly', wrap('<g><path></g></path>')],
    ['a second root', `${wrap('')}<script xmlns="http://www.w3.org/2000/svg"/>`],
    ['nothing', ''],
  ])('%s', (_, svg) => {
    expect(refuse(svg)).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
  });

  it('UTF-16', () => {
    const svg = wrap('<script>alert(1)</script>');
    expect(refuseSvg(Buffer.from(`\uFEFF${svg}`, 'utf16le'))).not.toBeNull();
  });

  it('one of enormous size or depth', () => {
    expect(refuse(wrap('<path d="M0 0"/>'.repeat(400_000)))).not.toBeNull();
    expect(refuse(wrap('<g>'.repeat(300_000) + '</g>'.repeat(300_000)))).not.toBeNull();
    expect(refuse(`<svg ${' a'.repeat(1_500_000)}`)).not.toBeNull();
    expect(refuse(`<svg ${' '.repeat(3_000_000)}`)).not.toBeNull();
  });
});

describe('plain drawing is shown', () => {
  it.each([
    [
      'shapes and words',
      wrap('<title>图</title><g><path d="M0 0"/><text x="1">温度 &lt; 5 &#176;C</text></g>'),
    ],
    [
      'references within',
      wrap('<defs><path id="a" d="M0 0"/></defs><use href="#a"/><use xlink:href="#a"/>'),
    ],
    [
      'gradients and clips',
      wrap(
        '<linearGradient id="g"><stop offset="0"/></linearGradient><path fill="url(#g)" style="clip-path: url(\'#c\')" d="M0 0"/>',
      ),
    ],
    [
      'a style of its own',
      wrap('<style type="text/css"><![CDATA[ .a > .b { fill: url(#g) } ]]></style>'),
    ],
    ['a photograph inside', wrap('<image href="data:image/png;base64,AAAA"/>')],
    ['words about images', wrap('<path aria-label="the image (left)" d="M0 0"/>')],
    [
      'a declaration and comments',
      `\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- made by hand -->\n${wrap('')}\n`,
    ],
    [
      'notes of a drawing program',
      wrap(
        '<sodipodi:namedview inkscape:zoom="1"/><metadata><rdf:RDF/></metadata>',
        ' xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"',
      ),
    ],
    [
      'the prefix svg',
      '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:path d="M0 0"/></svg:svg>',
    ],
  ])('%s', (_, svg) => {
    expect(refuse(svg)).toBeNull();
  });

  it('all samples', () => {
    const files = globSync('content/**/*.svg', { cwd: projectRoot });
    expect(files.length).toBeGreaterThan(0);
    const refused = files.filter((file) => refuseSvg(readFileSync(join(projectRoot, file))));
    expect(refused).toEqual([]);
  });
});

import { SaxesParser } from 'saxes';

/** What a text is drawn with: HTML, MathML, and the strokes of a formula. Whatever runs, loads or frames is not among it. */
const elements = new Set(
  `a abbr annotation aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
  h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li line maction math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom
  mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover nav none ol p path pre
  q s samp section semantics small span strong sub summary sup svg table tbody td tfoot th thead time tr u ul var wbr`
    .split(/\s+/)
    .filter(Boolean),
);

/** Elements that HTML writes without an end. */
const empty = /<((?:br|col|hr|img|input|wbr)(?: [\w-]+="[^"<>]*")*)>/g;

/** Colours of KaTeX: nothing with a bracket, which could load a file. */
const plainStyle = /^[\w#.:; %+-]*$/;

/** Characters that HTML bears and XML does not. */
// oxlint-disable-next-line no-control-regex
const noXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const allowed = /^(?:https?:\/\/|mailto:|[#/]|[\w.-]+$)/i;

/**
 * What in the HTML of a text could do harm, in words; empty where nothing can. It is read strictly, as XML (saxes), with an
 * allow-list of elements, no attribute of an event, no style that loads anything, addresses of the web, of mail and of the site only: what
 * passes is read the same way by a browser.
 */
export function findHarm(html: string): readonly string[] {
  const found: string[] = [];
  const parser = new SaxesParser({ fragment: true });
  parser.on('error', ({ message }) => found.push(`not well-formed: ${message}`));
  parser.on('comment', (text) => found.push(`a comment: ${text.slice(0, 80)}`));
  parser.on('cdata', (text) => found.push(`a section of CDATA: ${text.slice(0, 80)}`));
  parser.on('processinginstruction', ({ target }) => found.push(`an instruction: ${target}`));
  parser.on('opentag', ({ name, attributes }) => {
    if (!elements.has(name)) found.push(`an element <${name}>`);
    for (const [key, value] of Object.entries(attributes)) {
      const isEvent = /^on|^(?:srcdoc|formaction|action|srcset|ping)$/i.test(key);
      const isStyle = key === 'style' && !plainStyle.test(value);
      if (isEvent || isStyle) found.push(`an attribute ${key}="${value.slice(0, 80)}"`);
      if (/^(?:href|src|xlink:href|cite)$/i.test(key) && !allowed.test(value))
        found.push(`an address ${key}="${value.slice(0, 80)}"`);
    }
  });
  parser.write(html.replace(noXml, '\uFFFD').replace(empty, '<$1/>')).close();
  return found;
}

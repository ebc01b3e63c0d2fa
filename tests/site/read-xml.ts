/** Names of elements and texts of an XML file without doctype and CDATA; throws where it is not well formed. */
export function readXml(source: string): {
  readonly names: readonly string[];
  readonly texts: readonly string[];
} {
  const names: string[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  const body = source.replace(/^<\?xml [^?]*\?>\s*/, '');
  const token =
    /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&]*)*")*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (const match of body.matchAll(token)) {
    end = match.index + match[0].length;
    const [, close, name = '', , alone, text] = match;
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text)) throw new Error(`bare & in ${text}`);
      if (text.trim() !== '') texts.push(unescape(text));
      continue;
    }
    if (close) {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last ?? ''}>`);
      continue;
    }
    names.push(name);
    if (!alone) open.push(name);
  }
  if (end !== body.length) throw new Error(`not XML at ${body.slice(end, end + 60)}`);
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return { names, texts };
}

function unescape(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? '');
}

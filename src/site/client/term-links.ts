const SKIPPED = 'a, dfn, button, code, .katex, .clause-title, .marker, figcaption, .term-en';

interface Entry {
  readonly term: string;
  readonly id: string;
  readonly definition: string;
}

let entries: readonly Entry[] = [];

function readTerms(body: HTMLElement): readonly Entry[] {
  return [...body.querySelectorAll<HTMLElement>('.clause.term')].flatMap((section) => {
    const term = section.querySelector('dfn')?.textContent?.trim() ?? '';
    const id = section.querySelector('.term-number')?.id ?? '';
    const definition = section.querySelector('.term-name ~ p')?.textContent?.trim() ?? '';
    return term.length > 1 && id && definition ? [{ term, id, definition }] : [];
  });
}

/** What a link made by `linkTerms` points to. */
export function definitionOf(link: HTMLElement): Entry | undefined {
  const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
  return entries.find((entry) => entry.id === id);
}

/** Links the first use of each defined term in each clause to its entry in chapter 3. */
export function linkTerms(body: HTMLElement): void {
  entries = readTerms(body);
  if (entries.length === 0) return;
  const ids = new Map(entries.map(({ term, id }) => [term, id]));
  const escaped = [...ids.keys()]
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  const pattern = new RegExp(escaped.join('|'), 'g');
  for (const clause of body.querySelectorAll<HTMLElement>('.clause:not(.term)')) {
    if (clause.dataset['kind'] === 'index') continue;
    const used = new Set<string>();
    for (const node of listTextNodes(clause)) linkNode(node, pattern, ids, used);
  }
}

/** Text of the clause itself, without that of the clauses inside it. */
function listTextNodes(clause: HTMLElement): readonly Text[] {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(clause, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && (node.classList.contains('clause') || node.matches(SKIPPED))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  }
  return nodes;
}

function linkNode(
  node: Text,
  pattern: RegExp,
  ids: ReadonlyMap<string, string>,
  used: Set<string>,
): void {
  const text = node.data;
  const pieces: (string | Node)[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [term] = match;
    if (used.has(term)) continue;
    used.add(term);
    const link = document.createElement('a');
    link.className = 'term-ref';
    link.href = `#${encodeURIComponent(ids.get(term) ?? '')}`;
    link.textContent = term;
    pieces.push(text.slice(end, match.index), link);
    end = match.index + term.length;
  }
  if (pieces.length > 0) node.replaceWith(...pieces, text.slice(end));
}

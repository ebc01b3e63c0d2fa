const asked = new Map<string, Promise<void>>();

/**
 * Over when a sheet of styles that only a script needs is on the page. One that cannot be had holds nothing up: what it
 * styles is then shown without it.
 */
export function loadSheet(href: string): Promise<void> {
  const known = asked.get(href);
  if (known) return known;
  const loading = new Promise<void>((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
  asked.set(href, loading);
  return loading;
}

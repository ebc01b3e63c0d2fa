/** The JSON at an address of the site, which is taken to be what it should be; undefined where it cannot be had. */
export async function fetchJson<T>(address: string | URL): Promise<T | undefined> {
  try {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** The page at an address of the site; undefined where it cannot be had. */
export async function fetchPage(address: string | URL): Promise<Document | undefined> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return undefined;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return undefined;
  }
}

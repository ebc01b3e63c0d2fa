/**
 * The content security policy of a built site, a directive each. Pages hold no inline scripts and fetch nothing from
 * elsewhere; pictures are exported through `blob:`.
 */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/**
 * The value of `Content-Security-Policy`, as `deploy/` has it.
 *
 * @param servers addresses of search servers that pages ask
 */
export function writePolicy(servers: readonly string[] = []): string {
  const directives = {
    ...policy,
    ...(servers.length > 0 && { 'connect-src': ["'self'", ...servers].join(' ') }),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Headers of whatever a site answers with. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Files whose names are made of their content. */
const NAMED_BY_CONTENT = /\/(?:_astro\/|search-index\/(?:d|standards)\/)/;
/** Files that pages of other sites may read in a browser. */
const OPEN_DATA =
  /\/(?:data|feeds|standards|systems)\/.*\.(?:json|jsonld|ndjson|csv|xlsx|ttl|xml|md|txt|gz|atom|ics|svg)$|\/status\.json$/;

/**
 * Headers of a file of a site by its path: a year of caching for what is named by its content, else a question each
 * time; open data for whoever asks.
 */
export function headersOf(path: string): Readonly<Record<string, string>> {
  return {
    ...securityHeaders,
    'Cache-Control': NAMED_BY_CONTENT.test(path)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    ...(OPEN_DATA.test(path) && { 'Access-Control-Allow-Origin': '*' }),
  };
}

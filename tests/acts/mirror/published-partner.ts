import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file of a partner's site: where it is published, where it lies in the library, what it says. */
export interface PartnerPage {
  readonly path: string;
  readonly source?: string;
  readonly content: string;
}

export const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** A text of an invented standard of city 9903. */
export const standardOf = (serial: number, title = `灯笼样例${serial}`): PartnerPage => ({
  path: `standards/db9903-t-${serial}-2024/source/index.md`,
  source: `standards/local/db9903-t-${serial}-2024/index.md`,
  content: `---\nnumber: DB9903/T ${serial}—2024\ntitle: ${title}\nissued: 2024-01-02\nimplemented: 2024-03-01\nissuers: [样板市市场监督管理局]\nsample: true\n---\n\n# 范围\n\n本文件规定了${title}的要求。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 要求\n\n灯笼的直径不应大于${serial}00 mm。\n`,
});

/** The site of a partner as a map of files, with a manifest and one part. */
export function publish(
  pages: readonly PartnerPage[],
  change: (manifest: Record<string, unknown>, part: Record<string, unknown>) => void = () => {},
): Map<string, Buffer> {
  const site = new Map(pages.map(({ path, content }) => [path, Buffer.from(content)]));
  const describe = ({ path, source, content }: PartnerPage) => ({
    path,
    bytes: Buffer.byteLength(content),
    sha256: digest(content),
    type: 'text/plain',
    ...(source && { source }),
  });
  const ofStandards = pages.filter(({ path }) => path.startsWith('standards/'));
  const slugs = [...new Set(ofStandards.map(({ path }) => path.split('/')[1] ?? ''))];
  const part: Record<string, unknown> = {
    format: 'biaolian-manifest-part',
    version: 1,
    standards: slugs.map((slug) => ({
      key: `DB9903/T ${slug.split('-')[2]}-2024`,
      number: `DB9903/T ${slug.split('-')[2]}—2024`,
      title: slug,
      slug,
      status: '现行',
      files: ofStandards.filter(({ path }) => path.split('/')[1] === slug).map(describe),
    })),
  };
  const manifest: Record<string, unknown> = {
    format: 'biaolian-manifest',
    version: 1,
    generator: { name: 'biaolian', version: '0' },
    library: { zh: '样板市', en: 'Model City' },
    root: '../',
    licence: { facts: { zh: '甲', en: 'a' }, texts: { zh: '乙', en: 'b' } },
    sample: true,
    standards: slugs.length,
    changes: 'data/changes.ndjson',
    files: pages.filter(({ path }) => !path.startsWith('standards/')).map(describe),
  };
  change(manifest, part);
  const text = JSON.stringify(part);
  manifest['parts'] ??= [
    {
      path: 'data/manifest/0.json',
      bytes: Buffer.byteLength(text),
      sha256: digest(text),
      standards: slugs.length,
    },
  ];
  site.set('data/manifest/0.json', Buffer.from(text));
  site.set('data/manifest.json', Buffer.from(JSON.stringify(manifest)));
  return site;
}

export interface PartnerServer {
  readonly address: string;
  /** Paths that were asked for, with the byte from where. */
  readonly asked: string[];
  /** What is served; may be changed while it runs. */
  site: Map<string, Buffer>;
  /** Answers in place of the files; false lets the file be served. */
  answer: (path: string, request: IncomingMessage, response: ServerResponse) => boolean;
  readonly close: () => Promise<void>;
}

/** A real server on loopback, below a path of its own, that knows ranges. */
export async function serve(site: Map<string, Buffer>): Promise<PartnerServer> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').replace(/^\/city\//, ''));
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    partner.asked.push(from > 0 ? `${path}@${from}` : path);
    if (partner.answer(path, request, response)) return;
    const content = partner.site.get(path);
    if (!content) return void response.writeHead(404).end();
    if (from > 0)
      response.writeHead(206, {
        'content-range': `bytes ${from}-${content.length - 1}/${content.length}`,
      });
    response.end(content.subarray(from));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const partner: PartnerServer = {
    address: `http://127.0.0.1:${port}/city/`,
    asked: [],
    site,
    answer: () => false,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return partner;
}

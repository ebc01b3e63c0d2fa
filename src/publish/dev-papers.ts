import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findPaper } from '#library/projects.ts';
import type { Library } from '#library/open.ts';
import { lifecyclePath } from '#site/lifecycle-paths.ts';

/**
 * The paper of a project that stands at an address, where readers may have it; null of any other address. A build writes
 * papers as files; the development server has no template for them.
 */
export function findPaperAt({ dir, papers }: Library, address: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(address.replace(/[?#].*$/, ''));
  } catch {
    return null;
  }
  if (!path.startsWith(lifecyclePath)) return null;
  const paper = `projects/${path.slice(lifecyclePath.length)}`;
  const [, project = '', ...file] = paper.split('/');
  return papers.has(paper) ? findPaper(dir, project, file.join('/')) : null;
}

/** Answers requests for papers of the library as it is now; all others go on. */
export const servePapers =
  (library: () => Library) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const paper = findPaperAt(library(), request.url ?? '');
    if (paper === null) return next();
    response.setHeader('Content-Type', 'application/octet-stream');
    createReadStream(paper).on('error', next).pipe(response);
  };

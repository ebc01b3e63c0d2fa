import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeStandard } from './generate.ts';

/** `hugo v0.111.3…` or null when it is not installed. */
export function findHugo(): string | null {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split(' ').slice(0, 2).join(' ') : null;
}

/** A plain Hugo site over the same texts: one page each with contents, and paged lists. */
export function generateHugoSite(dir: string, count: number): void {
  mkdirSync(join(dir, 'content', 'standards'), { recursive: true });
  mkdirSync(join(dir, 'layouts', '_default'), { recursive: true });
  writeFileSync(
    join(dir, 'config.toml'),
    'baseURL = "http://localhost/"\ntitle = "bench"\npaginate = 50\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
  );
  const page = (body: string): string =>
    `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>${body}</body></html>`;
  writeFileSync(
    join(dir, 'layouts/_default/single.html'),
    page('<nav>{{ .TableOfContents }}</nav><h1>{{ .Title }}</h1>{{ .Content }}'),
  );
  writeFileSync(
    join(dir, 'layouts/_default/list.html'),
    page('{{ range .Paginator.Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'),
  );
  for (let index = 0; index < count; index++) {
    writeFileSync(join(dir, 'content', 'standards', `${index}.md`), writeStandard(index));
  }
}

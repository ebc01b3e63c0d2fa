import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countDays } from '#core/base/day.ts';
import { openPublished } from '#library/published.ts';
import { readStatus } from '#publish/releases/marks.ts';
import { digestContents } from '#search/meilisearch/publish.ts';
import { readIndexName, readTargets } from '../meilisearch/environment.ts';
import { surveyServer } from '../meilisearch/survey.ts';
import { found, good } from './answers.ts';
import type { Answer } from './answers.ts';

/** A library, its site, and the variables that name search servers. */
interface IndexPlace {
  readonly library: string;
  readonly site: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Of which day the index is that readers search: that of the site, or those on servers. It reads only. */
export async function examineIndex({
  library: dir,
  site,
  environment,
}: IndexPlace): Promise<readonly Answer[]> {
  const status = readStatus(site);
  if (!status) return [good('index', '还没有公布，没有索引', 'nothing is published: no index')];
  const { at, search } = status;
  if (search.engine === 'embedded') {
    if (!existsSync(join(site, 'search-index')))
      return [
        found(
          'index',
          'bad',
          ['网站里没有索引（search-index/）', 'the site has no index (search-index/)'],
          [
            'npm run build；std verify 看还缺什么',
            'npm run build; std verify says what else is missing',
          ],
        ),
      ];
    const indexed = search.indexed ?? at;
    const days = countDays(indexed.slice(0, 10), at.slice(0, 10));
    return [
      good(
        'index',
        `自带的索引与版本一致，最近一次改动在 ${indexed.slice(0, 10)}（现用版本的 ${days} 天前）`,
        `the index of the site is that of its release; it last changed on ${indexed.slice(0, 10)}, ${days} days before`,
      ),
    ];
  }
  const targets = readTargets(environment);
  if (targets.length === 0)
    return [
      good(
        'index',
        '索引在搜索服务器上；没有管理密钥（MEILI_ADMIN_KEY），看不到它是哪天的',
        'the index is on search servers; without MEILI_ADMIN_KEY its day is not seen',
      ),
    ];
  const { library } = await openPublished({ dir, out: resolve(site) });
  const contents = library ? await digestContents(library, library.cache) : '';
  const index = readIndexName(environment);
  const surveys = await Promise.all(targets.map((each) => surveyServer(each, index, contents)));
  return surveys.map(({ url, holds, failure }) => {
    if (holds?.current)
      return good(
        'index',
        `${url} 的索引与标准库一致`,
        `the index of ${url} is the library as it is`,
      );
    return found(
      'index',
      'look',
      [
        failure?.zh ?? `${url} 的索引${holds ? `是 ${holds.asOf} 的，落后于标准库` : '还没有写'}`,
        failure?.en ??
          `the index of ${url} ${holds ? `is of ${holds.asOf}, behind the library` : 'was never written'}`,
      ],
      ['npm run std -- index', 'npm run std -- index'],
    );
  });
}

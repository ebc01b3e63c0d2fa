import { loadFact } from '#library/facts.ts';
import { shortDigest } from '#library/digest.ts';
import { changeStore } from '#library/store.ts';
import type { KeptLayouts } from '#site/draw-context.ts';

/** A chain takes some ten, 20 KB each; where there are so many, most are of chains as they were once. */
const most = 1000;

/** Names of layouts among facts; a stroke sorts behind the space that follows. */
const [prefix, behind] = ['layout ', 'layout!'];

/** Layouts of graphs in the store of a cache, for all processes that draw. */
export function keepLayouts(cache: string): KeptLayouts {
  return {
    find: (name) => loadFact(cache, prefix + name),
    keep: (name, layout) => {
      const content = JSON.stringify(layout);
      changeStore(cache, ({ prepare }) => {
        const count = prepare('select count(*) as n from facts where name > ? and name < ?');
        if (Number(count.get(prefix, behind)?.['n']) >= most)
          prepare('delete from facts where name > ? and name < ?').run(prefix, behind);
        prepare('insert or replace into facts values (?, ?)').run(
          prefix + name,
          shortDigest(content) + content,
        );
      });
    },
  };
}

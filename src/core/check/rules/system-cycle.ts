import { locate } from '#core/systems/index.ts';
import type { EdgeModel } from '#core/systems/index.ts';
import type { SystemRule } from '../rule.ts';

export const systemCycle: SystemRule = {
  id: 'system-cycle',
  scope: 'system',
  severity: 'error',
  source: '标链',
  summary: {
    zh: '走向不成环；有意的回流写 back: true',
    en: 'Edges make no circle; a way back on purpose has back: true',
  },
  examples: {
    bad: {
      'systems/a.yaml': 'edges:\n  - { from: store, to: road }\n  - { from: road, to: store }\n',
    },
    good: {
      'systems/a.yaml':
        'edges:\n  - { from: store, to: road }\n  - { from: road, to: store, back: true }\n',
    },
  },
  *check({ system }) {
    const { model } = system;
    const names = new Map(model.nodes.map(({ id, name }) => [id, name]));
    for (const { edge, circle } of findCircles(model.edges.filter(({ back }) => !back))) {
      const shown = (language: 'zh' | 'en') =>
        circle.map((id) => names.get(id)?.[language] ?? id).join(' → ');
      yield {
        range: locate(model, edge.path),
        message: {
          zh: `走向成环：${shown('zh')}`,
          en: `The edges make a circle: ${shown('en')}`,
        },
        hint: {
          zh: '是有意的回流就写 back: true，否则删去',
          en: 'Write back: true if it is a way back on purpose, else delete it',
        },
      };
    }
  },
};

interface Circle {
  /** The edge that closes it. */
  readonly edge: EdgeModel;
  /** Ids of nodes; the first is also the last. */
  readonly circle: readonly string[];
}

/** Edges that lead back to a node on the way to them, depth first, without recursion. */
function* findCircles(edges: readonly EdgeModel[]): Iterable<Circle> {
  const leaving = Map.groupBy(edges, ({ from }) => from);
  const state = new Map<string, 'open' | 'done'>();
  for (const start of leaving.keys()) {
    if (state.has(start)) continue;
    const trail = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const edge = leaving.get(top.id)?.[top.next];
      top.next += 1;
      if (!edge) {
        state.set(top.id, 'done');
        trail.pop();
      } else if (state.get(edge.to) === 'open') {
        const ids = trail.map(({ id }) => id);
        yield { edge, circle: [...ids.slice(ids.indexOf(edge.to)), edge.to] };
      } else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        trail.push({ id: edge.to, next: 0 });
      }
    }
  }
}

import { chainStages, roles } from '#core/systems/index.ts';

const branches = 40;

/** A catalogue of invented facts about `rows` standards of a society that does not exist. */
export function writeLargeCatalogue(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `T/SFXX ${at + 1}—2024,样例标准第${at + 1}号 要求与试验方法,Sample standard ${at + 1},现行,2024-01-10,2024-04-01,示范市样例协会,2026-07-02,sample`,
  );
  return `number,title,title_en,status,issued,implemented,issuer,as_of,source\n${lines.join('\n')}\n`;
}

/** A system of `nodes` nodes in chains of ten, and `rows` rows, a fifth of them with a number, the others planned. */
export function writeLargeSystem(nodes: number, rows: number): string {
  const list = (count: number, write: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => write(at)).join('\n');
  return `name: { zh: 大型样例体系, en: Large sample system }
kind: 领域
version: '1'
date: 2026-06-01
sample: true
tree:
${list(branches, (at) => `  - { code: '${at + 1}', name: { zh: 子体系${at + 1}, en: Sub-system ${at + 1} } }`)}
nodes:
${list(nodes, (at) => `  - { id: n${at}, name: { zh: 环节${at}, en: Link ${at} }, stage: ${chainStages[Math.floor((at * chainStages.length) / nodes)] ?? '支撑'}, system: '${(at % branches) + 1}', expected: ${Math.ceil(rows / nodes) + 1} }`)}
edges:
${list(nodes - 1, (at) => `  - { from: n${Math.max(0, at - (at % 10))}, to: n${at + 1} }`)}
rows:
${list(rows, (at) => {
  const role = roles[at % roles.length] ?? '其他';
  const code = `${((at % nodes) % branches) + 1}-${String(Math.floor(at / branches) + 1).padStart(4, '0')}`;
  const place = `code: ${code}-${at % nodes}, node: n${at % nodes}, role: ${role}`;
  return at % 5 === 1
    ? `  - { ${place}, number: T/SFXX ${at + 1}-2024 }`
    : `  - { ${place}, planned: 样例计划第${at}号 要求与试验方法, level: 地方 }`;
})}
`;
}

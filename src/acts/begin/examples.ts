import { numberSlug, parseNumber } from '#core/number/index.ts';
import { bureauOf, firstNumber, quote } from './city.ts';
import type { City } from './city.ts';

/** One example of each kind of content, by paths in the library. All of them are samples, and say so. */
export function writeExamples(city: City): ReadonlyMap<string, string> {
  const number = firstNumber(city);
  const parsed = parseNumber(number);
  const slug = parsed.ok ? numberSlug(parsed.number) : '';
  return new Map([
    ['site.yaml', writeSiteFile(city)],
    [`standards/local/${slug}/index.md`, writeStandard(city, number)],
    ['catalogue/national.csv', catalogue],
    ['vocabulary/chains.yaml', chains],
    ['vocabulary/bodies.csv', writeBodies(city)],
    ['systems/standard-service.yaml', writeSystem(city, number)],
    ['project-kinds.yaml', kinds],
    ['projects/example-1/project.yaml', writeProject(city)],
    [`notices/${city.year}-09-10-issued-${slug}.md`, writeNotice(city, number)],
    ['glossary/terms.yaml', writeGlossary(city)],
  ]);
}

const writeSiteFile = (
  city: City,
): string => `# 门户的名字、颜色、地址；每个键见标链的 docs/adopting.md。
# Name, colour and address of the portal; each key is explained in docs/adopting.md of Biaolian.
names:
  full: { zh: ${quote(`${city.zh}标准文献库`)}, en: ${quote(`${city.en} Library of Standards`)} }
  short: { zh: ${quote(`${city.zh}标准`)}, en: ${quote(`${city.en} Standards`)} }
city:
  name: { zh: ${quote(city.zh)}, en: ${quote(city.en)} }
  standards: '${city.standards}'
accent: '#1f5f3a'
footer:
  contacts:
    - { name: { zh: ${quote(bureauOf(city).zh)}, en: ${quote(bureauOf(city).en)} } }
# address: https://bz.example.cn
# base: /
`;

const writeStandard = (city: City, number: string): string => `---
number: ${number}
title: 标准文献服务 查询与答复
titleEn: Standards information service - Inquiries and answers
issued: ${city.year}-09-10
implemented: ${city.year}-12-01
ics: ['03.080']
ccs: [A 12]
chains: [standard-service]
issuers: [${quote(bureauOf(city).zh)}]
functionType: 规范
sample: true
---

# 范围

本文件规定了标准文献查询服务的受理、答复和记录要求，描述了证实方法。

本文件适用于标准文献服务机构答复读者对标准的查询。

# 规范性引用文件

# 术语和定义

# 受理和答复 {#answers}

##

服务机构应在受理查询后2个工作日内答复。

##

答复应写明标准编号、标准名称和查询当日的状态。

##

查不到的标准，宜告知读者到哪里查。

# 记录 {#records}

##

每次查询应记录受理日期、所查标准和答复日期。

##

记录的保存期不应少于2年。

# 证实方法 {#verification}

##

抽查最近30次查询的记录，计算受理至答复的工作日，核对[#answers]。

##

保存期以保存时间最长的记录为准，与[#records]对照。
`;

/** A fact, with the day it was taken. */
const catalogue = `number,title,title_en,status,issued,implemented,withdrawn,replaces,replaced_by,ccs,ics,issuer,as_of,source
GB/T 15624-2011,服务标准化工作指南,,现行,2011-12-30,2012-04-01,,,,A12,03.080,中华人民共和国国家质量监督检验检疫总局;中国国家标准化管理委员会,2026-07-02,public-catalogue
`;

const chains = `# 产业链和领域；改成自己的。 Chains and fields; write your own.
- { id: standard-service, zh: 标准化服务, en: Standardization services, group: { zh: 领域, en: Fields } }
`;

const writeBodies = (city: City): string => {
  const { zh, en } = bureauOf(city);
  return `code,zh,en\n${[zh, zh, en].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
};

const writeSystem = (
  city: City,
  number: string,
): string => `# 标准体系：树、环节、明细。 A standard system: tree, links, list.
name: { zh: 标准化服务标准体系, en: Standard system of standardization services }
kind: 领域
chain: standard-service
owner: ${quote(bureauOf(city).zh)}
version: '${city.year}.1'
date: ${city.year}-09-30
sample: true
tree:
  - { code: '1', name: { zh: 服务通用, en: Services in general } }
  - { code: '2', name: { zh: 文献服务, en: Information services } }
nodes:
  - { id: general, name: { zh: 服务标准化, en: Service standardization }, stage: 支撑, system: '1' }
  - { id: inquiry, name: { zh: 查询与答复, en: Inquiries and answers }, stage: 中游, system: '2', expected: 2 }
edges:
  - { from: general, to: inquiry }
rows:
  - { code: '1-01', node: general, number: GB/T 15624-2011, role: 管理 }
  - { code: '2-01', node: inquiry, number: ${number.replace('—', '-')}, role: 过程 }
  - { code: '2-02', node: inquiry, planned: { zh: 标准文献服务 跟踪与提醒, en: Standards information service - Watching and reminding }, level: 地方, role: 过程 }
`;

const kinds = `# 各类标准要经过的阶段。 The stages that standards of each kind go through.
- id: local
  name: { zh: 地方标准, en: Local standards }
  families: [local]
  way: [立项建议, 立项, 起草, 征求意见, 技术审查, 批准, 编号, 发布, 备案, 实施, 复审, 废止]
`;

const writeProject = (city: City): string => `title:
  zh: 标准文献服务 跟踪与提醒
  en: Standards information service - Watching and reminding
kind: local
year: ${city.year}
chains: [standard-service]
proposedBy: [${quote(bureauOf(city).zh)}]
administeredBy: [${quote(bureauOf(city).zh)}]
draftedBy: [${quote(bureauOf(city).zh)}]
sample: true
stages:
  - { stage: 立项建议, began: ${city.year}-03-02, ended: ${city.year}-04-10 }
  - { stage: 立项, began: ${city.year}-05-06 }
  - { stage: 起草, began: ${city.year}-05-07 }
`;

const writeNotice = (city: City, number: string): string => `---
kind: issued
number: ${city.year}年第1号
day: ${city.year}-09-10
issuer: ${quote(bureauOf(city).zh)}
standards:
  - ${number}
sample: true
---

${bureauOf(city).zh}批准发布下列1项地方标准，自${city.year}年12月1日起实施，现予公告。
`;

const writeGlossary = (city: City): string => `- id: standard
  field: basics
  zh: 标准
  en: standard
  definition:
    zh: 大家商量好、由有权的机构定下来，让许多人反复照着用的文件。
    en: A rule that those concerned have agreed on and a body in power has settled, for many to follow again and again.
  source: { what: 本库自拟, asOf: ${city.year}-09-10 }
`;

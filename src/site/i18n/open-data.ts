import type { Language } from '#core/model/standard.ts';

interface OpenDataWords {
  /** On the page of another address: where it is. */
  readonly here: string;
  readonly whole: string;
  readonly wholeLead: string;
  readonly parts: (count: number) => string;
  readonly describedBy: string;
  readonly manifest: string;
  readonly changes: string;
  readonly dcat: string;
  readonly openapi: string;
  readonly schema: string;
  readonly examples: string;
  readonly examplesLead: string;
  readonly excel: string;
  readonly policyTitle: string;
  /** What may change and what may not. */
  readonly policy: readonly string[];
}

export const OPEN_DATA_WORDS: Readonly<Record<Language, OpenDataWords>> = {
  zh: {
    here: '开放数据的说明和文件在这一页：',
    whole: '整个标准库',
    wholeLead: '.ndjson 是一行一条的 JSON；.gz 用 gzip 压缩。',
    parts: (count) => (count === 1 ? '' : `分 ${count} 份，从 0 起编号`),
    describedBy: '给程序的说明',
    manifest: '清单：全部文件的大小、SHA-256、类型，和建镜像用的原样文件',
    changes: '最近 30 次公布各增加、改变、删除了哪些文件',
    dcat: '数据目录（W3C DCAT 3），JSON-LD 和 Turtle 两种写法',
    openapi: '接口说明（OpenAPI 3.1）：全部地址和 JSON 的形状',
    schema: 'index.json 的形状（JSON Schema）',
    examples: '取用的例子',
    examplesLead: '把地址换成本站的；下面都取现行标准的编号和名称。',
    excel: 'Excel（数据 → 获取数据 → 空查询 → 高级编辑器）',
    policyTitle: '版本和停用',
    policy: [
      '地址不变：标准、条款和本页各文件的地址一经公布就一直有效；标准换了编号，旧地址指向新地址。',
      '每种 JSON 有 version。只增加键时 version 不变，读的程序应略过不认识的键；删改键或改变含义时 version 加一，新旧两种并存至少十二个月，并在本页和 OpenAPI 里写明停用的日子。',
      '接口说明的版本号按语义化版本：第一个数字变了，读的程序才需要改。',
    ],
  },
  en: {
    here: 'What there is, and the files, are on this page:',
    whole: 'The whole library',
    wholeLead: '.ndjson has a line of JSON each; .gz is compressed by gzip.',
    parts: (count) => (count === 1 ? '' : `in ${count} parts, numbered from 0`),
    describedBy: 'Descriptions for programs',
    manifest:
      'the manifest: size, SHA-256 and type of every file, and the sources that a mirror is made from',
    changes: 'which files each of the last 30 publications added, changed and removed',
    dcat: 'a data catalogue (W3C DCAT 3) as JSON-LD and as Turtle',
    openapi: 'the interface (OpenAPI 3.1): all addresses, and what the JSON looks like',
    schema: 'what index.json looks like (JSON Schema)',
    examples: 'Examples',
    examplesLead:
      'Put the address of this site in. Each lists numbers and titles of standards in force.',
    excel: 'Excel (Data → Get Data → Blank Query → Advanced Editor)',
    policyTitle: 'Versions and ends',
    policy: [
      'Addresses stay: those of standards, clauses and the files of this page hold once they are published; where a standard gets another number, the old address leads to the new one.',
      'Every JSON has a version. It stays where keys are only added, so readers leave out keys that they do not know; where keys go or mean something else it goes up by one, both are published for twelve months at least, and the day of the end stands on this page and in the OpenAPI description.',
      'The version of the interface is semantic: a reader has to change only where its first number does.',
    ],
  },
};

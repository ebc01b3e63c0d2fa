import type { Language } from '#core/model/standard.ts';
import type { DataFormat } from '../files/data-file-list.ts';

/** What each format of the data of a standard is, in a few words. */
export const DATA_FILE_WORDS: Readonly<Record<Language, Readonly<Record<DataFormat, string>>>> = {
  zh: {
    sts: 'NISO STS 1.2（ANSI/NISO Z39.102—2022）：全文，术语用 TBX，公式有 MathML 和 TeX',
    'json-ld': 'JSON-LD 1.1：标准、章条、条款、限值、术语、引用之间的关系',
    turtle: 'RDF 1.1 Turtle：与 JSON-LD 相同',
    clauses: '一行一条的 JSON：编号、标题、正文、条款和限值、术语、引用',
    text: '纯文本：只读文字的程序使用',
    record: '标准文献元数据（GB/T 22373—2021）：代码、名称、值，以制表符分隔',
  },
  en: {
    sts: 'NISO STS 1.2 (ANSI/NISO Z39.102-2022): the whole text, terms by TBX, formulae as MathML and TeX',
    'json-ld':
      'JSON-LD 1.1: how the standard, its clauses, provisions, limits, terms and references relate',
    turtle: 'RDF 1.1 Turtle: the same as the JSON-LD',
    clauses:
      'a line of JSON for each clause: number, title, text, provisions and limits, terms, references',
    text: 'plain text, for programs that read nothing else',
    record: 'the metadata record after GB/T 22373—2021: code, name and values between tabs',
  },
};

/** Leads and sentences that the library prints by itself (GB/T 1.1—2020, 8.6.2 and 8.7.2), by the chapter they stand in. */
const printed: Readonly<Record<string, readonly RegExp[]>> = {
  references: [
    /^下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款/u,
    /^下列文件对于本(?:文件|标准)的应用是必不可少的/u,
    /^本(?:文件|标准)没有规范性引用文件。?$/u,
    /^The following documents are referred to in the text in such a way/,
    /^There are no normative references in this document\.?$/,
  ],
  terms: [
    /^下列术语和定义适用于本(?:文件|标准)。?$/u,
    /^本(?:文件|标准)没有需要界定的术语和定义。?$/u,
    /^For the purposes of this document, the following terms and definitions apply\.?$/,
    /^No terms and definitions are listed in this document\.?$/,
  ],
};

/** Whether a sentence of a chapter is printed without being written. */
export function isPrinted(zone: string, text: string): boolean {
  return (printed[zone] ?? []).some((pattern) => pattern.test(text));
}

/**
 * The heading of a term from how drafts write it: Chinese, a space, Latin letters (「冷链物流 cold chain logistics」).
 * A name in one script stays as it is.
 */
export function splitTerm(said: string): string {
  const text = said
    .replace(/[\s\u3000]+/gu, ' ')
    .replaceAll('|', '｜')
    .trim();
  const [first = '', ...others] = text.split(/ ?[;；] ?/u);
  const parts =
    /^(.*[\p{Script=Han}）)]) *([\p{Script=Latin}][\p{Script=Latin}\d\s\-'’,/()（）.]*)$/u.exec(
      first,
    );
  const [, chinese = '', latin = ''] = parts ?? [];
  const isTwo = chinese !== '' && /\p{Script=Han}/u.test(chinese);
  return [...(isTwo ? [chinese, latin] : [first]), ...others]
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .join(' | ');
}

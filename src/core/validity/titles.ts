/** A title for comparing: without spaces, marks, book title marks and brackets, capitals as small letters, full width as ASCII. */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s《》〈〉「」『』“”"'’‘()[\]【】{}、，,。.;；:：·\-—–_/～~]+/g, '');
}

/** Words that people write beside a number and that are no title. */
const remark =
  /(?:现行|有效|现行有效|在用|作废|废止|已?废止|被?代替|已?替代|即将实施|未知|是|否|有|无|备注|[√×✓✗]|最新版?|旧版|新版|强制性?|推荐性?|国标|行标|地标|团标|企标|pdf|docx?|xlsx?|扫描件|电子版|纸质版?|电子版本|正版|外文版|英文版|中文版|第?\d+版?|\d{4}(?:年|实施|发布)?|\d{4}[./年-]\d{1,2}(?:[./月-]\d{1,2}日?)?(?:实施|发布|起实施)?)/y;

/** Whether a folded text is made of remarks alone; each is taken whole, so that it takes one look at each character. */
function isRemark(folded: string): boolean {
  let at = 0;
  while (at < folded.length) {
    remark.lastIndex = at;
    const [found] = remark.exec(folded) ?? [];
    if (found === undefined || found === '') return false;
    at += found.length;
  }
  return true;
}

/** Pieces of text beside a number that may be its title: at least four characters, two of them Chinese or ten Latin letters. */
export function listTitles(pieces: readonly string[]): readonly string[] {
  return pieces
    .flatMap((piece) => piece.split(/[\t,]/))
    .map((piece) =>
      piece
        .replace(/\.(?:pdf|docx?|xlsx?|txt|zip)\b.*$/i, '')
        .replace(/^[\s\d.、,，)）(（—–-]+/, '')
        .replace(
          /[（(](?:[^（()）]{0,12})(?:废止|作废|现行|代替|有效|实施|版)[^（()）]{0,12}[)）]\s*$/,
          '',
        )
        .trim(),
    )
    .filter((piece) => {
      const folded = foldTitle(piece);
      if (folded.length < 4 || isRemark(folded)) return false;
      const han = folded.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
      return han >= 2 || (folded.match(/[a-z]/g)?.length ?? 0) >= 10;
    });
}

/** How alike two titles are, 0 to 1: the share of their pairs of characters that both have (Dice). */
export function compareTitles(one: string, other: string): number {
  const [a, b] = [foldTitle(one), foldTitle(other)];
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at++) {
    const pair = a.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < b.length - 1; at++) {
    const pair = b.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length - 2);
}

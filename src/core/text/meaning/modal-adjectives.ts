/** A word of one or two characters; what begins with a preposition, 有 or 用 is more than a word. */
const word =
  '(?!(?:[用换取放选]|[^用]有)[新旧大小高低长短好坏冷热干湿多少轻重厚薄粗细脏])(?![在与和以按从向对把将被由为是于因有]|用(?!于))[\\u4e00-\\u9fff]{1,2}';

/** 「弯曲的」「弯曲或折叠的」「自动复位的」「再充电的」「拆式」「折叠型」: after 可, what a thing is. */
const attribute = new RegExp(
  `^(?:自动|自行|重复|现场|人工|随意|任意|单独|直接|完全|手动|再|二次)?${word}(?:[、或和且及](?:不?可)?${word})?(?:的|式|(?<=[\\u4e00-\\u9fff]{2})[型类](?!型|别|似))`,
);

/** What 不可 may follow only as part of an adjective: 「应采用不可…」「产生不可…」「应不可…」. */
const before =
  /(?:(?<![供适响反效对相感呼顺])[应宜]|[应宜可](?:采用|选用|使用|选择|为|是|呈|具有)|产生|造成|引起|发生|出现|导致|存在|具有|属于|含有|设有|装有|配有|其他)$/;

/** Of these 不可 says that it cannot be: nobody is told not to do it. */
const cannot = /^(?:修复|恢复|再生|逆转|抵赖|磨灭|复原|再利用)(?=$|[^\u4e00-\u9fff]|[且或和及性])/;

/** 「不可更换部件应标明寿命」: the verb of the sentence is the later 应. */
const laterVerb =
  /^[^，。；：！？、]{2,12}?(?<![供适响反效对相感呼顺且并而还和或])(?:不?[应宜])(?![用对急力])(?![^，。；]{0,4}的)/;

/**
 * Whether 可 at an offset is part of an adjective (可弯曲的, 不可拆式, 不可恢复变形) and so gives
 * neither permission nor prohibition. `negated`: 不 stands before it.
 */
export function formsAdjective(text: string, at: number, negated: boolean): boolean {
  const after = text.slice(at + 1, at + 24);
  if (attribute.test(after)) return true;
  if (!negated) return false;
  return (
    before.test(text.slice(Math.max(0, at - 7), at - 1)) ||
    cannot.test(after) ||
    laterVerb.test(after)
  );
}

import { blank } from './generic.ts';

/** What a standard is called where it is asked for. */
const STANDARDS =
  '(?:(?:国家|行业|地方|团体|企业|国际|强制性?|推荐性?|产品|安全|质量|卫生|技术|管理|服务|法规|法律|政策|和|与|及|、)*' +
  '(?:标准|规范|国标|行标|地标|团标|规程|规定))';
const WHICH = '(?:哪些|哪几个|哪个|哪种|哪类|什么|啥|那些)';
const MEET =
  '(?:符合|遵守|遵循|执行|满足|达到|参照|参考|依据|按照?|用到|用|看|适用|对应|涉及|适合|知道|了解|学习?|查|找|做到|采用|需要|要求)';
/** 我做、我开、我们厂生产: somebody says what they do. */
const WHO = '(?:我们?|咱们?|本人|俺)(?:公司|厂里?|店里?|家里?|单位|村里?|这边|这里)?';
const DOES =
  '(?:(?:现在|目前|打算|准备|计划|想要?|要|刚|新|是|在|专门|主要|一直|正在|从事|自己|承包|负责)*' +
  '(?:做|开|搞|干|卖|养|种|生产|加工|制造|经营|从事|修|办|建|跑|当|管理?|销售|出口|进口|承接|承包|运营|租|收))';

const ASKS_CHINESE = [
  `${WHICH}的?(?:相关|有关|现行|适用|强制|对应)?的?${STANDARDS}`,
  `${STANDARDS}(?:都|主要|大概|一般)?(?:有|是)?(?:哪些|哪几个|哪个|啥|有什么)`,
  `(?:相关|有关|适用|对应|配套|执行|现行|涉及)的?${STANDARDS}`,
  `有(?:没有|无|什么|啥)?(?:相关|有关|专门|对应)?的?${STANDARDS}(?:吗|么|没有|可|能|吧)?`,
  `(?:要|需要?|得|应该?|必须|该)(?:要|先)?${MEET}${WHICH}`,
  `${STANDARDS}(?:清单|目录|一览|汇总|大全|名录)`,
];
/** The same around the thing itself, which stays. */
const ASKS_AROUND = [`有(?:没有|无).{1,16}${STANDARDS}`];
/** How somebody begins to say what they do; by itself it asks what applies. */
const SAYS_CHINESE = [
  `${WHO}的?${DOES}`,
  '^(?:做|卖|搞|承接|承包|从事|经营|代理|生产)(?!法|好|到|完|过)',
  '(?:打算|准备|想要?|计划|刚|新)(?:开|做|办|建|搞|干|养|种|卖)(?!始|发)',
  '(?:开|办|建|搞)(?:了|一)?(?:个|家|间|一家|一个)',
];
/** 做……的、……厂: who is told by what they do. */
const TRADE_CHINESE = [
  `^${DOES}.{1,24}的(?:$|[，,。？?！! ])`,
  '(?:公司|工?厂|厂家|企业|店铺?|作坊|师傅|老板|商|户|[^现市]场|队|团队|机构|单位|合作社|工人|司机|员)$',
];
const ASKS_ENGLISH = [
  String.raw`\b(?:which|what|any|all|relevant|applicable|mandatory)(?: (?:chinese|national|industry|mandatory|relevant|applicable|safety|quality|gb))* (?:standards?|regulations|norms|codes|specifications)\b`,
  String.raw`\bstandards?\b(?: \w+){0,4} (?:apply|applies|applicable|needed|required|relevant|cover|covers|exist)\b`,
  String.raw`\bstandards? (?:for|on|about|covering|i need|do i need)\b`,
  String.raw`\b(?:comply|conform) with\b`,
];
const SAYS_ENGLISH = [
  String.raw`\b(?:i|we) (?:\w+ )?(?:run|make|own|operate|manage|sell|produce|manufacture|build|grow|raise|farm|repair|work|process|import|export|open|install|maintain|breed|design|deliver|transport)\b`,
  String.raw`\b(?:i am|i'm|we are|we're) (?:a|an|the|in|opening|starting|running|making|building|planning)\b`,
  String.raw`\b(?:my|our) (?:company|factory|shop|firm|business|farm|plant|workshop|store|restaurant)\b`,
  String.raw`\b(?:opening|starting|setting up|running) (?:a|an|our|my)\b`,
];

const any = (patterns: readonly string[], flags: string) => new RegExp(patterns.join('|'), flags);
const ASKS = any([...ASKS_CHINESE, ...ASKS_AROUND, ...ASKS_ENGLISH], 'u');
const SAYS = any([...SAYS_CHINESE, ...TRADE_CHINESE, ...SAYS_ENGLISH], 'u');
/** A value or a way of doing is asked: a clause answers it, no list of standards. */
const DETAIL =
  /多少|多久|多长|多高|多大|几[度天个年次米小]|怎么|怎样|如何|为什么|为何|是什么|什么是|什么意思|能不能|可不可以|可以|是否|要不要|多远|吗[？?]?$|how (?:many|much|long|often|far|high|hot|cold|do|to)|what is|why |when |may i|can i|should i/u;

/** Whether a folded question asks which standards a product, trade or job has to do with; or says what somebody does and asks nothing else. */
export function asksForStandards(folded: string): boolean {
  return ASKS.test(folded) || (SAYS.test(folded) && !DETAIL.test(folded));
}

/** Whether a folded question asks for a detail, which a clause answers. */
export function asksForDetail(folded: string): boolean {
  return DETAIL.test(folded);
}

const ASKING = any([...ASKS_CHINESE, ...ASKS_ENGLISH], 'gu');
const SAYING = any([...SAYS_CHINESE, ...SAYS_ENGLISH], 'gu');
const PARTICLES =
  /请问一下|请问|麻烦|想问|问一下|问下|帮我|告诉我|应该|应当|需要|哪些|什么|有没有|符合|遵守|遵循|执行|适用|相关|有关|必须|一共|全部|所有|目前|现在|现行|一个|一家|一间|这个|这种|那种|自己|我们|咱们|你好|您好|打算|准备|承接|承包|申请|办理|买|[我做的了吗呢吧啊呀么嘛要得都该和与及或家个是在有,，。.？?！!、；;：:]/gu;
const PARTICLES_ENGLISH =
  /\b(?:i|we|you|am|are|is|be|do|does|did|the|an?|my|our|me|us|to|for|of|on|in|at|with|and|or|by|from|that|this|it|have|has|need|want|would|like|know|please|must|should|can|will|apply|follow|meet|comply|which|what|who|where|there|all|any|about|look|looking|find|tell|show|china|chinese|run|make|own|sell|open|work)\b/gu;

/** A folded question with what it asks by blanked: 冷库要符合哪些标准 → 冷库. What somebody does stays. */
export function blankAsking(folded: string): string {
  return blank(folded, ASKING);
}

/** A text without English words that join others. */
export function blankJoining(text: string): string {
  return blank(text, PARTICLES_ENGLISH);
}

/** A text without what joins its words, nor how somebody begins to say what they do: what is left has meaning. */
export function blankParticles(text: string): string {
  return blankJoining(blank(blank(text, SAYING), PARTICLES));
}

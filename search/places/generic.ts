/** Words that stand for no trade: alone they lead nowhere, and beside a trade they do not weaken it. Folded. */
const GENERIC_CHINESE =
  '产品质量|质量管理|安全管理|安全生产|经营管理|生产经营|有限公司|个体户|小作坊|合作社|供应商|运营商|贸易商|经销商|代理商|创业|团队|单位|厂商|作坊|' +
  '标准|规范|规程|要求|规定|国标|行标|地标|管理|安全|质量|技术|服务|企业|公司|工厂|车间|厂家|门店|店铺|店面|店主|厂长|老板|' +
  '行业|行当|产业|生意|产品|业务|工作|岗位|人员|人才|员工|师傅|生产|加工|制造|销售|经营|从事|研发|设计|运营|配套|支撑|保障|' +
  '电动|家用|商用|自动|出口|外贸|建设|小区|' +
  '通用|基础|计量|一般|普通|专门|专业|大型|中型|小型|小厂|小店|小公司|小微|初创|新手|方面|领域|环节|部分';

const GENERIC_ENGLISH =
  'general|support|people|components|operations|processing|products?|services?|quality|safety|management|standards?|' +
  'requirements?|rules?|compan(?:y|ies)|business(?:es)?|factor(?:y|ies)|shops?|firms?|plants?|industry|small|new|local|' +
  'maker|manufacturer|producer|owner|workshop|metrology|workforce|planning';

const ALONE = new RegExp(`^(?:${GENERIC_CHINESE}|${GENERIC_ENGLISH})$`);
const INSIDE = new RegExp(GENERIC_CHINESE, 'g');
const WORD = new RegExp(`\\b(?:${GENERIC_ENGLISH})\\b`, 'g');

/** Whether a folded word names no trade by itself, or is too short to. */
export function isGeneric(word: string): boolean {
  return word.length < 2 || ALONE.test(word);
}

/** A folded text with the words that name no trade blanked, each character where it was. */
export function blankGeneric(folded: string): string {
  return blank(blank(folded, INSIDE), WORD);
}

/** Matches of a pattern as spaces, so that the rest stays where it was. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length));
}

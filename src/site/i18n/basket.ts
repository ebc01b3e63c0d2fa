import type { Language } from '#core/model/standard.ts';

interface BasketPageWords {
  readonly title: string;
  readonly lead: string;
  readonly noScript: string;
  readonly baskets: string;
  readonly create: string;
  readonly name: string;
  readonly rename: string;
  readonly delete: string;
  readonly keep: string;
  readonly share: string;
  readonly check: string;
  readonly checklist: string;
  readonly compare: string;
  readonly indicators: string;
  readonly take: string;
  readonly local: string;
  readonly list: string;
}

/** What the page of baskets says without its script; what the script says is beside it, in `browser`. */
export const BASKET_PAGE: Readonly<Record<Language, BasketPageWords>> = {
  zh: {
    title: '标准篮',
    lead: '把要用的标准收在一起：起个名字，用一个网址分享，整篮查新，整篮列条款清单。',
    noScript: '标准篮存在浏览器里，需要开启脚本（JavaScript）。',
    baskets: '选择标准篮',
    create: '新建',
    name: '标准篮的名称',
    rename: '改名',
    delete: '删除',
    keep: '存到我的浏览器',
    share: '复制分享网址',
    check: '整篮查新',
    checklist: '条款清单',
    compare: '比较前两项',
    indicators: '指标比对',
    take: '下载',
    local:
      '标准篮只存在这个浏览器里，不上传。分享网址里只有标准的编号和篮的名称，写在“#”之后，不会发到服务器。',
    list: '篮中的标准',
  },
  en: {
    title: 'Basket',
    lead: 'Keep the standards you work with together: name the list, share it by one address, check all of it, and list its provisions.',
    noScript: 'Baskets are kept in the browser, which needs scripts (JavaScript).',
    baskets: 'Choose a basket',
    create: 'New',
    name: 'Name of the basket',
    rename: 'Rename',
    delete: 'Delete',
    keep: 'Keep in my browser',
    share: 'Copy its address',
    check: 'Check this list',
    checklist: 'Checklist',
    compare: 'Compare the first two',
    indicators: 'Indicators',
    take: 'Download',
    local:
      'Baskets are kept in this browser only and are not uploaded. A shared address holds nothing but numbers of standards and the name, behind the "#", which no browser sends to a server.',
    list: 'Standards in the basket',
  },
};

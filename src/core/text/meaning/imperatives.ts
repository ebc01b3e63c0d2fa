import { findModals } from './modals.ts';

/**
 * Sentences of a procedure that tell somebody to do something without a modal verb (指示型条款,
 * GB/T 1.1—2020, table C.2). Chinese has no form of the verb for it, so this only proposes: nothing is
 * an instruction until its author tags it.
 */

/** Steps of laboratories, workshops, fields and screens. */
const actions = `
  开启 打开 关闭 关停 启动 停止 启用 停用 运行 执行 重启 复位 通电 断电 接通 断开 切断 切换 预热 预冷
  放映 播放 回放 录制 拍摄 拍照 扫描 点击 单击 双击 按下 长按 输入 输出 导入 导出 上传 下载 登录 退出
  选择 选取 选用 勾选 设置 设定 调节 调整 调至 调零 归零 校准 校正 标定 对准 对焦 聚焦
  测量 测定 测试 测出 测取 检测 检查 检验 检定 查看 查阅 查找 观察 观测 目测 读取 读出 记录 记下 填写 登记
  计算 求出 求取 绘制 画出 统计 比较 对比 比对 核对 核查 核实 确认 确定 验证 判断 判定 评价 评定
  称取 称量 称重 量取 移取 吸取 吸出 取出 取下 取走 抽取 抽样 采样 采集 收集 截取 剪取 切取 刮取 挑取
  加入 加水 加热 加载 加压 加满 加盖 滴加 滴入 倒入 倒出 倾出 移入 转移 转入 注入 注满 通入 充入 充满 装入 装满
  放入 放置 放在 置于 置入 浸入 浸泡 浸没 静置 平放 摆放 悬挂 铺设 铺平 铺上 涂布 涂抹 涂刷 喷洒 喷涂 撒施
  升温 降温 冷却 冷冻 解冻 烘干 干燥 风干 灼烧 灭菌 消毒 保温 恒温 保持 维持 培养 接种 发酵
  搅拌 搅匀 混合 混匀 摇匀 振荡 振摇 离心 过滤 抽滤 洗涤 清洗 冲洗 漂洗 淋洗 擦拭 擦净 吹干 吹扫 晾干
  定容 稀释 滴定 萃取 提取 浓缩 蒸发 蒸干 溶解 复溶 消解 均质 粉碎 研磨 过筛 匀浆 进样 洗脱 平衡
  安装 装配 组装 拆下 拆除 拆卸 卸下 连接 插入 插上 拔出 拔掉 拧紧 拧开 拧下 松开 固定 夹紧 夹住 锁紧 贴上 粘贴
  移动 移开 移至 移走 旋转 转动 翻转 推动 推入 拉出 拉动 提起 举起 放下 抬起 放回 转运 搬运 吊起 对齐
  施加 施放 拉伸 压缩 卸载 敲击 弯折 弯曲 切割 切开 切成 切碎 裁取 钻取 打磨 抛光
  播种 移栽 定植 灌水 浇水 灌溉 追肥 施肥 施药 修剪 摘除 剪除 疏果 套袋 采收 采摘 起垄 覆膜 投放 投喂 捞出
  标记 标注 标出 编号 贴标 密封 封存 封口 包装 分装 打包 送检 送至 送入 存放 储存 保存 归档 备份 清除 清理 清空
  通知 告知 报告 上报 通报 提示 引导 询问 出示 提交 签字 盖章 交接 移交 撤离 疏散 隔离 排空 排出 排净 放空 抽真空
  做 布置 晒 浇 润洗 保压 充电 重复 继续 更换 替换 补充 补足 补加 分成 分为两 分别取 逐个 逐一 取 将 把`
  .trim()
  .split(/\s+/);

const anyAction = actions.toSorted((a, b) => b.length - a.length).join('|');
const actionPattern = new RegExp(`^(?:${anyAction})`);

/** Words before the action that say how, when or in what order. */
const manner =
  /^(?:请|先|再|然后|接着|随后|随即|之后|此后|最后|首先|其次|同时|并|立即|即刻|迅速|快速|缓慢|缓缓|慢慢|小心|轻轻|准确|精确|依次|逐一|逐个|逐级|逐步|逐项|分别|重新|继续|反复|充分|彻底|均匀|定时|连续|及时|现场|手动|再次|另|随机|如此|同样|平行)地?[，、]?\s?/;

/** Phrases before the action: a condition or a time with its comma; a place, tool or rule right before it. */
const adverbials: readonly RegExp[] = [
  /^(?:在|于|从|自|沿|当|待|至|经|每|若|如|如果|到达|达到|第[一二三四五])[^。；，]{1,60}?[，,]\s?/,
  /^[^，。；]{2,16}(?:后|前|时|完毕|完成|结束)[，,]\s?/,
  /^(?:\d+|[一二两三四五六七八九十半]+)\s?(?:min|h|s|d|分钟|小时|秒|天|次)(?:以?后|之后|内|以内)[，,]?\s?/,
  new RegExp(
    `^(?:在|于|从|自|沿|向|往|朝|按|按照|依据|根据|依照|参照|用|使用|采用|利用|以|通过|借助|每隔?|每次)[^，。；]{1,40}?[，,]?\\s?(?=(?:随机|均匀|逐[一个项])?(?:${anyAction}))`,
  ),
  new RegExp(`^[^，。；的经由]{2,10}?(?:后|前)(?=(?:再次|重新)?(?:用|${anyAction}))`),
];

const treats = /^对[^，。；]{1,24}?(?:进行|实施|作|做|逐[一个项])/;

/** What makes the action a noun or the first word of a statement: 测量范围, 记录内容包括, 加热功率为. */
const nounAfter =
  /^(?:的|后|前|时|期|期间|过程|方法|范围|仪器|装置|误差|不确定度|条件|周期|频率|频次|间隔|间(?!隔)|报告|系统|内容|环境(?!光|噪)|人员|单位|机构|部门|方式|原理|规则|流程|功能|模式|状态|能力|作业|活动|费|率|器|仪|机|室|区|剂|液|物|书|基|用(?!户)|完成|合格|成功|失败|完毕|应|和|与|及|或|、|所|项目|指标|依据|要点|单元|模块|接口|电缆|管路|位置|数量|证书|材料|标志|标识|速度|密度|功率|制度|管理|电源属)/;

/** 「记录结果」 is a step, 「检查结果存档」 a statement. */
const handlesResults = /^(?:记录|记下|读取|填写|计算|核对|报告|比较|对比|提交|输出|上报|确认)$/;

/** A statement: something is, has or meets something. */
const states =
  /^[^，。；：]{0,24}?(?:(?<![变成])为(?!止)|是(?!否)|由(?![^，。；]{0,8}[变至到])|包括|包含|分为(?!两份)|不(?:大于|小于|超过|少于|低于|高于|多于|得|影响)|大于|小于|高于|低于|多于|少于|优于|符合|满足|属于|具有|称为|表示|≤|≥|见(?:图|表|\[#)|如下|如(?:图|表))/;

const nounsOfTake =
  /^取(?:决|得|值|消|代|证|向|材|景|样(?:点|量|器|口|位|频|数|方|人|应|的|时|单|袋|瓶|后))/;

/** Whether a sentence without a modal verb reads like a step to carry out. */
export function looksImperative(sentence: string): boolean {
  let rest = sentence.trim().replace(/^(?:[a-z]\)|\d{1,2}[)）.、]|——)\s*/, '');
  if (rest.length < 4 || findModals(rest).length > 0) return false;
  if (/[？?]$|^[（(“「]/.test(rest)) return false;
  for (let round = 0; round < 4; round++) {
    const before = rest;
    rest = rest.replace(manner, '');
    if (isAction(rest)) return true;
    const treated = treats.exec(rest)?.[0];
    if (treated !== undefined) return !states.test(rest.slice(treated.length));
    for (const pattern of adverbials) {
      const said = pattern.exec(rest)?.[0] ?? '';
      if (said === '' || said.length >= rest.length) continue;
      rest = rest.slice(said.length);
      break;
    }
    if (rest === before) return false;
  }
  return false;
}

function isAction(text: string): boolean {
  const action = actionPattern.exec(text)?.[0];
  if (action === undefined) return false;
  const after = text.slice(action.length);
  if (after.replace(/[。；;，,]/g, '').length === 0)
    return action.length > 1 && !/[，。；]/.test(text.slice(0, -1));
  if (action === '将' || action === '把')
    return /^[^。；]{2,}/.test(after) && !/^(?:近|来|会|要|有|以|手)/.test(after);
  if (action === '取') return !nounsOfTake.test(text) && !states.test(after);
  if (nounAfter.test(after)) return false;
  if (after.startsWith('结果') && !handlesResults.test(action)) return false;
  return !states.test(after.replace(/是否[^，。；]*/g, ''));
}

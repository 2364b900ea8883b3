import type { SpaceKind } from '../../../src/parks/add-spaces.js';
import type { Industry } from '../../../src/standards/register-codes.js';
import type { Trade } from '../../../src/ventures/kinds.js';

/** One line of work: what stands before 有限公司, what a shop is called, what a team is called, and what they do. */
export type Work = readonly [field: string, shop: string, team: string, about: string];

/** How ventures of a trade are called, what they do and what they need. */
export type TradePattern = {
  trade: Trade;
  industry: Industry;
  /** How many in a hundred. */
  share: number;
  /** How many people work in a usual firm of the trade. */
  people: number;
  /** Whether its summer is busier than the rest of the year. */
  isSeasonal: boolean;
  spaces: SpaceKind[];
  /** Brands of its own, beside the common ones. */
  brands: string[];
  works: Work[];
};

// biome-ignore format: a table reads best with one fact a line
export const tradePatterns: TradePattern[] = [
  {
    trade: 'homestay', industry: 'H', share: 15, people: 11, isSeasonal: true, spaces: ['farmhouse', 'yard'],
    brands: ['石屋旧事', '枕着海', '外婆家', '半山听海', '老船长', '慢岛', '渔村一宿'],
    works: [
      ['民宿管理', '石屋民宿', '民宿筹备组', '把村里闲置的石头房改成客房，雇本村阿姨做早餐和布草。'],
      ['乡宿运营', '海景民宿', '老屋改造小组', '租用三处老屋打理成民宿，淡季接待学生写生和单位团建。'],
      ['旅游服务', '渔家小院', '渔家小院筹备组', '以家庭房为主，代客人联系渔船和拼车，客房清洁由邻里承担。'],
    ],
  },
  {
    trade: 'e-commerce', industry: 'F', share: 13, people: 23, isSeasonal: false, spaces: ['workshop', 'office', 'shed'],
    brands: ['一网鲜', '码头直送', '今日到港', '开渔了', '小岛发货', '鲜到家'],
    works: [
      ['电子商务', '海鲜网店', '海鲜直播小组', '码头收货、当天打包，通过直播和社区团购把海鲜卖到内陆。'],
      ['网络科技', '渔货直播间', '代运营小组', '为村里散户代运营网店，客服和打包岗位优先录用本村妇女。'],
      ['供应链管理', '海货分装点', '团购小组', '做冷链分装与一件代发，旺季临时用工较多。'],
    ],
  },
  {
    trade: 'rural-creative', industry: 'R', share: 7, people: 7, isSeasonal: false, spaces: ['farmhouse', 'yard', 'office'],
    brands: ['小岛来信', '潮间带', '灯塔下', '渔村慢邮', '岛民计划'],
    works: [
      ['文化创意', '文创小店', '文创小组', '收集渔村老物件与口述故事，做成明信片、地图和展览。'],
      ['乡村文化', '乡创书屋', '书屋筹备组', '把闲置小学校舍改成书屋和展厅，承接村庄导视与活动策划。'],
      ['文化传播', '渔村美术馆', '驻岛创作小组', '邀请驻岛艺术家创作，作品收益与村集体分成。'],
    ],
  },
  {
    trade: 'seafood', industry: 'C', share: 12, people: 27, isSeasonal: false, spaces: ['workshop', 'shed', 'yard'],
    brands: ['鲞小匠', '贻贝嫂', '淡菜王', '阿婆', '东海渔礼', '望潮黄鱼', '带鱼世家'],
    works: [
      ['水产食品', '鱼糕鱼饼坊', '鱼饼小组', '收购当地渔获，做鱼糕、鱼饼，按订单当天生产。'],
      ['水产加工', '贻贝加工点', '贻贝分拣小组', '贻贝分拣、蒸煮、速冻一条线，季节工多为养殖户家属。'],
      ['海味食品', '晒鲞坊', '晒鲞小组', '改良传统晒鲞工艺，小包装销往城市商超。'],
      ['海产品', '虾皮作坊', '紫菜小组', '收购散户的紫菜、虾皮，烘干分级后统一包装。'],
    ],
  },
  {
    trade: 'catering', industry: 'H', share: 11, people: 9, isSeasonal: true, spaces: ['stall', 'farmhouse', 'yard'],
    brands: ['阿舟家', '老码头', '浪花里', '三碗海', '鲜上桌', '岛上第一壶'],
    works: [
      ['餐饮管理', '海鲜面馆', '海鲜面筹备组', '用当天渔获做面，食材只从本村渔船采购。'],
      ['咖啡文化', '海边咖啡馆', '咖啡筹备组', '老屋改的咖啡馆，招用返乡青年并教授咖啡手艺。'],
      ['餐饮服务', '渔家菜馆', '渔家菜小组', '渔家菜小馆，淡季为施工队和学校供餐。'],
      ['食品', '海岛小吃铺', '小吃车小组', '卖现做的鱼面、番薯饼和凉茶，夏天在沙滩出摊。'],
    ],
  },
  {
    trade: 'crafts', industry: 'C', share: 9, people: 8, isSeasonal: false, spaces: ['farmhouse', 'workshop', 'stall'],
    brands: ['一结一岸', '海泥', '贝壳婆婆', '旧帆布', '木龙船匠', '十八结'],
    works: [
      ['手工艺', '渔绳结手作坊', '渔绳结小组', '请村里的补网妇女编渔绳结，计件收活，产品进景区和网店。'],
      ['陶艺文化', '陶艺社', '陶艺小组', '用海泥和本地釉料制陶，开设亲子体验课。'],
      ['工艺品', '船模工坊', '船模小组', '跟船匠后人学做木质船模，带徒传艺。'],
      ['渔民画文化', '渔民画室', '渔民画小组', '组织渔嫂画渔民画，画作印成丝巾、台历和礼盒。'],
    ],
  },
  {
    trade: 'study-tours', industry: 'P', share: 5, people: 8, isSeasonal: true, spaces: ['yard', 'farmhouse', 'office'],
    brands: ['潮汐课堂', '小水手', '赶海去', '海星球', '候鸟来了'],
    works: [
      ['自然教育', '自然教室', '赶海课小组', '带学生赶海、认潮间带生物，聘退休渔民当讲师。'],
      ['研学服务', '海岛研学营地', '研学课程小组', '开发渔俗与航海研学课程，与中小学签约接待。'],
    ],
  },
  {
    trade: 'sea-leisure', industry: 'R', share: 7, people: 10, isSeasonal: true, spaces: ['shed', 'yard', 'stall'],
    brands: ['追风', '矶钓老友', '星空下', '第七朵浪', '蓝眼泪'],
    works: [
      ['海钓服务', '海钓驿站', '海钓向导组', '组织近岸海钓与渔船体验，船工均为本地转产渔民。'],
      ['露营管理', '露营地', '露营筹备组', '在闲置晒场搭建露营位，餐食由村民家庭供应。'],
      ['海上运动', '桨板俱乐部', '桨板教练组', '教授桨板和皮划艇，救生员岗位招用本岛青年。'],
      ['旅拍服务', '旅拍馆', '旅拍小组', '为游客拍摄海岛写真，化妆、跟拍岗位面向村里年轻人。'],
    ],
  },
  {
    trade: 'farming', industry: 'A', share: 6, people: 13, isSeasonal: false, spaces: ['yard', 'shed', 'farmhouse'],
    brands: ['海风', '番薯哥', '李子熟了', '山脚下', '十亩田'],
    works: [
      ['农业开发', '番薯种植园', '番薯小组', '流转撂荒坡地种番薯，收后加工成番薯干、番薯粉。'],
      ['生态农业', '果园', '果园小组', '种李子、佛手和杨梅，采摘季兼做农事体验，农忙雇用本村老人。'],
      ['农产品', '蔬菜园', '菜篮子小组', '大棚种菜供应岛上食堂和民宿，减少对班轮的依赖。'],
    ],
  },
  {
    trade: 'digital', industry: 'I', share: 5, people: 14, isSeasonal: false, spaces: ['office'],
    brands: ['云屿', '蓝湾数创', '岛链', '潮信', '深蓝'],
    works: [
      ['软件', '软件工作室', '小程序开发组', '为渔船和民宿开发小程序，团队多为近年毕业的大学生。'],
      ['信息技术', '数据标注站', '数据标注组', '承接数据标注与客服外包，提供可居家的岗位。'],
      ['数字科技', '短视频工作室', '短视频小组', '做海岛题材短视频，为本地商户代运营账号。'],
    ],
  },
  {
    trade: 'design', industry: 'M', share: 4, people: 6, isSeasonal: false, spaces: ['office', 'farmhouse'],
    brands: ['屿几', '留白', '岸线', '两三笔', '造船的人'],
    works: [
      ['景观设计', '建筑工作室', '老屋设计组', '承接老屋改造与民宿设计，施工优先用村里的泥瓦匠。'],
      ['品牌设计', '设计工作室', '包装设计组', '为农产品和渔货做包装与品牌，按件收费。'],
    ],
  },
  {
    trade: 'repair', industry: 'O', share: 2, people: 9, isSeasonal: false, spaces: ['workshop', 'shed'],
    brands: ['老轨', '铁锚', '扳手兄弟', '好师傅'],
    works: [
      ['船舶维修', '渔机修理铺', '渔机维修组', '修理渔船主机与冷柜，上门到各岛。'],
      ['渔具修造', '网具修补点', '网具修补组', '修补网具与缆绳，带出一批上岸渔民。'],
    ],
  },
  {
    trade: 'logistics', industry: 'G', share: 2, people: 15, isSeasonal: false, spaces: ['shed', 'workshop'],
    brands: ['渡轮快线', '岛岛通', '顺潮'],
    works: [
      ['冷链物流', '快递驿站', '岛际配送组', '承接岛际快递与冷链短驳，每日随班轮收发。'],
      ['配送服务', '岛际代办点', '代办小组', '代办岛上居民购药、寄件与缴费，骑手均为本村人。'],
    ],
  },
  {
    trade: 'wellness', industry: 'O', share: 2, people: 7, isSeasonal: false, spaces: ['farmhouse', 'office'],
    brands: ['安澜', '银龄', '好邻里', '静海'],
    works: [
      ['养老服务', '居家养老服务站', '助餐小组', '为留岛老人提供助餐、助浴与陪诊，护理员由村民培训上岗。'],
      ['家政服务', '家政服务部', '家政小组', '家政与月嫂派工，与村妇联合作培训。'],
    ],
  },
];

const before = '听望归拾枕沐揽渔蓝远星云初潮海屿晴逐渡知';
const after = '澜潮汐屿礁湾岚帆岸浪鸥汀歌野光里洲舍浦谷';

/** Brands that any trade may carry: 听澜, 归帆. */
export const commonBrands: string[] = [...before].flatMap((first) =>
  [...after].filter((second) => second !== first).map((second) => first + second),
);

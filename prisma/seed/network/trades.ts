import type { SpaceKind } from '../../../src/parks/add-spaces.js';
import type { Industry, Trade } from '../../../src/ventures/kinds.js';

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
  /** What stands in the name of a firm before 有限公司. */
  fields: string[];
  /** What a shop is called. */
  shops: string[];
  /** Brands of its own, beside the common ones. */
  brands: string[];
  abouts: string[];
};

// biome-ignore format: a table reads best with one fact a line
export const tradePatterns: TradePattern[] = [
  {
    trade: 'homestay', industry: 'H', share: 15, people: 11, isSeasonal: true, spaces: ['farmhouse', 'yard'],
    fields: ['民宿管理', '旅游服务', '乡宿运营'],
    shops: ['民宿', '海景客栈', '渔家小院', '石屋民宿'],
    brands: ['石屋旧事', '枕着海', '外婆的灶头', '半山听海', '老船长之家', '慢岛', '渔村一宿'],
    abouts: [
      '把村里闲置的石头房改成客房，雇本村阿姨做早餐和布草。',
      '租用三处老屋打理成民宿，淡季接待学生写生和单位团建。',
      '以家庭房为主，代客人联系渔船和拼车，客房清洁由邻里承担。',
    ],
  },
  {
    trade: 'e-commerce', industry: 'F', share: 13, people: 23, isSeasonal: false, spaces: ['workshop', 'office', 'shed'],
    fields: ['电子商务', '网络科技', '供应链管理'],
    shops: ['海鲜网店', '渔货直播间', '海货优选铺'],
    brands: ['一网鲜', '码头直送', '今日到港', '开渔了', '小岛发货', '鲜到家门'],
    abouts: [
      '码头收货、当天打包，通过直播和社区团购把海鲜卖到内陆。',
      '为村里散户代运营网店，客服和打包岗位优先录用本村妇女。',
      '做冷链分装与一件代发，旺季临时用工较多。',
    ],
  },
  {
    trade: 'rural-creative', industry: 'R', share: 7, people: 7, isSeasonal: false, spaces: ['farmhouse', 'yard', 'office'],
    fields: ['文化创意', '乡村文化发展', '文化传播'],
    shops: ['文创工作室', '乡创书屋', '渔村美术馆'],
    brands: ['小岛来信', '潮间带', '灯塔下', '渔村慢邮', '岛民计划'],
    abouts: [
      '收集渔村老物件与口述故事，做成明信片、地图和展览。',
      '把废弃小学改成书屋和展厅，承接村庄导视与活动策划。',
      '邀请驻岛艺术家创作，作品收益与村集体分成。',
    ],
  },
  {
    trade: 'seafood', industry: 'C', share: 12, people: 27, isSeasonal: false, spaces: ['workshop', 'shed', 'yard'],
    fields: ['水产食品', '海味食品', '水产加工'],
    shops: ['鱼糕鱼饼坊', '晒鲞坊', '虾皮加工点'],
    brands: ['鲞小匠', '贻贝嫂', '淡菜王', '阿婆鱼饼', '东海渔礼', '望潮小黄鱼', '带鱼世家'],
    abouts: [
      '收购当地渔获，做鱼糕、鱼饼和风干鲞，按订单当天生产。',
      '贻贝分拣、蒸煮、速冻一条线，季节工多为养殖户家属。',
      '改良传统晒鲞工艺，小包装销往城市商超。',
    ],
  },
  {
    trade: 'catering', industry: 'H', share: 11, people: 9, isSeasonal: true, spaces: ['stall', 'farmhouse', 'yard'],
    fields: ['餐饮管理', '餐饮服务', '咖啡文化'],
    shops: ['海鲜面馆', '渔家乐', '海边咖啡馆', '小吃铺', '海鲜排档'],
    brands: ['半盏灯塔', '阿舟家', '老码头', '浪花里', '三碗海', '鲜上桌', '岛上第一壶'],
    abouts: [
      '用当天渔获做面，食材只从本村渔船采购。',
      '老屋改的咖啡馆，招用返乡青年并教授咖啡手艺。',
      '渔家菜小馆，淡季为施工队和学校供餐。',
    ],
  },
  {
    trade: 'crafts', industry: 'C', share: 9, people: 8, isSeasonal: false, spaces: ['farmhouse', 'workshop', 'stall'],
    fields: ['工艺品', '手工艺', '陶艺文化'],
    shops: ['渔绳结手作', '陶艺社', '贝雕坊', '船模工坊', '渔民画室', '草编坊'],
    brands: ['补网人', '一结一岸', '海泥', '贝壳婆婆', '旧帆布', '木龙船匠'],
    abouts: [
      '教村里的补网妇女编渔绳结，计件收活，产品进景区和网店。',
      '用海泥和本地釉料制陶，开设亲子体验课。',
      '船匠后人制作木质船模，带徒传艺。',
    ],
  },
  {
    trade: 'study-tours', industry: 'P', share: 5, people: 8, isSeasonal: true, spaces: ['yard', 'farmhouse', 'office'],
    fields: ['研学服务', '教育咨询', '自然教育'],
    shops: ['海岛研学营地', '自然教室', '渔俗学堂'],
    brands: ['潮汐课堂', '小水手', '赶海去', '海星球', '候鸟来了'],
    abouts: [
      '带学生赶海、认潮间带生物，聘退休渔民当讲师。',
      '开发渔俗与航海研学课程，与中小学签约接待。',
    ],
  },
  {
    trade: 'sea-leisure', industry: 'R', share: 7, people: 10, isSeasonal: true, spaces: ['shed', 'yard', 'stall'],
    fields: ['海钓俱乐部', '海上休闲', '露营管理', '户外运动'],
    shops: ['海钓驿站', '露营地', '桨板俱乐部', '旅拍馆'],
    brands: ['追风', '矶钓老友', '星空营', '第七朵浪', '蓝眼泪'],
    abouts: [
      '组织近岸海钓与渔船体验，船工均为本地转产渔民。',
      '在闲置晒场搭建露营位，餐食由村民家庭供应。',
      '桨板、皮划艇教学与旅拍，暑期用工为主。',
    ],
  },
  {
    trade: 'farming', industry: 'A', share: 6, people: 13, isSeasonal: false, spaces: ['yard', 'shed', 'farmhouse'],
    fields: ['农业开发', '生态农业', '海水养殖'],
    shops: ['果园', '番薯种植园', '紫菜养殖场'],
    brands: ['海风果园', '番薯哥', '李子熟了', '佛手园', '观音饼田'],
    abouts: [
      '流转撂荒坡地种番薯和佛手，收后加工成番薯干、果茶。',
      '采摘园兼做农事体验，农忙雇用本村老人。',
      '近岸养殖紫菜与羊栖菜，统一收购散户产品。',
    ],
  },
  {
    trade: 'digital', industry: 'I', share: 5, people: 14, isSeasonal: false, spaces: ['office'],
    fields: ['信息技术', '数字科技', '软件'],
    shops: ['短视频工作室', '直播服务部'],
    brands: ['云屿', '蓝湾数创', '岛链', '潮信', '深蓝算法'],
    abouts: [
      '为渔船和民宿开发小程序，团队多为近年毕业的大学生。',
      '承接数据标注与客服外包，提供可居家的岗位。',
      '做海岛题材短视频，为本地商户代运营账号。',
    ],
  },
  {
    trade: 'design', industry: 'M', share: 4, people: 6, isSeasonal: false, spaces: ['office', 'farmhouse'],
    fields: ['设计', '景观设计', '品牌设计'],
    shops: ['设计工作室', '摄影工作室'],
    brands: ['屿几', '留白', '岸线', '两三笔', '造船的人'],
    abouts: [
      '承接老屋改造与民宿设计，施工优先用村里的泥瓦匠。',
      '为农产品和渔货做包装与品牌，按件收费。',
    ],
  },
  {
    trade: 'repair', industry: 'O', share: 2, people: 9, isSeasonal: false, spaces: ['workshop', 'shed'],
    fields: ['船舶维修', '机电服务', '渔具修造'],
    shops: ['渔机修理铺', '网具修补点', '家电维修站'],
    brands: ['老轨', '铁锚', '扳手兄弟', '好师傅'],
    abouts: [
      '修理渔船主机与冷柜，上门到各岛。',
      '修补网具与缆绳，带出一批上岸渔民。',
    ],
  },
  {
    trade: 'logistics', industry: 'G', share: 2, people: 15, isSeasonal: false, spaces: ['shed', 'workshop'],
    fields: ['冷链物流', '货运代理', '配送服务'],
    shops: ['快递驿站', '岛际代办点'],
    brands: ['渡轮快线', '岛岛通', '顺潮'],
    abouts: [
      '承接岛际快递与冷链短驳，每日随班轮收发。',
      '代办岛上居民购药、寄件与缴费，骑手均为本村人。',
    ],
  },
  {
    trade: 'wellness', industry: 'O', share: 2, people: 7, isSeasonal: false, spaces: ['farmhouse', 'office'],
    fields: ['健康服务', '养老服务', '家政服务'],
    shops: ['理疗馆', '居家养老服务站', '家政服务部'],
    brands: ['安澜', '银龄', '好邻里', '静海'],
    abouts: [
      '为留岛老人提供助餐、助浴与陪诊，护理员由村民培训上岗。',
      '家政与月嫂派工，与村妇联合作培训。',
    ],
  },
];

const before = '听望归拾枕沐揽渔蓝远星云初潮海屿晴逐舟知';
const after = '澜潮汐屿礁湾岚帆岸浪鸥汀歌野光里集舍浦谷';

/** Brands that any trade may carry: 听澜, 归帆. */
export const commonBrands: string[] = [...before].flatMap((first) =>
  [...after].filter((second) => second !== first).map((second) => first + second),
);

import type { NewPark } from '../../../src/parks/open-park.js';

export type Place = readonly [village: string, island: string];

/** A park of the demonstration, with how large a share of the ventures it draws and where its spaces lie. */
export type PlannedPark = NewPark & { draw: number; places: Place[] };

/** Ten invented parks on the islands of the four counties. Only 黄杨尖村 is named in the public report. */
export const parks: PlannedPark[] = [
  park(1, '黄杨尖山海创业园', 'Huangyangjian Park', '330903', 38, '2023-01-06', {
    place: ['舟山本岛', 'Zhoushan Island', '黄杨尖村', 'Huangyangjian Village'],
    at: [452, 690],
    nearby: [
      ['石里村', '舟山本岛'],
      ['柴坞村', '舟山本岛'],
    ],
    operator: '舟山山海间乡创运营有限公司',
    about: [
      '盘活山脚下的闲置农房与老粮站，聚集手作、民宿、研学和乡村电商，村民在家门口就业。',
      'Idle farmhouses and an old granary below the hill: crafts, homestays, study tours and village e-commerce.',
    ],
  }),
  park(2, '朱家尖听潮创业园', 'Tingchao Park, Zhujiajian', '330903-01', 36, '2023-04-18', {
    place: ['朱家尖岛', 'Zhujiajian', '听潮村', 'Tingchao Village'],
    at: [592, 772],
    nearby: [
      ['沙里村', '朱家尖岛'],
      ['梵音社区', '普陀山岛'],
    ],
    operator: '舟山听潮文旅运营管理有限公司',
    about: [
      '依托沙滩与渔村，主打海岛民宿、露营和海上休闲，旺季带动周边村民错峰就业。',
      'Homestays, camping and sea leisure beside the beaches, with seasonal work for the villages around.',
    ],
  }),
  park(3, '六横悬礁湾创业园', 'Xuanjiao Bay Park, Liuheng', '330903-02', 28, '2023-07-20', {
    place: ['六横岛', 'Liuheng', '悬礁湾村', 'Xuanjiaowan Village'],
    at: [330, 900],
    nearby: [
      ['棕榈湾村', '六横岛'],
      ['渡口村', '佛渡岛'],
    ],
    operator: '六横同舟创业服务有限公司',
    about: [
      '利用腾空的修船棚和网具厂，承接船舶配套维修、水产加工与返乡青年的小型工坊。',
      'Vacated boat sheds and a net works: repair, seafood processing and workshops of returned islanders.',
    ],
  }),
  park(4, '定海竹山里创业园', 'Zhushanli Park, Dinghai', '330902', 40, '2023-01-16', {
    place: ['舟山本岛', 'Zhoushan Island', '竹山里', 'Zhushanli'],
    at: [226, 664],
    nearby: [
      ['半路弄社区', '舟山本岛'],
      ['小洋岙村', '舟山本岛'],
    ],
    operator: '定海里巷青年创业服务中心',
    about: [
      '散布在老城里巷的临街铺面与院落，以咖啡、设计、餐饮和非遗手作为主。',
      'Shopfronts and courtyards scattered through old lanes: coffee, design, food and traditional crafts.',
    ],
  }),
  park(5, '新城长屿湾创业园', 'Changyu Bay Park, Xincheng', '330902-01', 34, '2023-09-12', {
    place: ['舟山本岛', 'Zhoushan Island', '长屿湾社区', 'Changyuwan'],
    at: [350, 716],
    nearby: [['榆浦社区', '舟山本岛']],
    operator: '舟山蓝湾数创运营有限公司',
    about: [
      '社区闲置用房改成的小型办公点，面向高校毕业生的数字内容、软件和跨境电商团队。',
      'Small offices in spare community rooms, for graduates in digital content, software and cross-border trade.',
    ],
  }),
  park(6, '金塘李花创业园', 'Lihua Park, Jintang', '330902-02', 23, '2023-11-15', {
    place: ['金塘岛', 'Jintang', '李花村', 'Lihua Village'],
    at: [112, 668],
    nearby: [['柳行里村', '金塘岛']],
    operator: '金塘李花乡村发展有限公司',
    about: [
      '果园边的农房、仓棚与院落，做李子深加工、农事体验和社区团购。',
      'Farmhouses, sheds and yards among the orchards: plum products, farm visits and group buying.',
    ],
  }),
  park(7, '岱山渔歌创业园', 'Yuge Park, Daishan', '330921', 33, '2023-03-01', {
    place: ['岱山岛', 'Daishan', '渔歌村', 'Yuge Village'],
    at: [350, 462],
    nearby: [
      ['东沙里社区', '岱山岛'],
      ['箬跳湾村', '秀山岛'],
      ['船厂里村', '长涂岛'],
    ],
    operator: '岱山渔歌创业运营有限公司',
    about: [
      '老码头的摊位和水产车间，聚集海鲜电商、鱼糕鱼饼小作坊与渔家乐。',
      'Stalls and workshops on an old quay: online seafood, fish-cake makers and fishing-family inns.',
    ],
  }),
  park(8, '衢山归帆创业园', 'Guifan Park, Qushan', '330921', 24, '2024-03-05', {
    place: ['衢山岛', 'Qushan', '归帆村', 'Guifan Village'],
    at: [520, 355],
    nearby: [['沙埠村', '衢山岛']],
    operator: '衢山归帆乡创服务有限公司',
    about: [
      '为返乡渔民和船员家属开辟的手作间、冷链点与小吃铺。',
      'Craft rooms, cold-chain points and food stalls for returned fishermen and seafarers’ families.',
    ],
  }),
  park(9, '泗礁蓝沙创业园', 'Lansha Park, Sijiao', '330922', 31, '2023-06-08', {
    place: ['泗礁岛', 'Sijiao', '蓝沙村', 'Lansha Village'],
    at: [605, 190],
    nearby: [
      ['浅滩村', '泗礁岛'],
      ['石湾村', '黄龙岛'],
    ],
    operator: '嵊泗蓝沙海岛运营有限公司',
    about: [
      '渔村石屋改建的民宿、咖啡馆和海钓驿站，同步开展旅拍与研学。',
      'Stone houses turned into homestays, cafés and angling stops, with travel photography and study tours.',
    ],
  }),
  park(10, '枸杞海上牧场创业园', 'Sea Pasture Park, Gouqi', '330922', 26, '2024-05-20', {
    place: ['枸杞岛', 'Gouqi', '贻贝湾村', 'Yibeiwan Village'],
    at: [838, 205],
    nearby: [
      ['东崖里村', '嵊山岛'],
      ['灯塔湾村', '花鸟岛'],
    ],
    operator: '嵊泗海上牧场乡创有限公司',
    about: [
      '围绕贻贝养殖，从分拣加工、直播销售到海上观光，一村一链。',
      'Around the mussel farms: sorting, processing, live selling and boat trips, one chain in one village.',
    ],
  }),
];

type Description = {
  place: [islandZh: string, islandEn: string, villageZh: string, villageEn: string];
  /** Thousandths of the schematic's width and height. */
  at: [x: number, y: number];
  /** Other villages with spaces of the park, some on the islands beside it. */
  nearby: Place[];
  operator: string;
  about: [zh: string, en: string];
};

function park(
  sequence: number,
  nameZh: string,
  nameEn: string,
  regionCode: string,
  draw: number,
  openedOn: string,
  { place, at, nearby, operator, about }: Description,
): PlannedPark {
  const [islandZh, islandEn, villageZh, villageEn] = place;
  return {
    number: `P${String(sequence).padStart(2, '0')}`,
    nameZh,
    nameEn,
    regionCode,
    islandZh,
    islandEn,
    villageZh,
    villageEn,
    operatorName: operator,
    openedOn,
    // No local number begins with 9, so nobody is called by mistake.
    phone: `0580-90010${String(sequence).padStart(2, '0')}`,
    aboutZh: about[0],
    aboutEn: about[1],
    mapX: at[0],
    mapY: at[1],
    draw,
    // Every second space is in the park's own village.
    places: nearby.flatMap((other) => [[villageZh, islandZh] as const, other]),
  };
}

import type { Target } from '../files/choose-columns.js';
import { headKey } from '../files/heads.js';
import { makeSay, type Say } from '../language/say.js';

/** What a list of ventures may say, a row each; the name is the one thing that it must. */
export const columnKeys = [
  'number',
  'name',
  'form',
  'code',
  'industry',
  'founder',
  'phone',
  'category',
  'graduatedOn',
  'registeredOn',
  'settledOn',
  'space',
  'spaceName',
  'spaceKind',
  'spaceArea',
  'village',
  'island',
  'address',
  'owner',
  'marketRent',
  'rentSource',
  'rent',
  'area',
  'leaseFrom',
  'leaseTo',
  'headcount',
  'visitedOn',
  'visitKind',
  'visitedBy',
  'visitNote',
  'followUpOn',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** What offices call these, beside the names of the template: as headings are compared, without spaces and case. */
const synonyms: Record<ColumnKey, string> = {
  number: '编号 主体编号 创业主体编号 系统编号 ventureno. venturenumber number',
  name: '名称 企业名称 单位名称 公司名称 主体名称 项目名称 团队名称 企业（项目）名称 企业(团队)名称 企业（团队）名称 企业/团队名称 入驻企业 入驻企业名称 入驻主体 创业主体 创业主体名称 创业项目 企业 venture company companyname name business businessname project',
  form: '类型 性质 主体类型 企业类型 单位性质 企业性质 登记类型 市场主体类型 组织形式 legalform form type',
  code: '统一社会信用代码 统一信用代码 社会信用代码 信用代码 营业执照号 执照号 creditcode unifiedsocialcreditcode uscc',
  industry: '行业 行业类别 所属行业 行业门类 industry sector',
  founder:
    '负责人 创业者 创始人 法人 法定代表人 法人代表 经营者 联系人 负责人姓名 创业者姓名 姓名 founder owner contact contactperson person',
  phone:
    '电话 联系电话 手机 手机号 手机号码 联系方式 联系手机 负责人电话 phone mobile telephone tel phonenumber',
  category: '创业者类别 人员类别 创业者类型 人群类别 重点人群 category foundercategory',
  graduatedOn: '毕业时间 毕业日期 毕业年月日 graduatedon graduated graduationdate',
  registeredOn:
    '注册时间 注册日期 登记日期 成立时间 成立日期 registeredon registered registrationdate',
  settledOn:
    '入驻时间 入驻日期 入园时间 入园日期 入驻日 进驻时间 进驻日期 settledon settled movedin movedinon entrydate startdate',
  space:
    '场地 场地编号 房号 房间号 房间 铺位 工位 入驻场地 办公场地 space unit room premises spaceno. spacenumber',
  spaceName: '场地名称 空间名称 房源名称 spacename nameofspace premisesname',
  spaceKind:
    '类别/空间类型 类别 空间类型 空间类别 场地类型 场地类别 房屋类型 房屋类别 房源类型 spacekind spacetype kindofspace typeofspace premisestype',
  spaceArea: '场地总面积 场地总面积（㎡） 总面积 spacearea areaofspace totalarea',
  village: '所在村 村 村（社区） 村(社区) 村/社区 village',
  island: '所在岛 海岛 岛屿 island',
  address: '场地地址 场地位置 坐落 spaceaddress addressofspace premisesaddress',
  owner: '产权人 产权单位 产权方 房东 landlord propertyowner ownerofspace',
  marketRent:
    '市场租金 市场月租金 市场租金（元/月） 市场租金(元/月) 评估租金 评估月租金 marketrent marketrentpermonth',
  rentSource: '市场租金来源 评估来源 评估依据 sourceofmarketrent marketrentsource rentsource',
  rent: '月租金 租金 每月租金 月租金（元） 租金（元/月） 租金(元/月) 月租 rent monthlyrent rentpermonth',
  area: '面积 租用面积 使用面积 建筑面积 场地面积 面积（㎡） 面积（平方米） 面积(㎡) area floorspace',
  leaseFrom:
    '租期起 起租日期 起租日 租赁开始日期 合同开始日期 合同起始日期 leasefrom leasestart leasebegins',
  leaseTo:
    '租期止 租赁到期日 到期日 到期时间 租赁截止日期 合同到期日 合同结束日期 leaseto leaseend leaseends lastday',
  headcount:
    '用工人数 员工人数 带动就业 带动就业人数 就业人数 从业人数 人数 职工人数 headcount jobs employees staff people',
  visitedOn: '走访日期 走访时间 服务时间 最近走访 最近走访日期 visitedon visitdate dateofvisit',
  visitKind: '走访方式 服务类型 服务类别 走访形式 visitkind typeofvisit',
  visitedBy: '走访人 走访人员 服务人 走访干部 联系干部 visitedby visitor',
  visitNote: '走访内容 走访情况 走访记录 服务内容 服务情况 visitnotes notesofvisit',
  followUpOn: '下次走访 下次走访日期 回访时间 followup followupon followupby',
};

/** What finds a column in a list whose headings are others, for somebody to look over. */
const likely: Partial<Record<ColumnKey, RegExp>> = {
  name: /名称|企业|单位|公司|主体|项目|name|venture|company/i,
  form: /类型|性质|form|type/i,
  code: /代码|执照|code/i,
  industry: /行业|industry/i,
  founder: /负责|创业者|创始|法人|经营者|联系人|姓名|founder|owner|contact/i,
  phone: /电话|手机|phone|mobile|tel/i,
  settledOn: /入驻|入园|进驻|来园|settle|mov|start/i,
  space: /场地|房|铺|工位|space|unit|room/i,
  rent: /租金|rent/i,
  area: /面积|area/i,
  leaseFrom: /起租|租期起|开始|起始/,
  leaseTo: /到期|截止|租期止|结束/,
  headcount: /人数|就业|用工|head|employ|staff/i,
  visitedOn: /(走访|服务)(日期|时间)|visit.*(on|date)/i,
  visitKind: /(走访|服务)(方式|形式|类)/,
  visitedBy: /(走访|服务)人|visit.*by/i,
  visitNote: /(走访|服务)(内容|情况)/,
};

const voices = (['zh', 'en'] as const).map(makeSay);

/** What a park's own headings stand for, by the heading as it is compared. */
export type Remembered = ReadonlyMap<string, ColumnKey>;

/** The columns that are looked for, in either language, by their synonyms, and as the park said before. */
export const importTargets = (say: Say, remembered: Remembered = new Map()): Target<ColumnKey>[] =>
  columnKeys.map((key) => ({
    key,
    label: say(`imports.column.${key}`),
    names: [
      ...voices.map((voice) => voice(`imports.column.${key}`)),
      ...synonyms[key].split(' '),
      ...[...remembered].filter(([, column]) => column === key).map(([heading]) => heading),
    ].filter((name) => (remembered.get(headKey(name)) ?? key) === key),
    isNeeded: key === 'name',
    likely: likely[key] ?? /^$/,
  }));

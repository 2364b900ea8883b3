import { makeSay } from '../language/say.js';
import { type Industry, industries } from '../standards/register-codes.js';

const voices = (['zh', 'en'] as const).map(makeSay);

/** What the names of small businesses on these islands say of their industry (GB/T 4754-2017). The first that fits counts. */
const byName: [Industry, RegExp][] = [
  ['P', /培训|教育|研学|学堂/],
  ['Q', /养老|助老|康养|诊所|托育/],
  ['M', /设计|实验室|研究|声学|气象|检测|科创/],
  ['I', /软件|数据|科技|网络|信息|智能|数字/],
  ['F', /电商|直播|商行|小铺|超市|便利|贸易|商贸|夜市/],
  ['H', /民宿|客栈|咖啡|餐|厨房|茶社|营地|酒|豆腐坊|茶馆|小吃/],
  ['R', /文创|摄影|俱乐部|书屋|海钓|画室|文化|体育|影/],
  ['A', /渔业|农场|农业|养殖|种养|合作社|果园|蜜罐|蜂/],
  ['C', /食品|海产|水产|鱼糕|手作|编织|木作|陶艺|竹编|剪纸|帆布|织网|渔绳|修船|工坊/],
  ['G', /物流|航运|快递|运输/],
  ['L', /租赁|广告|咨询|策划|商务/],
  ['O', /工作室|服务|维修|修理|美容|洗/],
];

/** What stands for a venture of which neither the list nor the name says more: 居民服务、修理和其他服务业. */
const unknown: Industry = 'O';

/**
 * The industry that a row states, by its letter or name; where it states none, what its name speaks for, which is a guess.
 * @returns null for one that the standard does not have
 */
export function industryOf(
  text: string,
  name: string,
): { industry: Industry; isGuess: boolean } | null {
  if (text === '') {
    const likely = byName.find(([, words]) => words.test(name))?.[0];
    return { industry: likely ?? unknown, isGuess: true };
  }
  const letter = text.trim().charAt(0).toUpperCase();
  const industry = industries.find(
    (own) =>
      voices.some((say) => say(`ventures.industry.${own}`) === text) ||
      (own === letter && !/^[A-Za-z]{2}/.test(text)),
  );
  return industry ? { industry, isGuess: false } : null;
}

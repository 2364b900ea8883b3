import type { Wording } from '../../language/words.js';

/** A bank by its name, and how long the numbers of corporate accounts are that it gives; any length where none is named. */
export type Bank = { name: Wording; corporate: readonly number[] };

/** The banks that have branches in Zhoushan; another is named with its branch. */
export const banks = {
  icbc: { name: ['中国工商银行', 'Industrial and Commercial Bank of China'], corporate: [19] },
  abc: { name: ['中国农业银行', 'Agricultural Bank of China'], corporate: [15, 17, 19] },
  boc: { name: ['中国银行', 'Bank of China'], corporate: [12] },
  ccb: { name: ['中国建设银行', 'China Construction Bank'], corporate: [20] },
  bocom: { name: ['交通银行', 'Bank of Communications'], corporate: [18, 21] },
  psbc: { name: ['中国邮政储蓄银行', 'Postal Savings Bank of China'], corporate: [18] },
  cmb: { name: ['招商银行', 'China Merchants Bank'], corporate: [15] },
  citic: { name: ['中信银行', 'China CITIC Bank'], corporate: [] },
  spdb: { name: ['浦发银行', 'Shanghai Pudong Development Bank'], corporate: [] },
  cib: { name: ['兴业银行', 'Industrial Bank'], corporate: [] },
  cmbc: { name: ['中国民生银行', 'China Minsheng Bank'], corporate: [] },
  czb: { name: ['浙商银行', 'China Zheshang Bank'], corporate: [] },
  nbcb: { name: ['宁波银行', 'Bank of Ningbo'], corporate: [] },
  hzb: { name: ['杭州银行', 'Bank of Hangzhou'], corporate: [] },
  rural: { name: ['浙江农商银行系统', 'Zhejiang rural commercial banks'], corporate: [] },
  other: { name: ['其他银行', 'Another bank'], corporate: [] },
} as const satisfies Record<string, Bank>;
export type BankName = keyof typeof banks;
export const bankNames = Object.keys(banks) as [BankName, ...BankName[]];

export const payeeKinds = ['card', 'corporate'] as const;
export type PayeeKind = (typeof payeeKinds)[number];

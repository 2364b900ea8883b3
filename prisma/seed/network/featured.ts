import type { NewPerson } from '../../../src/people/enter-people.js';
import type { LegalForm } from '../../../src/standards/register-codes.js';
import type { Trade } from '../../../src/ventures/kinds.js';
import { inventPhone } from './people-names.js';

/** A venture whose name is written by hand. */
export type Featured = {
  /** Its place in the list of parks. */
  park: number;
  name: string;
  trade: Trade;
  legalForm: LegalForm;
  founder: NewPerson;
  about: string;
};

const person = (
  index: number,
  name: string,
  facts: Partial<Omit<NewPerson, 'name'>> = {},
): NewPerson => ({
  name,
  phone: inventPhone(90_000_000 + index),
  graduatedOn: null,
  categories: [],
  ...facts,
});

/** The people behind the accounts founder1 and founder2. */
export const accountFounders: [NewPerson, NewPerson] = [
  person(1, '虞晨帆', { graduatedOn: '2021-06-20' }),
  person(2, '邬晓岚', {
    categories: [{ category: 'returnee', beganOn: '2022-10-01', proof: '返乡创业证明' }],
  }),
];

/** They come when their park opens, and stay. Some names hold characters beyond the first 65,536. */
export const featured: Featured[] = [
  {
    park: 0,
    name: '舟山补网人渔绳结手作有限公司',
    trade: 'crafts',
    legalForm: 'firm',
    founder: accountFounders[0],
    about: '教黄杨尖一带的补网妇女编渔绳结，计件收活，产品进景区和网店。',
  },
  {
    park: 8,
    name: '嵊泗县半盏灯塔咖啡馆',
    trade: 'catering',
    legalForm: 'sole-trader',
    founder: accountFounders[1],
    about: '渔村石屋改成的海边咖啡馆，招用返乡青年并教授咖啡手艺。',
  },
  {
    park: 3,
    name: '定海区䶮屿陶艺社',
    trade: 'crafts',
    legalForm: 'sole-trader',
    founder: person(3, '王䶮', { graduatedOn: '2020-06-28' }),
    about: '用海泥和本地釉料制陶，开设亲子体验课。',
  },
  {
    park: 6,
    name: '岱山县𰻞𰻞面馆',
    trade: 'catering',
    legalForm: 'sole-trader',
    founder: person(4, '林𬱖', {
      categories: [{ category: 'veteran', beganOn: '2019-12-01', proof: '退出现役证' }],
    }),
    about: '退役返岛后开的面馆，宽面配海鲜浇头，帮厨都是本村人。',
  },
  {
    park: 1,
    name: '徐𫖮海岛摄影创业团队',
    trade: 'sea-leisure',
    legalForm: 'team',
    founder: person(5, '徐𫖮', {
      categories: [{ category: 'student', beganOn: '2022-09-01', proof: '学籍在线验证报告' }],
    }),
    about: '在校学生的旅拍小组，暑期驻岛，尚未领照。',
  },
];

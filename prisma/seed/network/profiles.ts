import { addDays, type Day } from '../../../src/calendar/days.js';
import type { FounderCategory } from '../../../src/people/categories.js';
import type { NewPerson } from '../../../src/people/enter-people.js';
import type { LegalForm } from '../../../src/standards/register-codes.js';
import type { Trade } from '../../../src/ventures/kinds.js';
import type { VentureProfile } from '../../../src/ventures/venture-profile.js';
import { inventCreditCode } from './credit-codes.js';
import type { Featured } from './featured.js';
import { parks } from './parks.js';
import { inventName, inventPhone } from './people-names.js';
import { Random } from './random.js';
import type { Stay } from './stays.js';
import { commonBrands, type TradePattern, tradePatterns, type Work } from './trades.js';

export type Profile = VentureProfile & { founders: NewPerson[]; pattern: TradePattern };

const counties: Record<string, string> = {
  '330902': '定海区',
  '330903': '普陀区',
  '330921': '岱山县',
  '330922': '嵊泗县',
};
const forms: [LegalForm, number][] = [
  ['firm', 42],
  ['sole-trader', 32],
  ['cooperative', 7],
  ['non-profit', 4],
  ['team', 15],
];
const proofs: [FounderCategory, number, string][] = [
  ['student', 6, '学籍在线验证报告'],
  ['unemployed', 12, '失业登记凭证'],
  ['hardship', 8, '就业困难人员认定表'],
  ['disabled', 4, '残疾人证'],
  ['veteran', 9, '退出现役证'],
  ['returnee', 30, '返乡创业证明'],
  ['other', 31, ''],
];

/** Gives ventures their names, codes and people. No brand comes twice while there are enough of them. */
export class Profiles {
  readonly #brands = new Set<string>();
  readonly #founders: NewPerson[] = [];

  /** The profile of the venture of that index; the same index, stay and order give the same one. */
  next(index: number, stay: Stay, featured?: Featured): Profile {
    const random = new Random(`profile ${index}`);
    const county = (parks[stay.park]?.regionCode ?? '').slice(0, 6);
    const legalForm = featured?.legalForm ?? random.weighted(forms);
    const pattern = patternOf(random, legalForm, featured);
    const work = random.pick(legalForm === 'non-profit' ? nonProfits : pattern.works);
    const place = counties[county] as string;
    const founders = featured ? [featured.founder] : this.#people(random, index, stay.loggedOn);
    const isTeam = legalForm === 'team';
    return {
      name: featured?.name ?? named(legalForm, pattern, work, this.#brand(random, pattern), place),
      legalForm,
      creditCode: isTeam ? null : inventCreditCode(legalForm, county, index),
      creditCodeNote: null,
      industry: industryOf(legalForm, pattern),
      trade: pattern.trade,
      registeredOn: isTeam ? null : addDays(stay.loggedOn, -random.whole(12, 420)),
      phone: founders[0]?.phone ?? null,
      about: featured?.about ?? work[3],
      isNamed: featured !== undefined || random.chance(0.38),
      founders,
      pattern,
    };
  }

  #brand(random: Random, { brands }: TradePattern): string {
    let brand = '';
    for (let tries = 0; tries < 60; tries += 1) {
      brand = random.pick(random.chance(0.4) ? brands : commonBrands);
      if (!this.#brands.has(brand)) break;
    }
    this.#brands.add(brand);
    return brand;
  }

  /** One founder mostly, two or three now and then; a few have founded before. */
  #people(random: Random, index: number, day: Day): NewPerson[] {
    if (this.#founders.length > 30 && random.chance(0.04)) return [random.pick(this.#founders)];
    const count = random.weighted([
      [1, 72],
      [2, 22],
      [3, 6],
    ]);
    const people = Array.from({ length: count }, (_, place) =>
      founder(random, index * 3 + place, day),
    );
    this.#founders.push(people[0] as NewPerson);
    return people;
  }
}

const tradesOf: Partial<Record<LegalForm, Trade[]>> = {
  cooperative: ['seafood', 'farming', 'crafts'],
  'non-profit': ['wellness', 'study-tours', 'rural-creative'],
};

function patternOf(random: Random, form: LegalForm, featured?: Featured): TradePattern {
  const trades = featured ? [featured.trade] : tradesOf[form];
  const fits = tradePatterns.filter(({ trade }) => trades === undefined || trades.includes(trade));
  return random.weighted(fits.map((pattern) => [pattern, pattern.share] as const));
}

/** A cooperative of fishers or farmers is in section A whatever it sells; a non-profit is social work, in Q. */
function industryOf(
  form: LegalForm,
  { industry, trade }: TradePattern,
): VentureProfile['industry'] {
  if (form === 'non-profit') return 'Q';
  return form === 'cooperative' && trade !== 'crafts' ? 'A' : industry;
}

const membersOf: Partial<Record<Trade, string>> = {
  seafood: '渔业',
  farming: '农业',
  crafts: '手工业',
};
const nonProfits: Work[] = [
  ['', '社会工作服务中心', '', '为留岛老人和儿童提供日常陪伴、助餐与活动，聘用本村社工。'],
  ['', '海岛青年服务中心', '', '为返乡青年做创业辅导、结对和法律咨询，运营共享工位。'],
  ['', '乡村公益服务中心', '', '组织净滩、助学与渔俗课堂，志愿者与受助家庭共同参与。'],
];

function named(
  form: LegalForm,
  { trade }: TradePattern,
  [field, shop, team]: Work,
  brand: string,
  place: string,
): string {
  switch (form) {
    case 'firm':
      return `舟山${brand}${field}有限公司`;
    case 'sole-trader':
    case 'non-profit':
      return `${place}${brand}${shop}`;
    case 'cooperative':
      return `${place}${brand}${membersOf[trade]}专业合作社`;
    case 'team':
      return `${brand}${team}`;
  }
}

function founder(random: Random, index: number, day: Day): NewPerson {
  const person = { name: inventName(random), phone: inventPhone(index) };
  if (random.chance(0.34)) {
    const graduatedOn = `${Number(day.slice(0, 4)) - random.whole(1, 6)}-06-${random.whole(18, 30)}`;
    return { ...person, graduatedOn, categories: [] };
  }
  const [category, proof] = random.weighted(
    proofs.map(([c, weight, p]) => [[c, p], weight] as const),
  );
  const beganOn = addDays(day, -random.whole(30, 500));
  return { ...person, graduatedOn: null, categories: [{ category, beganOn, proof }] };
}

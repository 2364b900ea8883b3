import { addDays, type Day } from '../../../src/calendar/days.js';
import type { FounderCategory } from '../../../src/people/categories.js';
import type { NewPerson } from '../../../src/people/enter-people.js';
import type { LegalForm } from '../../../src/ventures/kinds.js';
import type { VentureProfile } from '../../../src/ventures/log-venture.js';
import { inventCreditCode } from './credit-codes.js';
import type { Featured } from './featured.js';
import { parks } from './parks.js';
import { inventName, inventPhone } from './people-names.js';
import { Random } from './random.js';
import type { Stay } from './stays.js';
import { commonBrands, type TradePattern, tradePatterns } from './trades.js';

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

/** Gives ventures their names, codes and people. No name comes twice while there are enough of them. */
export class Profiles {
  readonly #names = new Set<string>();
  readonly #founders: NewPerson[] = [];

  /** The profile of the venture of that index; the same index, stay and order give the same one. */
  next(index: number, stay: Stay, featured?: Featured): Profile {
    const random = new Random(`profile ${index}`);
    const county = (parks[stay.park]?.regionCode ?? '').slice(0, 6);
    const legalForm = featured?.legalForm ?? random.weighted(forms);
    const pattern = patternOf(random, legalForm, featured);
    const name = featured?.name ?? this.#name(random, legalForm, pattern, county);
    const founders = featured ? [featured.founder] : this.#people(random, index, stay.loggedOn);
    const isTeam = legalForm === 'team';
    return {
      name,
      legalForm,
      creditCode: isTeam ? null : inventCreditCode(legalForm, county, index),
      creditCodeNote: null,
      industry: legalForm === 'non-profit' ? 'Q' : pattern.industry,
      trade: pattern.trade,
      registeredOn: isTeam ? null : addDays(stay.loggedOn, -random.whole(12, 420)),
      phone: founders[0]?.phone ?? null,
      about: featured?.about ?? random.pick(pattern.abouts),
      isNamed: featured !== undefined || random.chance(0.38),
      founders,
      pattern,
    };
  }

  #name(random: Random, form: LegalForm, pattern: TradePattern, county: string): string {
    let name = '';
    for (let tries = 0; tries < 40; tries += 1) {
      const brand = random.chance(0.45) ? random.pick(pattern.brands) : random.pick(commonBrands);
      name = named(random, form, pattern, brand, counties[county] as string);
      if (!this.#names.has(name)) break;
    }
    this.#names.add(name);
    return name;
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

function patternOf(random: Random, form: LegalForm, featured?: Featured): TradePattern {
  const fits = tradePatterns.filter((pattern) =>
    featured
      ? pattern.trade === featured.trade
      : form === 'cooperative'
        ? ['seafood', 'farming', 'crafts', 'e-commerce'].includes(pattern.trade)
        : form !== 'non-profit' ||
          ['wellness', 'study-tours', 'rural-creative'].includes(pattern.trade),
  );
  return random.weighted(fits.map((pattern) => [pattern, pattern.share] as const));
}

function named(
  random: Random,
  form: LegalForm,
  pattern: TradePattern,
  brand: string,
  county: string,
): string {
  switch (form) {
    case 'firm':
      return `舟山${brand}${random.pick(pattern.fields)}有限公司`;
    case 'sole-trader':
      return `${county}${brand}${random.pick(pattern.shops)}`;
    case 'cooperative':
      return `${county}${brand}${pattern.trade === 'farming' ? '农业' : pattern.trade === 'crafts' ? '手工业' : '渔业'}专业合作社`;
    case 'non-profit':
      return `${county}${brand}${random.pick(['社会工作服务中心', '海岛青年服务中心', '乡村公益服务中心'])}`;
    case 'team':
      return `${brand}${random.pick(pattern.shops)}${random.pick(['创业团队', '筹备组', '共创小组'])}`;
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

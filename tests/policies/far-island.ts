import type { PolicyRules } from '../../src/policies/rules.js';
import { otherCity } from './other-city.js';

const text = { zh: '条件', en: 'A condition' };

/** Rates and caps by the year and the day, the rent of the area counted as the bound, conditions on trade and place, and supplements. */
export const farIsland: PolicyRules = {
  ...otherCity,
  form: 'subsidy',
  conditions: [
    {
      id: 'industry',
      clause: '1',
      kind: 'industry',
      industries: ['J'],
      trades: ['repair'],
      isExcluded: true,
      text,
    },
    { id: 'place', clause: '2', kind: 'place', regions: ['330903'], islands: 'any', text },
    { id: 'jobs', clause: '3', kind: 'jobs', least: 2, insuredMonths: 3, text },
  ],
  proof: [{ id: 'boat', text, condition: 'outer', categories: [] }],
  months: 24,
  tiers: [
    {
      clause: '4',
      fromMonth: 1,
      toMonth: 12,
      only: [],
      amount: { kind: 'area', fen: 12_001, per: 'year' },
    },
    {
      clause: '5',
      fromMonth: 13,
      toMonth: 24,
      only: [],
      amount: { kind: 'fixed', fen: 30_001 },
    },
  ],
  supplements: [
    {
      basisPoints: 2_000,
      when: { id: 'outer', clause: '6', kind: 'place', regions: [], islands: 'outer', text },
    },
    {
      basisPoints: 500,
      when: { id: 'more-jobs', clause: '7', kind: 'jobs', least: 5, insuredMonths: 0, text },
    },
  ],
  caps: { ...otherCity.caps, fenByArea: 99, fenByAreaPer: 'day', rentOfArea: true },
};

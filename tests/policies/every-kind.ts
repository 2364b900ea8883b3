import type { Condition, PolicyRules } from '../../src/policies/rules.js';
import { otherCity } from './other-city.js';

/** Another city's rules, and beside them the one kind of condition that they do not have. */
export const everyKind: PolicyRules = {
  ...otherCity,
  conditions: [
    ...otherCity.conditions,
    {
      id: 'graduation',
      clause: '17',
      kind: 'graduation-age',
      least: null,
      most: 60,
      text: { zh: '毕业不满五年', en: 'Graduated less than five years ago' },
    },
  ],
};

export const conditionOf = <K extends Condition['kind']>(
  kind: K,
): Extract<Condition, { kind: K }> =>
  everyKind.conditions.find((one) => one.kind === kind) as Extract<Condition, { kind: K }>;

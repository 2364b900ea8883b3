import { expect, test } from 'vitest';
import { planNetwork } from '../../prisma/seed/network/plan.js';
import { shapeOf } from '../../prisma/seed/network/shape.js';
import { planCases } from '../../prisma/seed/waivers/plan-cases.js';
import { knownCalendar } from '../calendar/known-calendar.js';

const sizes = [100, 150, 267, 311, 440, 803, 1500];
const endings = ['surrender', 'revoke', 'reconsider', 'restore'];

test.each(sizes)('of %i ventures none gives back or loses a waiver after it has left', (size) => {
  const shape = shapeOf(size);
  const { ventures } = planNetwork(shape, knownCalendar);
  const cases = planCases(ventures, shape.waivers, knownCalendar);
  expect(cases.length).toBeGreaterThan(20);
  for (const { venture, steps } of cases) {
    const { moved, left } = venture.stay;
    const goes = moved?.on ?? left?.on ?? '9999-12-31';
    if (!steps.some(({ what }) => what === 'grant')) continue;
    const late = steps.filter(({ what, on }) => endings.includes(what) && on >= goes);
    expect(late).toEqual([]);
  }
});

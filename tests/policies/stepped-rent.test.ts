import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { isNothingDue } from '../../src/policies/nothing-due.js';
import { presentSchedule } from '../../src/policies/present-schedule.js';
import { remainingInAll } from '../../src/policies/remaining.js';
import { scheduleOf } from '../../src/policies/schedule.js';
import { rentFacts } from '../../src/policies/stated-rent.js';
import { anyFacts, someFacts } from './facts.js';
import { zh } from './voices.js';

describe('a waiver of a rent that changes within the lease', () => {
  const spells = [
    { from: '2025-01-01', fen: 0 },
    { from: '2025-02-11', fen: 280_000 },
    { from: '2025-03-16', fen: 310_000 },
  ];
  const facts = {
    ...someFacts,
    period: { from: '2025-01-01', to: '2025-05-01' },
    premises: { ...someFacts.premises, ...rentFacts(spells), leaseFrom: '2025-01-01' },
  };

  it('gives by the rent of each day, and costs as much', () => {
    const schedule = scheduleOf(rentFree, facts);
    expect(schedule.lines.map(({ due }) => due)).toEqual([0, 180_000, 295_484, 310_000]);
    const whole = schedule.lines.filter(({ fen }) => fen > 0);
    for (const { fen, due } of whole) expect(fen).toBeLessThanOrEqual(due);
    expect(remainingInAll(schedule).rent).toBe(785_484);
    const rows = presentSchedule(schedule, { facts, rules: rentFree }, zh);
    expect(rows.map(({ rent }) => rent)).toEqual(['0.00', '1,800.00', '2,954.84', '3,100.00']);
    expect(rows[2]?.reasons.join('\n')).toMatch(/2,800[\s\S]*3,100/);
  });

  it('has nothing to waive in months without rent, and is no ineligibility there', () => {
    const free = { ...facts, period: { from: '2025-01-01', to: '2025-02-01' } };
    const schedule = scheduleOf(rentFree, free);
    expect(schedule.total).toBe(0);
    expect(isNothingDue(rentFree, free, schedule)).toBe(true);
    expect(isNothingDue(rentFree, facts, scheduleOf(rentFree, facts))).toBe(false);
  });

  it('is the same where a step changes nothing', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(rentFree, rentSubsidy), (given, rules) => {
        const { rent, leaseFrom } = given.premises;
        const rents = [
          { from: leaseFrom, fen: rent },
          { from: given.period.to > leaseFrom ? given.period.from : leaseFrom, fen: rent },
        ];
        const stepped = { ...given, premises: { ...given.premises, rents } };
        expect(scheduleOf(rules, stepped)).toEqual(scheduleOf(rules, given));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { addDays, daysBetween } from '../../src/calendar/days.js';
import { assess } from '../../src/policies/assess.js';
import { applyChange } from '../../src/policies/changes.js';
import { checkCondition } from '../../src/policies/check-condition.js';
import { Facts } from '../../src/policies/facts.js';
import { isOfRent, PolicyRules } from '../../src/policies/rules.js';
import { scheduleOf } from '../../src/policies/schedule.js';
import { anyFacts, inForce } from './facts.js';
import { farIsland } from './far-island.js';
import { otherCity } from './other-city.js';
import { startUpSum } from './start-up-sum.js';

const policies = { rentFree, rentSubsidy, otherCity, jobsSubsidy, farIsland, startUpSum };
const unlimited = (rules: PolicyRules): PolicyRules => ({
  ...rules,
  caps: {
    ...rules.caps,
    fenByYear: null,
    fenByPerson: null,
    fenByVenture: null,
    monthsByPerson: null,
    monthsByVenture: null,
  },
});
const runs = { numRuns: 200 };

describe.each(Object.entries(policies))('%s', (_, rules) => {
  it('is well-formed', () => {
    expect(PolicyRules.parse(rules)).toEqual(rules);
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(Facts.safeParse(facts).success).toBe(true);
      }),
    );
  });

  it('gives no month more than its rent, and in all no more than any cap', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { lines, total } = scheduleOf(rules, facts);
        for (const { fen, due } of lines) {
          expect(fen).toBeGreaterThanOrEqual(0);
          if (!isOfRent(rules)) continue;
          expect(fen).toBeLessThanOrEqual(due + 1);
        }
        const { fenByPerson, fenByVenture, area } = rules.caps;
        const { person, venture } = facts.used;
        if (fenByPerson !== null)
          expect(total).toBeLessThanOrEqual(Math.max(0, fenByPerson - person.fen));
        if (fenByVenture !== null)
          expect(total).toBeLessThanOrEqual(Math.max(0, fenByVenture - venture.fen));
        for (const line of lines) expect(line.areaCounted).toBeLessThanOrEqual(area ?? Infinity);
      }),
      runs,
    );
  });

  it('has months that make the total exactly, and days that make the period', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { lines, total } = scheduleOf(rules, facts);
        expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(total);
        expect(lines.every(({ fen }) => Number.isSafeInteger(fen))).toBe(true);
        const parts = lines.flatMap((line) => line.parts);
        for (const [i, part] of parts.entries()) {
          expect(part.days).toBe(daysBetween(part.from, part.to));
          if (i > 0) expect(parts[i - 1]?.to).toBe(part.from);
        }
        for (const line of lines)
          expect(line.days).toBe(line.parts.reduce((sum, { days }) => sum + days, 0));
        expect(new Set(lines.map(({ month }) => month)).size).toBe(lines.length);
      }),
      runs,
    );
  });

  it('never gives less for more rent, nor for more area at the same rent a m²', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.integer({ min: 2, max: 5 }),
        fc.nat(99_999),
        (facts, times, more) => {
          const { total } = scheduleOf(rules, facts);
          const withRent = { ...facts.premises, rent: facts.premises.rent + more };
          expect(scheduleOf(rules, { ...facts, premises: withRent }).total).toBeGreaterThanOrEqual(
            total,
          );
          const { area, rent } = facts.premises;
          const larger = { ...facts.premises, area: area * times, rent: rent * times };
          expect(scheduleOf(rules, { ...facts, premises: larger }).total).toBeGreaterThanOrEqual(
            total,
          );
        },
      ),
      runs,
    );
  });

  it('gives for a period cut in two what it gives for the whole, to within a fen a month', () => {
    const free = unlimited(rules);
    fc.assert(
      fc.property(anyFacts, fc.double({ min: 0, max: 1, noNaN: true }), (facts, where) => {
        const { from, to } = facts.period;
        const cut = addDays(from, Math.round(daysBetween(from, to) * where));
        const begins = scheduleOf(free, facts).lines[0]?.parts[0]?.from;
        if (begins === undefined || cut <= begins || cut >= to) return;
        const startedOn = begins;
        const part = (period: Facts['period']) => scheduleOf(free, { ...facts, period, startedOn });
        const [first, second] = [part({ from, to: cut }), part({ from: cut, to })];
        const whole = part({ from, to });
        const months = first.lines.length + second.lines.length;
        expect(Math.abs(first.total + second.total - whole.total)).toBeLessThanOrEqual(months);
        expect(whole.total).toBe(scheduleOf(free, facts).total);
      }),
      runs,
    );
  });

  it('has the same outcome for the same facts, and leaves them as they were', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = structuredClone(facts);
        const first = assess(facts, inForce(rules));
        expect(facts).toEqual(before);
        expect(assess(structuredClone(facts), inForce(structuredClone(rules)))).toEqual(first);
      }),
    );
  });

  it('names changes that do alter the outcome', () => {
    let altered = 0;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { eligible, toAlter } = assess(facts, inForce(rules));
        if (toAlter === null) return;
        altered += 1;
        const after = toAlter.reduce(applyChange, facts);
        expect(assess(after, inForce(rules)).eligible).toBe(!eligible);
      }),
      { numRuns: 500 },
    );
    expect(altered).toBeGreaterThan(10);
  });

  it('never calls it an ineligibility that no rent is paid: with a rent there would be an amount', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const none = { ...facts, premises: { ...facts.premises, rent: 0 } };
        const paid = { ...facts, premises: { ...facts.premises, rent: 1_000_000 } };
        const [without, paying] = [none, paid].map((one) => assess(one, inForce(rules)));
        expect(without?.eligible).toBe(paying?.eligible);
        const isDue = rules.needsPremises && (paying?.schedule.total ?? 0) > 0;
        expect(without?.nothingDue).toBe(isDue);
        expect(paying?.nothingDue).toBe(false);
      }),
      runs,
    );
  });

  it('names for each condition what would make it hold, and the day on which it no longer does', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...rules.conditions), (facts, condition) => {
        const check = checkCondition(condition, facts);
        if (check.met) {
          if (check.lapsesOn === null) return;
          const last = { ...facts, on: addDays(check.lapsesOn, -1) };
          if (last.on >= facts.on) expect(checkCondition(condition, last).met).toBe(true);
          expect(checkCondition(condition, { ...facts, on: check.lapsesOn }).met).toBe(false);
        } else if (check.changes !== null) {
          const after = check.changes.reduce(applyChange, facts);
          expect(checkCondition(condition, after).met).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

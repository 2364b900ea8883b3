import { describe, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import type { Assessment, Finding } from '../../src/policies/assess.js';
import type { Facts } from '../../src/policies/facts.js';
import { isNothingDue, paysNothing } from '../../src/policies/nothing-due.js';
import { remainingInAll, remainingOf } from '../../src/policies/remaining.js';
import type { Condition, PremisesKind } from '../../src/policies/rules.js';
import { type Schedule, scheduleOf } from '../../src/policies/schedule.js';
import { someFacts } from './facts.js';

const inPremises = (kind: PremisesKind, rent: number): Facts => ({
  ...someFacts,
  premises: { ...someFacts.premises, kind, rent },
});
const empty: Schedule = { ...scheduleOf(rentFree, someFacts), lines: [], total: 0 };

describe('nothing is due', () => {
  it('where no rent is paid, and with one there would be an amount', () => {
    expect(isNothingDue(rentFree, inPremises('park-space', 0), empty)).toBe(true);
  });

  it('not where there is an amount all the same', () => {
    const given: Schedule = { ...empty, total: 1 };
    expect(isNothingDue(rentFree, inPremises('park-space', 0), given)).toBe(false);
  });

  it('not where a rent is paid, of which nothing is left to give', () => {
    expect(isNothingDue(rentFree, inPremises('park-space', 1), empty)).toBe(false);
  });

  it('not by a policy that looks at no premises', () => {
    expect(isNothingDue(jobsSubsidy, inPremises('park-space', 0), empty)).toBe(false);
  });

  it('not where months or sums are used up, as no rent would bring an amount', () => {
    const used = { months: 10_000, fen: 1_000_000_000 };
    const facts = {
      ...inPremises('park-space', 0),
      used: { person: used, venture: used, yearFen: 0 },
    };
    expect(isNothingDue(rentFree, facts, empty)).toBe(false);
  });
});

type Found = Pick<Finding, 'id' | 'condition' | 'met'>;
const condition = (kind: Condition['kind']) =>
  rentFree.conditions.find((one) => one.kind === kind) ?? ({ kind } as Condition);
const met: Found = { id: 'in-force', condition: null, met: true };
const notInForce: Found = { id: 'in-force', condition: null, met: false };
const noAmount: Found = { id: 'amount', condition: null, met: false };
const otherPremises: Found = { id: 'premises', condition: condition('premises'), met: false };
const otherCategory: Found = { id: 'category', condition: condition('category'), met: false };
/** A condition of the rules may have any id. */
const namedAmount: Found = { id: 'amount', condition: condition('category'), met: false };

describe('a founder has already what the policy is for', () => {
  const has = (kind: PremisesKind, rent: number, nothingDue: boolean, ...found: Found[]) =>
    paysNothing({ nothingDue, findings: found } as unknown as Assessment, inPremises(kind, rent));

  it.each<[string, boolean, boolean]>([
    ['rent is due', has('park-space', 100, true, met), false],
    ['rent is due, of what is called rent-free', has('rent-free', 100, false, met), false],
    ['the only fault is that no rent is due', has('park-space', 0, true, met, noAmount), true],
    ['premises are rent-free, and all else holds', has('rent-free', 0, false, met), true],
    ['no rent is stated, but an amount was found', has('park-space', 0, false, met), false],
    ['the rules ask for premises that cost rent', has('rent-free', 0, false, otherPremises), true],
    ['premises of another kind are not allowed', has('park-space', 0, true, otherPremises), false],
    ['a category is missing too', has('rent-free', 0, true, noAmount, otherCategory), false],
    ['the policy is not in force', has('rent-free', 0, true, noAmount, notInForce), false],
    ['there is no amount for another reason', has('rent-free', 0, false, noAmount), false],
    ['a condition has the id of the amount', has('rent-free', 0, true, namedAmount), false],
  ])('%s', (_, answer, expected) => {
    expect(answer).toBe(expected);
  });
});

describe('what remains', () => {
  const line = (due: number, fen: number) => ({ due, fen }) as Schedule['lines'][number];

  it('is what is due less what is given, of a month and of all', () => {
    expect(remainingOf(line(500, 200))).toEqual({ rent: 500, given: 200, remains: 300 });
    const lines = [line(500, 200), line(300, 300), line(0, 0)];
    expect(remainingInAll({ ...empty, lines })).toEqual({ rent: 800, given: 500, remains: 300 });
  });

  it('is never below nothing, where the last fen was rounded up', () => {
    expect(remainingOf(line(100, 101))).toEqual({ rent: 101, given: 101, remains: 0 });
  });
});

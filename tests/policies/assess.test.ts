import { describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { assess } from '../../src/policies/assess.js';
import type { Facts } from '../../src/policies/facts.js';
import { paysNothing } from '../../src/policies/nothing-due.js';
import { type PolicyInForce, PolicyRules } from '../../src/policies/rules.js';
import { outcomeOf } from '../../src/waivers/outcome.js';
import { inForce, someFacts } from './facts.js';
import { otherCity } from './other-city.js';

const free = inForce(rentFree);
const subsidy = inForce(rentSubsidy);
const withPremises = (premises: Partial<Facts['premises']>): Facts => ({
  ...someFacts,
  premises: { ...someFacts.premises, ...premises },
});
const finding = (facts: Facts, version: PolicyInForce, id: string) =>
  assess(facts, version).findings.find((one) => one.id === id);

describe('rent-free premises', () => {
  it('are free for a year and half for another, by the day at either end', () => {
    const { eligible, schedule } = assess(someFacts, free);
    const fen = Object.fromEntries(schedule.lines.map((line) => [line.month, line.fen]));
    expect(eligible).toBe(true);
    expect(schedule.lines).toHaveLength(25);
    expect(schedule.total).toBe(12 * 80_000 + 12 * 40_000);
    // 17 of 31 days: 43,870.97; 14 days whole and 17 half: 58,064.52; the last closes the sum.
    expect([fen['2025-01'], fen['2025-02'], fen['2025-12']]).toEqual([43_871, 80_000, 80_000]);
    expect([fen['2026-01'], fen['2026-02'], fen['2027-01']]).toEqual([58_065, 40_000, 18_064]);
  });

  it('tell why each amount is what it is', () => {
    const { schedule } = assess(withPremises({ area: 12_000 }), free);
    const turn = schedule.lines.find(({ month }) => month === '2026-01');
    expect(turn).toMatchObject({ due: 80_000, areaCounted: 10_000, days: 31, daysInMonth: 31 });
    expect(turn?.parts).toMatchObject([
      { days: 14, benefitMonth: 12, rate: { basisPoints: 10_000 }, clause: '3.1', caps: ['area'] },
      { days: 17, benefitMonth: 13, rate: { basisPoints: 5_000 }, clause: '3.1', caps: ['area'] },
    ]);
    // 100 of 120 m²: 800 yuan × 100 / 120.
    expect(schedule.lines[1]?.fen).toBe(66_667);
    expect(schedule.total).toBe(12 * 66_667 - 4 + 12 * 33_333 + 4);
  });

  it('are free in both years for a key group', () => {
    const graduate = { ...someFacts, graduatedOn: '2021-06-30' };
    expect(assess(graduate, free).schedule.total).toBe(24 * 80_000);
    const longAgo = { ...someFacts, graduatedOn: '2019-06-30' };
    expect(assess(longAgo, free).schedule.total).toBe(12 * 80_000 + 12 * 40_000);
  });

  it('go on where the months before them left off', () => {
    const period = { from: '2026-01-15', to: '2027-01-15' };
    const second = { ...someFacts, period, startedOn: '2025-01-15' };
    expect(assess(second, free).schedule.total).toBe(12 * 40_000);
  });

  it('end with the lease, and with the months that a person has left', () => {
    const short = withPremises({ leaseTo: '2025-03-01' });
    expect(assess(short, free).schedule.lines.map(({ month }) => month)).toEqual([
      '2025-01',
      '2025-02',
    ]);
    const used = { ...someFacts.used, person: { months: 23, fen: 0 } };
    const last = assess({ ...someFacts, used }, free).schedule;
    expect(last.lines.at(-1)?.parts.at(-1)?.to).toBe('2025-02-15');
    // 17 of 31 days of January and 14 of 28 of February.
    expect(last.total).toBe(43_871 + 40_000);
  });

  it('are refused when nothing is left, and no change helps', () => {
    const used = { ...someFacts.used, venture: { months: 24, fen: 0 } };
    const assessment = assess({ ...someFacts, used }, free);
    expect(assessment).toMatchObject({ eligible: false, schedule: { total: 0 }, toAlter: null });
    expect(finding({ ...someFacts, used }, free, 'amount')?.met).toBe(false);
  });
});

describe('a rent of nothing', () => {
  const none = withPremises({ rent: 0 });

  it('leaves nothing to waive, which is no ineligibility', () => {
    const assessment = assess(none, free);
    expect(assessment).toMatchObject({ eligible: true, nothingDue: true, schedule: { total: 0 } });
    expect(assess(someFacts, free)).toMatchObject({ eligible: true, nothingDue: false });
    // What a decision keeps is as before: nothing could be granted, for want of an amount.
    expect(outcomeOf('refuse', assessment)).toMatchObject({ eligible: false, failed: ['amount'] });
    expect(paysNothing(assessment, none)).toBe(true);
  });

  it('says to somebody who is not settled what to do, and that it is enough', () => {
    const target = { ...none, settledOn: null };
    const { eligible, toAlter } = assess(target, free);
    expect([eligible, toAlter]).toEqual([false, [{ kind: 'settle' }]]);
  });

  it('does not hide that the months or the sums are used up', () => {
    const used = { ...someFacts.used, person: { months: 24, fen: 0 } };
    const over = { ...none, used };
    const assessment = assess(over, free);
    expect(assessment).toMatchObject({ eligible: false, nothingDue: false, toAlter: null });
    expect(paysNothing(assessment, over)).toBe(false);
  });

  it('is not subsidised where the premises are free of rent already: that condition is not met', () => {
    const student = { categories: [{ category: 'student' as const, since: null }] };
    const already = { ...withPremises({ kind: 'rent-free', rent: 0 }), ...student };
    const assessment = assess(already, subsidy);
    expect(assessment).toMatchObject({ eligible: false, nothingDue: true });
    expect(assessment.findings.filter(({ met }) => !met)).toMatchObject([
      { id: 'premises', clause: '1.3' },
    ]);
    expect(paysNothing(assessment, already)).toBe(true);
    // Who is in no key group lacks more than a rent.
    const plain = { ...already, categories: [] };
    expect(paysNothing(assess(plain, subsidy), plain)).toBe(false);
  });
});

describe('the rent subsidy', () => {
  const student: Facts = { ...someFacts, categories: [{ category: 'student', since: null }] };

  it('is paid by the area, and never more than the rent', () => {
    const { schedule } = assess(student, subsidy);
    expect(schedule.lines[1]).toMatchObject({ fen: 64_000, parts: [{ caps: [] }] });
    expect(schedule.lines[13]).toMatchObject({ fen: 32_000, parts: [{ clause: '2.2' }] });
    const large = { ...student, premises: { ...student.premises, area: 60_000 } };
    expect(assess(large, subsidy).schedule.lines[1]).toMatchObject({
      fen: 80_000,
      areaCounted: 50_000,
      parts: [{ caps: ['area', 'rent'] }],
    });
  });

  it('asks for a proof of category where there is none, and names the clause', () => {
    const { eligible, toAlter, findings } = assess(someFacts, subsidy);
    expect(eligible).toBe(false);
    expect(findings.filter(({ met }) => !met)).toMatchObject([{ id: 'category', clause: '1.1' }]);
    expect(toAlter).toMatchObject([{ kind: 'category' }]);
    expect(toAlter?.[0]).toHaveProperty('anyOf.length', 6);
  });

  it('asks only for the proof that the founder needs', () => {
    const ids = (facts: Facts) => assess(facts, subsidy).proof.map(({ id }) => id);
    expect(ids(student)).toEqual(['form', 'identity', 'lease', 'agreement', 'student']);
    expect(ids({ ...someFacts, graduatedOn: '2022-06-30' })).toContain('graduate');
  });

  it('says from which day a graduate no longer is one', () => {
    const graduate = { ...someFacts, graduatedOn: '2020-06-30' };
    const { eligible, toAlter } = assess(graduate, subsidy);
    expect(eligible).toBe(true);
    expect(toAlter).toEqual([{ kind: 'wait', until: '2025-06-30' }]);
    expect(assess({ ...graduate, on: '2025-06-30' }, subsidy).eligible).toBe(false);
  });

  it('is not paid twice: the months begin when another benefit has ended, or it is given up', () => {
    const other = { name: 'rent-free', beganOn: '2024-02-01', endedOn: '2025-02-01' };
    expect(assess({ ...student, otherBenefits: [other] }, subsidy).toAlter).toEqual([
      { kind: 'begin-later', from: '2025-02-01' },
    ]);
    const endless = { ...student, otherBenefits: [{ ...other, endedOn: null }] };
    expect(assess(endless, subsidy).toAlter).toEqual([
      { kind: 'end-benefit', names: ['rent-free'] },
    ]);
  });

  it('is not for premises that are already free of rent', () => {
    const { toAlter } = assess(
      { ...student, premises: { ...student.premises, kind: 'rent-free' } },
      subsidy,
    );
    expect(toAlter).toEqual([{ kind: 'premises', anyOf: ['park-space', 'market-premises'] }]);
  });
});

describe('another city’s rules', () => {
  const other = inForce(otherCity);
  const returnee: Facts = {
    ...someFacts,
    categories: [{ category: 'returnee', since: null }],
    declared: ['first-venture'],
  };

  it('need no other code: days, shares, fixed sums, caps by month and year', () => {
    const { eligible, schedule } = assess(returnee, other);
    expect(eligible).toBe(true);
    // 0.53 yuan a m² and day for 80 m²: 31 days are above the rent.
    expect(schedule.lines[1]).toMatchObject({ fen: 80_000, parts: [{ caps: ['rent'] }] });
    expect(schedule.lines[7]?.fen).toBe(Math.round(80_000 * 0.3333));
    expect(schedule.lines[13]).toMatchObject({ fen: 63_920, parts: [{ clause: '13' }] });
  });

  it('say how long to wait after registration', () => {
    const young = { ...returnee, registeredOn: '2024-12-20', tradingSince: null };
    expect(assess(young, other).toAlter).toEqual([
      { kind: 'trade' },
      { kind: 'wait', until: '2025-03-20' },
    ]);
  });

  it('cannot be met where a bound is passed or the policy has ended', () => {
    const old = { ...returnee, registeredOn: '2021-01-10' };
    expect(assess(old, other)).toMatchObject({ eligible: false, toAlter: null });
    expect(assess(returnee, { ...other, endedOn: '2025-01-10' }).toAlter).toBeNull();
    expect(assess(returnee, { ...other, beganOn: '2025-02-01' }).toAlter).toEqual([
      { kind: 'wait', until: '2025-02-01' },
    ]);
  });
});

describe('rules that make no sense', () => {
  const first = otherCity.tiers[0] as PolicyRules['tiers'][number];
  it.each<[string, Partial<PolicyRules>, string]>([
    ['a month without an amount', { tiers: [first] }, 'policies.fault.months'],
    ['a tier beyond the benefit', { months: 12 }, 'policies.fault.tier'],
    ['proof for no condition', { conditions: [] }, 'policies.fault.no-condition'],
    ['a code twice', { proof: [...otherCity.proof, ...otherCity.proof] }, 'policies.fault.twice'],
  ])('are refused: %s', (_, change, message) => {
    const read = PolicyRules.safeParse({ ...otherCity, ...change });
    expect(read.error?.issues.map((issue) => issue.message)).toContain(message);
  });
});

it('the facts name no park, no person and no venture', () => {
  expect(JSON.stringify(Object.keys(someFacts))).not.toMatch(/park|venture|person|name/i);
});

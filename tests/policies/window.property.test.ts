import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { monthStarts, monthsLater } from '../../src/calendar/months-later.js';
import { assess } from '../../src/policies/assess.js';
import { applyChange } from '../../src/policies/changes.js';
import { checkCondition } from '../../src/policies/check-condition.js';
import type { Facts } from '../../src/policies/facts.js';
import { DraftForm } from '../../src/policies/forms.js';
import { lossesAhead } from '../../src/policies/losses-ahead.js';
import { askingForAll, mostMonths } from '../../src/policies/months-that-fit.js';
import { changeText } from '../../src/policies/present-change.js';
import { checkText } from '../../src/policies/present-condition.js';
import { lookedText } from '../../src/policies/present-looked.js';
import { lossAheadText } from '../../src/policies/present-loss.js';
import { type Condition, PolicyRules } from '../../src/policies/rules.js';
import { typedRules } from '../../src/policies/typed-rules.js';
import { anyFacts, inForce, someFacts } from './facts.js';
import { inBoth } from './voices.js';

type Window = Extract<Condition, { kind: 'window' }>;
const windowOf = (months: number, years: number): Window => ({
  id: 'window',
  clause: '9',
  kind: 'window',
  months,
  years,
  text: { zh: '三年内享受不超过一年', en: 'A year of it within any three' },
});
const rules = PolicyRules.parse({
  ...rentFree,
  conditions: [windowOf(12, 3)],
  proof: [],
  caps: { ...rentFree.caps, monthsByPerson: null, monthsByVenture: null },
});
const anyWindow = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }))
  .map(([months, years]) => windowOf(months, years));

/** Day by day: every stretch of years that ends with a month, and holds one that is asked for. */
function holdsSlowly({ months, years }: Window, { earlier, period }: Facts): boolean {
  const asked = monthStarts(period);
  const all = [...earlier.flatMap(monthStarts), ...asked];
  return all.every((last) => {
    const isIn = (day: string) => monthsLater(last, -12 * years) < day && day <= last;
    return !asked.some(isIn) || all.filter(isIn).length <= months;
  });
}

describe('so many months within any years in a row', () => {
  it('hold as they do when each stretch is counted by itself, and what would help does help', () => {
    fc.assert(
      fc.property(anyWindow, anyFacts, (window, facts) => {
        const check = checkCondition(window, facts);
        expect(check.met).toBe(holdsSlowly(window, facts));
        if (check.met || check.changes === null) return;
        const changed = check.changes.reduce(applyChange, facts);
        const rest = checkCondition(window, changed);
        // Shifted by days the months may be one more, which are then fewer.
        const end = rest.met ? changed : (rest.changes ?? []).reduce(applyChange, changed);
        expect(holdsSlowly(window, end)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('leave fewer months where some are left, and later ones where none are', () => {
    const asking = (earlier: Facts['earlier'], from = '2025-02-01'): Facts => ({
      ...someFacts,
      period: { from, to: monthsLater(from, 12) },
      earlier,
    });
    const alter = (facts: Facts) => assess(facts, inForce(rules)).toAlter;
    const half = [{ from: '2023-08-01', to: '2024-02-01' }];
    expect(alter(asking(half))).toEqual([{ kind: 'fewer-months', months: 6 }]);
    const whole = [{ from: '2023-02-01', to: '2024-02-01' }];
    const changes = alter(asking(whole)) ?? [];
    expect(changes[0]).toEqual({ kind: 'begin-after', from: '2026-02-01' });
    const after = changes.reduce(applyChange, asking(whole));
    expect(assess(after, inForce(rules)).eligible).toBe(true);
    expect(
      assess(asking([{ from: '2020-01-01', to: '2021-01-01' }]), inForce(rules)).eligible,
    ).toBe(true);
  });

  it('bind for how many months one asks where nobody has said: as many as hold, and not one more', () => {
    fc.assert(
      fc.property(anyWindow, anyWindow, anyFacts, (one, other, facts) => {
        const bound = PolicyRules.parse({ ...rules, conditions: [one, { ...other, id: 'other' }] });
        const { from } = facts.period;
        const holds = (months: number) => {
          const asking = { ...facts, period: { from, to: monthsLater(from, months) } };
          return holdsSlowly(one, asking) && holdsSlowly(other, asking);
        };
        const most = mostMonths(bound, facts);
        if (most === bound.months) expect(holds(most) || !holds(1)).toBe(true);
        else expect([holds(most), holds(most + 1)]).toEqual([true, false]);
        expect(askingForAll(bound, facts).period).toEqual({ from, to: monthsLater(from, most) });
      }),
      { numRuns: 200 },
    );
  });

  it('end what is given for as long as they allow, and say that they do', () => {
    const { period } = askingForAll(rules, { ...someFacts, earlier: [] });
    const facts = { ...someFacts, earlier: [], period };
    const { eligible, schedule } = assess(facts, inForce(rules));
    expect(eligible).toBe(true);
    const ends = { kind: 'ends', on: monthsLater(period.from, 12), why: 'years' } as const;
    expect(lossesAhead(rules, facts, schedule)).toContainEqual(ends);
    expect(inBoth((voice) => lossAheadText(ends, voice))).toEqual([
      expect.stringContaining('连续几年内最多享受的月数用完'),
      expect.stringContaining('within years in a row'),
    ]);
    const fewer = { ...facts, period: { from: period.from, to: monthsLater(period.from, 11) } };
    const asked = assess(fewer, inForce(rules)).schedule;
    expect(lossesAhead(rules, fewer, asked).at(-1)).toMatchObject({ why: 'asked' });
  });

  it('are said in both languages, with the fact and what would alter it', () => {
    const window = windowOf(12, 3);
    const facts = { ...someFacts, earlier: [{ from: '2023-08-01', to: '2024-02-01' }] };
    expect(inBoth((voice) => checkText(window, voice))[0]).toContain(
      '任意连续 3 年内享受不超过 1 年',
    );
    const [zh, en] = inBoth((voice) => lookedText(window, facts, voice));
    expect(zh).toContain('已享受 6 个月，这次申请 24 个月');
    expect(en).toContain('6 months had in the last 3 years, 24 months asked for');
    const context = { findings: [], facts, rules };
    const fewer = { kind: 'fewer-months', months: 6 } as const;
    expect(inBoth((voice) => changeText(fewer, context, voice))).toEqual([
      '最多申请 6 个月',
      'Ask for 6 months at most',
    ]);
  });

  it('come back from the editor as they were written', () => {
    const typed = typedRules(rules, 1);
    expect(typed['conditions.0.windowMonths']).toBe('12');
    expect(DraftForm.parse(typed)).toMatchObject({ rules: { conditions: rules.conditions } });
  });
});

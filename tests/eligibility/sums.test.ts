import { describe, expect, it } from 'vitest';
import { type Outcome, presentOutcome } from '../../src/eligibility/present-outcome.js';
import { assess } from '../../src/policies/assess.js';
import { noPremises } from '../../src/policies/facts.js';
import type { IssuedVersion } from '../../src/policies/versions.js';
import { inForce, someFacts } from '../policies/facts.js';
import { startUpSum } from '../policies/start-up-sum.js';
import { en, zh } from '../policies/voices.js';

const asked = {
  ...someFacts,
  period: { from: '2025-02-01', to: '2027-02-01' },
  settledOn: null,
  jobs: 5,
  insuredJobs: Array(12).fill(5),
  premises: noPremises,
};
const graduate = { ...asked, graduatedOn: '2023-06-30' };
const veteran = { ...asked, categories: [{ category: 'veteran' as const, since: '2020-01-01' }] };

function saidOf(facts: typeof asked, voice: typeof zh) {
  const issued = inForce(startUpSum);
  const version = { ...issued, id: 1, code: 'start-up', number: 1 } as unknown as IssuedVersion;
  const assessment = assess(facts, issued);
  const outcome: Outcome = { version, facts, assessment, isPriced: true };
  const { summary, amounts, loss } = presentOutcome(outcome, { voice, others: [] });
  return { summary, sums: amounts?.first, loss };
}

describe('the result of a policy that gives sums', () => {
  it('names the one month of what is given once, and no end of months that give nothing more', () => {
    expect(saidOf(veteran, zh)).toEqual({
      summary: '2025年2月，5,000.00 元',
      sums: '',
      loss: null,
    });
    expect(saidOf(veteran, en).summary).toBe('February 2025: 5,000.00 yuan');
  });

  it('names each sum of what is given by the year', () => {
    expect(saidOf(graduate, zh)).toMatchObject({
      summary: '2025年2月至2027年1月，合计 4,000.00 元',
      sums: '2025年2月 2,000.00 元，2026年2月 2,000.00 元',
    });
    expect(saidOf(graduate, en).sums).toBe(
      'February 2025: 2,000.00 yuan; February 2026: 2,000.00 yuan',
    );
  });
});

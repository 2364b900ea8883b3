import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { Answers } from '../../src/waivers/answers.js';
import { lastDecision } from '../../src/waivers/outcome.js';
import { step } from '../step.js';
import { type Cast, caseAt, fillIn, startWaivers } from './cast.js';
import { morning, see } from './desk.js';

let cast: Cast;
beforeAll(async () => {
  cast = await startWaivers();
});
afterAll(() => cast.close());

/** For everyone, and for jobs insured for two months. */
const forAll: PolicyRules = {
  ...jobsSubsidy,
  conditions: [],
  tiers: jobsSubsidy.tiers.map((tier) =>
    tier.amount.kind === 'jobs' ? { ...tier, amount: { ...tier.amount, insuredMonths: 2 } } : tier,
  ),
};

it('a subsidy by jobs goes from the returns to the letter, without premises', async () => {
  const policyCode = 'jobs-for-all';
  await step('written by one, put in force by another', async () => {
    const id = await cast.act(
      'bureau',
      (tx, by) => draftVersion(tx, by, { code: policyCode, rules: forAll }),
      '2025-01-06',
    );
    await cast.act(
      'bureau2',
      (tx, by) => putInForce(tx, by, { id, revision: 1, beganOn: '2025-01-07' }),
      '2025-01-06',
    );
  });

  const draft = await fillIn(cast, { policyCode });
  await step(
    'a case asks for no premises, and for what the register knows it does not ask',
    async () => {
      const { answers } = await cast.db.waiverApplication.findUniqueOrThrow({
        where: { number: draft },
      });
      expect(Answers.parse(answers).premises).toBeNull();
      cast.clock.set(morning('2025-02-14'));
      const page = await see(cast, 'founder2', `/waivers/${draft}`);
      expect(page).not.toContain('/questions/premises');
      expect(page).toContain('/questions/months');
      await cast.db.waiverApplication.update({
        where: { number: draft },
        data: { state: 'withdrawn' },
      });
    },
  );

  await step(
    'jobs that a record of social insurance proves, two months in a row, count',
    async () => {
      const { id: proofFileId } = await cast.db.proofFile.findFirstOrThrow();
      for (const [month, headcount, people] of [
        ['2024-12', 4, 4],
        ['2025-01', 5, 6],
      ] as const) {
        const of = { ventureId: cast.ventureIds[1], month };
        const at = new Date(`2025-02-03T02:00:00Z`);
        const data = { headcount, evidence: 'social-insurance', filedAt: at };
        await cast.db.jobsReturn.upsert({
          where: { ventureId_month: of },
          create: { ...of, ...data },
          update: data,
        });
        const kind = 'social-insurance';
        await cast.db.returnProof.create({
          data: { ...of, kind, people, proofFileId, attachedAt: at },
        });
      }
      const number = await caseAt(cast, 'granted', { policyCode, from: '2025-03-01' });
      const { steps } = await cast.db.waiverApplication.findUniqueOrThrow({
        where: { number },
        include: { steps: { orderBy: { id: 'asc' } } },
      });
      const { facts, outcome } = lastDecision(steps) ?? {};
      expect(facts).toMatchObject({ jobs: 5, insuredJobs: [5, 4], premises: { kind: 'none' } });
      // Three for 2,000 yuan, a fourth for 1,000.
      expect(outcome).toMatchObject({ eligible: true, total: 300_000, failed: [] });
      expect(outcome?.months[0]).toEqual({ month: '2025-03', fen: 300_000 });
      const letter = await cast.db.letter.findFirstOrThrow({ where: { kind: 'grant' } });
      expect(letter.bodyZh).toContain('补贴决定书');
      expect(letter.bodyZh).toContain('参保满 2 个月的带动就业 4 人');
      expect(letter.bodyZh).not.toMatch(/免租|减免|还需支付/);
      expect(letter.bodyEn).not.toMatch(/waive/);
    },
  );

  await step('its pages speak of a subsidy, to the founder and at the desk', async () => {
    const { number } = await cast.db.waiverApplication.findFirstOrThrow({
      where: { state: 'granted' },
    });
    cast.clock.set(morning('2025-03-03'));
    const main = async (username: string) => {
      const text = await see(cast, username, `/waivers/${number}`);
      return text.slice(text.indexOf('<main'), text.indexOf('</main'));
    };
    for (const username of ['founder2', 'bureau']) {
      const page = await main(username);
      expect(page).toContain('补贴编号');
      expect(page.replaceAll('减免或补贴', '')).not.toMatch(/免租|减免/);
    }
  });
});

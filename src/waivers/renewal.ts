import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { versionsInForce } from '../policies/versions.js';
import { benefitMonths, earlierWaivers } from './earlier-waivers.js';
import { openStates } from './states.js';

type RunningWaiver = {
  policyId: number;
  ventureId: number;
  personId: number;
  termEndOn: Day;
};

export type Renewal =
  | { can: true; from: Day; months: number }
  | { can: false; why: 'used-up' | 'no-policy' }
  | { can: false; why: 'open'; number: string };

/**
 * Whether a waiver can be gone on with when its term is over, by the version of its policy that is in force on a day:
 * so many months are left as the policy has, and as its caps by person and by venture leave.
 */
export async function renewalOf(reads: Reads, waiver: RunningWaiver, on: Day): Promise<Renewal> {
  const { policyId, ventureId, personId, termEndOn } = waiver;
  const version = (await versionsInForce(reads, on)).find((item) => item.policyId === policyId);
  if (!version) return { can: false, why: 'no-policy' };
  const open = await reads.waiverApplication.findFirst({
    where: { ventureId, policyId, state: { in: openStates } },
    select: { number: true },
  });
  if (open) return { can: false, why: 'open', number: open.number };
  const from = termEndOn > on ? termEndOn : on;
  const asking = { policyId, ventureId, personId };
  const { startedOn, used } = await earlierWaivers(reads, asking, { from, to: from });
  const { months, caps } = version.rules;
  const left = [
    months - (startedOn === null ? 0 : benefitMonths(startedOn, from)),
    (caps.monthsByPerson ?? Number.POSITIVE_INFINITY) - used.person.months,
    (caps.monthsByVenture ?? Number.POSITIVE_INFINITY) - used.venture.months,
  ];
  const most = Math.min(...left);
  return most > 0 ? { can: true, from, months: most } : { can: false, why: 'used-up' };
}

/** The same in words, with the way to it. */
export function presentRenewal(renewal: Renewal, number: string, { say, lang }: Voice) {
  if (renewal.can) {
    const values = { n: renewal.months, from: day(renewal.from, lang) };
    return { text: say('waivers.renew.can', values), href: `/waivers/new?renew=${number}` };
  }
  if (renewal.why === 'open')
    return { text: say('waivers.renew.open', { number: renewal.number }), href: null };
  return { text: say(`waivers.renew.${renewal.why}`), href: null };
}

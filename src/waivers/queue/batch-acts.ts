import { z } from 'zod';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { Conflict, type Fault, Refusal, refuseIf } from '../../language/refusal.js';
import type { WordValue } from '../../language/say.js';
import type { Role, Viewer } from '../../people/viewer.js';
import { HttpProblem } from '../../web/errors.js';
import { acceptApplication } from '../accept-application.js';
import { assessCase } from '../assess-case.js';
import { approveApplication } from '../determine-application.js';
import { grantWaiver } from '../grant-waiver.js';
import { openCase, type SeenCase } from '../open-case.js';
import { reviewApplication } from '../review-application.js';

export const batchActNames = ['accept', 'pass', 'approve', 'grant'] as const;
export type BatchAct = (typeof batchActNames)[number];

const actsOf: Partial<Record<Role, BatchAct[]>> = {
  'park-manager': ['accept', 'pass'],
  'county-reviewer': ['pass'],
  'bureau-staff': ['approve', 'grant'],
};

/** What a viewer can do with several cases at once. */
export const batchActs = ({ role }: Pick<Viewer, 'role'>): BatchAct[] => actsOf[role] ?? [];

/**
 * Does one case of several, as its own page would.
 * @throws Refusal for one that differs from its assessment: that is decided by itself; else what the verb throws
 */
export async function doInBatch(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  act: BatchAct,
): Promise<unknown> {
  if (act === 'accept') return acceptApplication(tx, by, seen);
  if (act === 'grant') return grantWaiver(tx, by, seen);
  const { assessment } = await assessCase(tx, await openCase(tx, seen));
  refuseIf([
    !assessment.eligible && { field: '', key: 'waivers.batch.differs' },
    assessment.schedule.total === 0 && { field: '', key: 'waivers.fault.nothing-to-grant' },
  ]);
  if (act === 'pass') return reviewApplication(tx, by, seen, { recommends: 'grant', inside: '' });
  return approveApplication(tx, by, seen, { reason: 'as-assessed', note: '' });
}

const Value: z.ZodType<WordValue> = z.union([
  z.string(),
  z.number(),
  z.strictObject({ day: z.string() }),
  z.strictObject({ month: z.string() }),
  z.strictObject({ eachMonth: z.array(z.string()) }),
]);

/** Why a case was not done, as it is kept. */
export const Why = z.strictObject({
  key: z.string(),
  values: z.record(z.string(), Value),
});
export type Why = z.output<typeof Why>;

/** What the verb said no with. Every other error goes on its way. */
export function whyNot(error: unknown): Why {
  if (error instanceof Refusal) {
    const { key, values = {} } = error.faults[0] as Fault;
    return { key, values };
  }
  if (error instanceof Conflict) return { key: error.key, values: error.values };
  if (error instanceof HttpProblem && error.status === 403)
    return { key: error.key ?? 'waivers.not-your-desk', values: {} };
  throw error;
}

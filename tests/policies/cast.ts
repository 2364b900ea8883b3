import { policySteps, stepPolicy } from '../../prisma/seed/policies/seed-policies.js';
import { transact } from '../../src/database/database.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { lightHash } from '../people/light-hash.js';
import { startApp, type TestApp } from '../web/client.js';
import { otherCity } from './other-city.js';

/** Both example policies in force, a draft of a third by bureau, and who may do what with them. */
export async function startPolicies(): Promise<TestApp> {
  const app = await startApp();
  const passwordHash = await lightHash('walls-down-2025');
  await transact(app.db, async (tx) => {
    const ids = new Map<string, number>();
    for (const [username, role] of [
      ['bureau', 'bureau-staff'],
      ['bureau2', 'bureau-staff'],
      ['auditor', 'auditor'],
      ['admin', 'administrator'],
      ['park1', 'park-manager'],
    ] as const) {
      const createdAt = new Date('2023-01-01T00:00:00Z');
      const data = { username, name: username, role, passwordHash, createdAt };
      ids.set(username, (await tx.account.create({ data })).id);
    }
    const by = (username: string, at: Date) => ({ accountId: ids.get(username) as number, at });
    for (const { at, step } of policySteps) await stepPolicy(tx, by(step.username, at), step);
    const now = new Date('2025-02-10T02:00:00Z');
    await draftVersion(tx, by('bureau', now), { code: 'other-city', rules: otherCity });
  });
  return app;
}

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepPrivate } from '../../src/consents/sweep-private.js';
import { transact } from '../../src/database/database.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { pathOf } from '../../src/proofs/file-store.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { agree, type Cast, enterNumber, startPeople, upload } from '../identities/cast.js';
import { somePdf } from '../proofs/samples.js';

let cast: Cast;
beforeAll(async () => {
  cast = await startPeople();
});
afterAll(() => cast.close());

const left = async () => ({
  numbers: await cast.db.identity.count(),
  files: await cast.db.proofFile.count({ where: { removedAt: null } }),
  consents: await cast.db.consent.count({ where: { withdrawnAt: null } }),
});
const sweepAt = (day: string) => sweepPrivate(cast.db, cast.config, new Date(`${day}T18:00:00Z`));

it('keeps for three years after the last venture has left, as the consent says, and then deletes', async () => {
  const { id, number } = cast.person;
  for (const purpose of ['identity', 'proof'] as const) await agree(cast, id, purpose);
  await agree(cast, cast.other.id, 'identity');
  await enterNumber(cast, id);
  await enterNumber(cast, cast.other.id);
  await upload(await cast.as('park1'), number, { name: 'a.pdf', bytes: somePdf() });
  const { storedAs } = await cast.db.proofFile.findFirstOrThrow();
  await sweepAt('2030-01-01');
  expect(await left()).toEqual({ numbers: 2, files: 1, consents: 3 });
  const by = { accountId: null, at: new Date('2025-02-14T02:00:00Z') };
  const end = { endedOn: '2025-02-10', reason: 'graduated', note: '' } as const;
  await transact(cast.db, (tx) =>
    endResidency(tx, by, { ventureId: 1, ...end, setsAsideReturns: false }),
  );
  await sweepAt('2028-02-08');
  expect(await left()).toEqual({ numbers: 2, files: 1, consents: 3 });
  await sweepAt('2028-02-10');
  expect(await left()).toEqual({ numbers: 1, files: 0, consents: 1 });
  expect(existsSync(pathOf(proofsFolder(cast.config), storedAs))).toBe(false);
  const events = await cast.db.historyEvent.findMany({ where: { verb: 'consent.expired' } });
  expect(events.map(({ subjectId, actorId }) => [subjectId, actorId])).toEqual([
    [id, null],
    [id, null],
  ]);
});

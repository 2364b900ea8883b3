import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { findMergeablePeople } from '../../src/persons/merging/find-mergeable-people.js';
import { mergePeople } from '../../src/persons/merging/merge-people.js';
import { undoPeopleMerge } from '../../src/persons/merging/undo-people-merge.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { type Cast, caseAt, startWaivers } from './cast.js';
import { grantFor, newTenant } from './tenants.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

async function merge(ownId: number, otherId: number): Promise<number> {
  const { mark } = await findMergeablePeople(cast.db, ownId, otherId);
  const choices = { fields: [], categories: 'both' } as const;
  const merging = { ownId, otherId, choices, seen: mark, reason: '同一人', files: [] };
  return cast.act('bureau', (tx, by) => mergePeople(tx, by, cast.keys, merging), '2025-03-01');
}
const gone = { removedAt: new Date(), name: '', sha256: '', sealedSha256: null };
/** As if no file had come with them, and had been entered without a document. */
const withoutDocuments = () => cast.db.identity.deleteMany();

describe('a waiver of a person whose record goes', () => {
  it('is of the one that stays, with its case, and is given back when the merge is undone', async () => {
    const number = await caseAt(cast, 'granted');
    await cast.db.proofFile.updateMany({ data: gone });
    await withoutDocuments();
    await cast.db.account.update({ where: { username: 'founder1' }, data: { isActive: false } });
    await cast.db.person.update({ where: { id: cast.other.id }, data: { phone: null } });
    const mergeId = await merge(cast.person.id, cast.other.id);
    const owner = async () => [
      (await cast.db.waiver.findFirstOrThrow()).personId,
      (await cast.db.waiverApplication.findUniqueOrThrow({ where: { number } })).personId,
    ];
    expect(await owner()).toEqual([cast.person.id, cast.person.id]);
    const founder = await cast.as('founder2');
    expect((await founder.get(`/waivers/${number}`)).status).toBe(200);
    expect((await founder.get('/people/me')).location).toBe(`/people/${cast.person.number}`);
    await cast.act(
      'bureau',
      (tx, by) => undoPeopleMerge(tx, by, cast.keys, { mergeId, reason: '两个人', files: [] }),
      '2025-03-02',
    );
    expect(await owner()).toEqual([cast.other.id, cast.other.id]);
    expect((await verifyLedger(cast.db)).problems).toEqual([]);
  });

  it('is refused beside one of the other for the same days, both named', async () => {
    const [one, other] = [await newTenant(cast), await newTenant(cast)];
    const asked = { months: 3, on: '2025-02-03' };
    await grantFor(cast, one, Object.assign({ from: '2025-02-03' }, asked));
    await grantFor(cast, other, Object.assign({ from: '2025-04-01' }, asked));
    await cast.db.proofFile.updateMany({ data: gone });
    await withoutDocuments();
    const waivers = await cast.db.waiver.findMany({ orderBy: { id: 'asc' } });
    const values = { own: waivers[0]?.number, other: waivers[1]?.number };
    await expect(merge(one.personId, other.personId)).rejects.toMatchObject({
      faults: [{ key: 'persons.merge.waived-twice', values }],
    });
    const ending = { endedOn: '2025-04-01', reason: 'surrendered', note: '不再需要' } as const;
    const [first] = waivers;
    if (first) await cast.act('bureau', (tx, by) => endWaiver(tx, by, first, ending), '2025-03-01');
    await merge(one.personId, other.personId);
    expect(await cast.db.waiver.count({ where: { personId: one.personId } })).toBe(2);
  });
});

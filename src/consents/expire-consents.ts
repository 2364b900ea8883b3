import { type Day, today } from '../calendar/days.js';
import { type Db, type Reads, transact } from '../database/database.js';
import { type Purpose, purposes } from '../identities/kinds.js';
import { withdrawConsent } from './withdraw-consent.js';

const yearsKept = 3;

/**
 * Does what the consent promises: three years after the last venture of a person has left its park, the
 * number and the files of proof are deleted, as if the consent had been withdrawn.
 * @returns the files to delete
 */
export async function expireConsents(db: Db, now: Date): Promise<string[]> {
  const cutoff = yearsBefore(today(now));
  const by = { accountId: null, at: now };
  const files: string[] = [];
  for (const { personId, purpose } of await expired(db, cutoff)) {
    const about = { personId, purpose: purpose as Purpose, verb: 'consent.expired' } as const;
    files.push(...(await transact(db, (tx) => withdrawConsent(tx, by, about))));
  }
  return files;
}

/** Given before that day, by people all of whose ventures had left by then. */
const expired = (reads: Reads, cutoff: Day) =>
  reads.consent.findMany({
    where: {
      withdrawnAt: null,
      purpose: { in: [...purposes] },
      givenAt: { lt: new Date(`${cutoff}T00:00:00Z`) },
      person: {
        roles: {
          some: { venture: { residencies: { some: {} } } },
          none: {
            venture: {
              residencies: { some: { OR: [{ endedOn: null }, { endedOn: { gt: cutoff } }] } },
            },
          },
        },
      },
    },
    orderBy: { id: 'asc' },
  });

/** A day that does not exist in that year compares rightly all the same. */
const yearsBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - yearsKept}${day.slice(4)}`;

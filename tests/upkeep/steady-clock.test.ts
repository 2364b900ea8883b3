import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { markDemonstration } from '../../src/database/demonstration-mark.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { lookAtClock } from '../../src/upkeep/steady-clock.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
});
afterEach(() => scratch.close());

/** Whether the clock is trusted at each of these moments, looked at one after the other. */
async function trusted(...moments: string[]): Promise<boolean[]> {
  const looks: boolean[] = [];
  for (const moment of moments)
    looks.push((await lookAtClock(scratch.db, new Date(`${moment}Z`))).isSteady);
  return looks;
}
const record = (at: string) =>
  transact(scratch.db, (tx) =>
    enterPeople(tx, { accountId: null, at: new Date(`${at}Z`) }, [
      { name: '陈海', phone: null, graduatedOn: null, categories: [] },
    ]),
  );

describe('the clock', () => {
  it('is trusted in a new database, from hour to hour, and after some days of rest', async () => {
    expect(
      await trusted('2026-11-28T08:00', '2026-11-28T09:00', '2026-12-04T09:00', '2026-12-04T08:30'),
    ).toEqual([true, true, true, true]);
  });

  it('that jumps into the next year is trusted only once it has gone on for a day', async () => {
    expect(
      await trusted('2026-11-28T08:00', '2027-01-15T08:00', '2027-01-16T07:59', '2027-01-16T08:00'),
    ).toEqual([true, false, false, true]);
  });

  it('is not trusted at once when it is set right again either, nor in 1970', async () => {
    expect(
      await trusted('2026-11-28T08:00', '2027-01-15T08:00', '2026-11-28T10:00', '1970-01-01T00:00'),
    ).toEqual([true, false, false, false]);
    expect(await trusted('2026-11-28T10:05', '2026-11-29T10:05')).toEqual([false, true]);
  });

  it('is measured by the newest record where it was never looked at before', async () => {
    await record('2026-11-27T08:00');
    expect(await trusted('2027-01-15T08:00')).toEqual([false]);
  });

  it('is trusted at the first look at the demonstration, whose records are of long ago', async () => {
    await record('2025-01-21T08:00');
    await transact(scratch.db, markDemonstration);
    expect(await trusted('2026-11-28T08:00', '2027-01-15T08:00')).toEqual([true, false]);
  });
});

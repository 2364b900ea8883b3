import { afterAll, beforeAll, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { bodyOf } from '../../src/outbox/values.js';
import { letterVoice } from '../../src/waivers/letters/letter-text.js';
import { tellLosses } from '../../src/waivers/tell-losses.js';
import { type Cast, caseAt, startWaivers } from './cast.js';
import { morning } from './desk.js';

let cast: Cast;
beforeAll(async () => {
  cast = await startWaivers();
});
afterAll(() => cast.close());

const night = (day: string) => tellLosses(cast.db, morning(day));
const newest = async () => {
  const message = await cast.db.outboxMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return bodyOf(message, letterVoice('zh'));
};

it('what time takes away is told before, and once: a lower tier in the month before, a category within 60 days', async () => {
  expect(rentFree.tiers.at(-1)?.amount).toEqual({ kind: 'share', basisPoints: 5_000 });
  // Whole for twelve months, half for twelve: from 14 February 2026 on.
  await caseAt(cast, 'granted', { months: 24 });
  expect(await night('2025-11-02')).toBe(0);
  expect(await night('2026-01-05')).toBe(1);
  expect(await newest()).toContain('自2026年2月起每月减免由 500.00 元变为');
  expect(await night('2026-01-06')).toBe(0);
  // March is the first month that is halved altogether.
  expect(await night('2026-02-03')).toBe(1);
  expect(await newest()).toContain('自2026年3月起');
  expect(await newest()).toContain('变为 250.00 元');
  expect(await night('2026-03-03')).toBe(0);

  await cast.db.personCategory.create({
    data: {
      personId: cast.other.id,
      category: 'graduate',
      beganOn: '2021-07-01',
      endedOn: '2026-07-01',
    },
  });
  expect(await night('2026-05-01')).toBe(0);
  expect(await night('2026-05-02')).toBe(1);
  for (const words of ['毕业五年内高校毕业生', '到2026年6月30日为止'])
    expect(await newest()).toContain(words);
  expect(await night('2026-06-20')).toBe(0);
});

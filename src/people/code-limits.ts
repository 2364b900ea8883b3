import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';

const minute = 60_000;
const hour = 60 * minute;

export type CodeAsked = { phone: string; place: string; isKnown: boolean };
type Limit = { where: Prisma.PhoneCodeWhereInput; most: number; within: number };

/**
 * How many codes may be asked for. A place is counted with each phone, so that what others ask elsewhere is
 * not in its way; a phone altogether, so that nobody is flooded with messages or guesses a code by asking for
 * many. A browser that the phone's account has signed in from is counted by itself: strangers who use up the
 * phone's count do not keep its owner out.
 */
function limitsOf({ phone, place, isKnown }: CodeAsked): Limit[] {
  if (isKnown) {
    return [
      { where: { phone, isKnown }, most: 1, within: minute },
      { where: { phone, isKnown }, most: 5, within: hour },
    ];
  }
  return [
    { where: { phone, place }, most: 1, within: minute },
    { where: { phone, place }, most: 5, within: hour },
    { where: { phone, isKnown }, most: 10, within: hour },
    { where: { phone, isKnown }, most: 20, within: 24 * hour },
    { where: { place }, most: 60, within: hour },
  ];
}

/** How long somebody has to wait before the next code, in whole seconds; 0 for not at all. */
export async function secondsToNextCode(
  reads: Reads,
  request: CodeAsked,
  now: Date,
): Promise<number> {
  let wait = 0;
  for (const { where, most, within } of limitsOf(request)) {
    const since = new Date(now.getTime() - within);
    // The one that has to grow old before another is open.
    const counted = await reads.phoneCode.findFirst({
      where: { AND: [where, { createdAt: { gt: since } }] },
      orderBy: { createdAt: 'desc' },
      skip: most - 1,
      select: { createdAt: true },
    });
    if (counted) wait = Math.max(wait, counted.createdAt.getTime() + within - now.getTime());
  }
  return Math.ceil(wait / 1000);
}

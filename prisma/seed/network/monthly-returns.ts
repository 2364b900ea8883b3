import {
  addDays,
  addMonths,
  type Day,
  firstOf,
  type Month,
  monthsBetween,
} from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import type { Prisma } from '../../../src/database/generated/client.js';
import type { Actor } from '../../../src/history/actor.js';
import { beginReturn, type OfPark } from '../../../src/returns/begin-return.js';
import { closeMonth, nextToClose } from '../../../src/returns/close-month.js';
import { duplicatesIn } from '../../../src/returns/duplicates.js';
import { figuresAtStake } from '../../../src/returns/figures-at-stake.js';
import { gridRows } from '../../../src/returns/grid-rows.js';
import { acceptReturn, approveReturn, sendBackReturn } from '../../../src/returns/move-return.js';
import { noteName, problemsOf } from '../../../src/returns/problems.js';
import { agreeReopening, askReopening } from '../../../src/returns/reopen-month.js';
import { readRules } from '../../../src/returns/return-rules.js';
import { submitReturn } from '../../../src/returns/submit-return.js';

/** The newest month that the bureau has closed, and when it closed all up to it: late returns were in by then. */
export const lastClosed: Month = '2024-12';
export const closedAt = new Date('2025-04-15T06:30:00Z');

export type ReturnStep = {
  month: Month;
  what: 'submit' | 'approve' | 'send-back' | 'accept' | 'begin';
  username: string;
};

/** How far each park's return gets, P01 to P10: the last of its steps. 普陀区 has a reviewer, the bureau stands in elsewhere. */
const reached: Record<Month, readonly (ReturnStep['what'] | null)[]> = {
  '2026-09': [
    'accept',
    'accept',
    'accept',
    'accept',
    'accept',
    'accept',
    'accept',
    'approve',
    'accept',
    'submit',
  ],
  '2026-10': [
    'approve',
    'submit',
    'send-back',
    'approve',
    'accept',
    'submit',
    'begin',
    null,
    'submit',
    'begin',
  ],
};
const inPutuo = [0, 1, 2];

type Dated = { at: Date; park: number; step: ReturnStep };

/** @param filedAt when the returns of a park for a month were filed */
export function returnSteps(filedAt: (park: number, inMonth: Month) => Date): Dated[] {
  const months = Object.entries(reached);
  return months.flatMap(([month, parks]) =>
    parks.flatMap((last, park) => (last === null ? [] : stepsOf(month, park, last, filedAt))),
  );
}

function stepsOf(
  month: Month,
  park: number,
  last: ReturnStep['what'],
  filedAt: (park: number, inMonth: Month) => Date,
): Dated[] {
  const next = addMonths(month, 1);
  const own = { park, step: { month, username: `park${park + 1}` } };
  const filed = new Date(filedAt(park, next).getTime() + 15 * 60_000);
  if (last === 'begin') return [{ ...own, at: filed, step: { ...own.step, what: 'begin' } }];
  const reviewer = inPutuo.includes(park) ? 'putuo' : 'bureau';
  const on = (day: number) =>
    new Date(Date.parse(`${dayIn(next, day)}T02:00:00Z`) + park * 240_000);
  const steps: Dated[] = [{ ...own, at: filed, step: { ...own.step, what: 'submit' } }];
  if (last === 'send-back')
    steps.push({ park, at: on(12), step: { month, what: 'send-back', username: reviewer } });
  if (last === 'approve' || last === 'accept')
    steps.push({ park, at: on(12), step: { month, what: 'approve', username: reviewer } });
  if (last === 'accept')
    steps.push({ park, at: on(16), step: { month, what: 'accept', username: 'bureau2' } });
  return steps;
}

const dayIn = (month: Month, day: number): Day => addDays(firstOf(month), day - 1);

/** Makes one step of a park's return. */
export async function stepReturn(tx: Tx, by: Actor, of: OfPark, step: ReturnStep): Promise<void> {
  const seen = { ...of, version: null };
  switch (step.what) {
    case 'begin':
      await beginReturn(tx, by, of);
      return;
    case 'submit':
      return submitReturn(tx, by, { ...seen, notes: await notesFor(tx, of) });
    case 'approve':
      return approveReturn(tx, by, seen);
    case 'accept':
      return acceptReturn(tx, by, seen);
    case 'send-back':
      return sendBackReturn(tx, by, {
        ...seen,
        remark: '有两家人数与社保记录不一致，请核对后重新提交。',
      });
  }
}

/** Every warning is confirmed by who submits. */
async function notesFor(tx: Tx, of: OfPark): Promise<Record<string, string>> {
  const rows = await gridRows(tx, of);
  const ids = rows.map(({ ventureId }) => ventureId);
  const twice = await duplicatesIn(tx, of.month, ids);
  const problems = problemsOf(rows, await readRules(tx), twice);
  return Object.fromEntries(problems.map((problem) => [noteName(problem), '已电话核实，情况属实']));
}

/**
 * Closes every month up to the last that the bureau has closed, and reopens one of them for a park for some days.
 * @param second who agrees to both
 */
export async function closeMonths(tx: Tx, by: Actor, second: number): Promise<void> {
  const first = await nextToClose(tx);
  if (first === null) return;
  const reason = '园区月报启用前，各创业主体逐家报送，已核对。';
  const agreed = { accountId: second, at: by.at };
  for (const month of monthsBetween(first, lastClosed))
    await closeMonth(tx, agreed, { month, reason, requestedById: by.accountId });
  const { id: parkId } = await tx.park.findUniqueOrThrow({ where: { number: 'P03' } });
  const asked = { month: '2024-11', scope: 'park', parkId, ventureId: null } as const;
  const id = await askReopening(tx, by, {
    ...asked,
    reason: '核对六横片区社保记录，如有出入予以更正',
    lastDay: '2025-04-25',
  });
  const shown = (await figuresAtStake(tx, asked)) as unknown as Prisma.InputJsonValue;
  await agreeReopening(tx, { accountId: second, at: by.at }, id, shown);
}

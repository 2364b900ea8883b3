import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { confirmNotice } from '../../src/holidays/confirm-notice.js';
import { enterNotice, type Notice } from '../../src/holidays/enter-notice.js';
import { acceptApplication } from '../../src/waivers/accept-application.js';
import { approveApplication } from '../../src/waivers/determine-application.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { reviewApplication } from '../../src/waivers/review-application.js';
import { submitApplication } from '../../src/waivers/submit-application.js';
import { type Cast, fillIn, seen } from '../waivers/cast.js';

/** A notice of 2027 as it might come: 1 January off, a Saturday and two Sundays worked. */
export const notice2027: Notice = {
  year: 2027,
  documentNumber: '国办发明电〔2026〕8号',
  link: '',
  issuedOn: '2026-11-20',
  holidays: [
    { holiday: 'new-year', from: '2027-01-01', to: '2027-01-03' },
    { holiday: 'spring', from: '2027-02-05', to: '2027-02-11' },
    { holiday: 'qingming', from: '2027-04-03', to: '2027-04-05' },
    { holiday: 'labour', from: '2027-05-01', to: '2027-05-05' },
    { holiday: 'dragon-boat', from: '2027-06-09', to: '2027-06-09' },
    { holiday: 'mid-autumn', from: '2027-09-15', to: '2027-09-15' },
    { holiday: 'national', from: '2027-10-01', to: '2027-10-07' },
  ],
  worked: ['2027-01-31', '2027-02-14', '2027-10-09'],
};

/** The same with other days for some holiday, and other days worked. */
export function noticeWith(changed: Partial<Notice>, spell?: Notice['holidays'][number]): Notice {
  const holidays = notice2027.holidays.map((one) => (one.holiday === spell?.holiday ? spell : one));
  return Object.assign({}, notice2027, { holidays }, changed);
}

/** bureau enters a notice and bureau2 confirms it. @returns its id */
export async function announceYear(cast: Cast, day: string, notice = notice2027): Promise<number> {
  const id = await cast.act('bureau', (tx, by) => enterNotice(tx, by, notice), day);
  await cast.act('bureau2', (tx, by) => confirmNotice(tx, by, { id }), day);
  return id;
}

export const caseOf = ({ db }: Pick<Cast, 'db'>, number: string) =>
  db.waiverApplication.findUniqueOrThrow({ where: { number } });

type Reached = 'submitted' | 'correction' | 'park-review' | 'bureau-review' | 'notice';

/** A case of founder2 that reaches a state on a day. @returns its number */
export async function caseOn(cast: Cast, state: Reached, day: string): Promise<string> {
  const number = await fillIn(cast, { day, from: day });
  const act = async (who: string, verb: (tx: Tx, by: Actor, id: Seen) => Promise<unknown>) =>
    cast.act(who, async (tx, by) => verb(tx, by, await seen(cast, number)), day);
  await act('founder2', (tx, by, one) => submitApplication(tx, by, one, { declares: true }));
  if (state === 'submitted') return number;
  if (state === 'correction') {
    const correction = { fields: ['months' as const], proof: ['lease'], note: '请补正' };
    await act('park1', (tx, by, one) => returnForCorrection(tx, by, one, correction));
    return number;
  }
  await act('park1', (tx, by, one) => acceptApplication(tx, by, one));
  if (state === 'park-review') return number;
  const review = { recommends: 'grant', inside: '' } as const;
  await act('park1', (tx, by, one) => reviewApplication(tx, by, one, review));
  await act('putuo', (tx, by, one) => reviewApplication(tx, by, one, review));
  if (state === 'bureau-review') return number;
  const decision = { reason: 'as-assessed', note: '' };
  await act('bureau', (tx, by, one) => approveApplication(tx, by, one, decision));
  return number;
}
type Seen = { id: number; version: number };

import { parks } from '../network/parks.js';
import type { PlannedCase, StepName } from './planned-case.js';

/** The reviewers of the four counties by their codes of GB/T 2260. */
export const countyReviewers: Record<string, string> = {
  '330902': 'dinghai',
  '330903': 'putuo',
  '330921': 'daishan',
  '330922': 'shengsi',
};
const bureau = ['bureau', 'bureau2', 'bureau3'] as const;

const countyOf = (park: number): string => (parks[park]?.regionCode ?? '').slice(0, 6);

/** Whoever decides at the bureau's desk does not judge the case again later: the next colleague does. */
const atTheBureau = (index: number, turn: number): string =>
  bureau[(index + turn) % (turn === 0 ? 2 : bureau.length)] as string;

/** The account that takes a step of a case; null for the nightly run, and for a stranger who objects. */
export function actorOf({ index, park, username }: PlannedCase, what: StepName): string | null {
  const manager = `park${park + 1}`;
  switch (what) {
    case 'lapse':
    case 'object':
    case 'object-nameless':
      return null;
    case 'claim':
    case 'accept':
    case 'return':
    case 'decline':
    case 'pass-park':
      return manager;
    case 'pass-county':
    case 'ask-county':
    case 'correct-rent':
      return countyReviewers[countyOf(park)] as string;
    case 'dismiss-objection':
    case 'uphold':
    case 'overturn':
    case 'revoke':
      return atTheBureau(index % 2, 1);
    case 'restore':
    case 'grant':
      return atTheBureau(index % 2, 2);
    case 'grant-part':
    case 'approve':
    case 'approve-against':
    case 'refuse':
    case 'refuse-against':
      return atTheBureau(index, 0);
    default:
      return username ?? manager;
  }
}

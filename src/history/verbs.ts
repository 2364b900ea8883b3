import type { WordKey } from '../language/say.js';

/** What is said of each event. A verb that is not here throws where it is shown; a test holds the table complete. */
const verbWords: Record<string, WordKey> = {
  'park.opened': 'history.park.opened',
  'park.edited': 'history.park.edited',
  'space.added': 'history.space.added',
  'space.edited': 'history.space.edited',
  'venture.logged': 'history.venture.logged',
  'venture.edited': 'history.venture.edited',
  'residency.began': 'history.residency.began',
  'residency.moved': 'history.residency.moved',
  'residency.ended': 'history.residency.ended',
  'role.began': 'history.role.began',
  'role.ended': 'history.role.ended',
  'tenancy.began': 'history.tenancy.began',
  'tenancy.ended': 'history.tenancy.ended',
  'jobs-return.filed': 'history.jobs-return.filed',
  'jobs-return.set-aside': 'history.jobs-return.set-aside',
  'jobs-return.corrected': 'history.jobs-return.corrected',
};

/** Events of accounts, people, exports, policies and published figures stand in no history of a park or a venture. */
export const verbsElsewhere = /^(account|person|ventures|totals|figure|policy)\./;

export function wordOfVerb(verb: string): WordKey {
  const key = verbWords[verb];
  if (!key) throw new Error(`there are no words for the event ${verb}`);
  return key;
}

/** Whether the details of an event are [before, after] pairs. */
export const isChange = (verb: string): boolean => /\.(edited|corrected)$/.test(verb);

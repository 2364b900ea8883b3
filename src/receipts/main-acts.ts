import type { Act } from '../history/acts.js';

/** Acts that are mostly a part of another, which is then the one to tell of. */
const withOthers: readonly Act[] = [
  'person.entered',
  'role.ended',
  'tenancy.began',
  'tenancy.ended',
  'jobs-return.filed',
  'jobs-return.corrected',
  'jobs-return.set-aside',
  'monthly-return.begun',
  'monthly-return.reopened',
  'application.grant',
  'application.redated',
  'application.claimed',
  'application.released',
  'application.venture-merged',
  'application.venture-parted',
  'waiver.ended',
  'waiver.restored',
  'venture.merged-into',
  'person.merged-into',
  'figure.superseded',
  'consent.given',
  'proof.removed',
  'visit.photos-added',
  'identity.changed',
];
const set = new Set<string>(withOthers);

export const comesWithOthers = (verb: string): boolean => set.has(verb);

/** Acts that are recorded once for each of two records: one thing that was done. */
const ofTwo = new Set<string>([
  'venture.merge-undone',
  'venture.distinguished',
  'venture.distinction-withdrawn',
  'person.merge-undone',
  'person.distinguished',
  'person.distinction-withdrawn',
] satisfies Act[]);

export const isOfTwo = (verb: string): boolean => ofTwo.has(verb);

import { findableFigures } from './figures/findable.js';
import type { Findable } from './find/findable.js';
import { findableNotices } from './holidays/findable.js';
import { findableParks, findableSpaces } from './parks/findable.js';
import { findablePayments } from './payments/findable.js';
import { findablePolicies } from './policies/findable.js';
import { findableVentures } from './ventures/findable.js';
import { findablePeople } from './ventures/findable-people.js';
import { findableCases } from './waivers/findable-cases.js';
import { findableLetters, findableWaivers } from './waivers/findable-papers.js';

/** Everything that can be found, from every room. */
export const everythingFindable: readonly Findable[] = [
  findableVentures,
  findablePeople,
  findableCases,
  findableSpaces,
  findableParks,
  findablePolicies,
  findableFigures,
  findableLetters,
  findableWaivers,
  findableNotices,
  findablePayments,
];

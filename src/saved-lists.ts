import { spaceList } from './parks/space-list.js';
import { accountList } from './people/account-list.js';
import type { SavedList } from './people/saved-list.js';
import { findingList } from './prereview/finding-list.js';
import { returnList } from './returns/month-filter.js';
import { rollList } from './ventures/rent-roll/roll-list.js';
import { ventureList } from './ventures/venture-list.js';
import { reachList } from './visits/reach-list.js';
import { visitList } from './visits/visit-list.js';
import { caseList } from './waivers/queue/case-list.js';

/** Every list of which views are saved, from every room. */
export const savedLists: readonly SavedList[] = [
  ventureList,
  caseList,
  visitList,
  reachList,
  rollList,
  returnList,
  spaceList,
  findingList,
  accountList,
];

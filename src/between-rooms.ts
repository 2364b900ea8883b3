import { alsoCheck } from './backup/verify-data.js';
import { findFaults } from './find/check-entries.js';
import type { FindDeps } from './find/deps.js';
import { everythingFindable } from './findable.js';
import { onReviewedChange } from './ledger/reviewed-returns.js';
import type { ListDeps } from './lists/deps.js';
import { toolsOf } from './lists/present-tools.js';
import { factsOfCase, tryOnCases } from './parity/try-on-cases.js';
import { tellRecovery } from './payments/recoveries/tell-recovery.js';
import type { ListToolsDeps } from './people/saved-list.js';
import type { DraftDeps } from './policies/tried.js';
import { reviewChangedAgain } from './returns/review-again.js';
import { savedLists } from './saved-lists.js';
import { eventPanel } from './trail/venture-panel.js';
import { onLeaving } from './ventures/leaving.js';
import type { VentureDeps } from './ventures/panels.js';
import { venturePanel } from './visits/venture-panel.js';
import { casePanel } from './waivers/case-panel.js';
import { endWaiversOf } from './waivers/end-waiver.js';
import { onSubsidyEnded } from './waivers/subsidy-ended.js';

onLeaving(endWaiversOf);
onSubsidyEnded(tellRecovery);
onReviewedChange(reviewChangedAgain);
alsoCheck('what can be found', (reads) => findFaults(reads, everythingFindable));

/** What a room shows of rooms above it: handed to it when it is mounted, as it imports none of them. */
export const betweenRooms: Pick<VentureDeps, 'panels'> &
  Pick<DraftDeps, 'factsOfCase' | 'tryOnCases'> &
  Pick<FindDeps, 'findables'> &
  Pick<ListDeps, 'savedLists'> &
  Pick<ListToolsDeps, 'listTools'> = {
  panels: { cases: casePanel, visits: venturePanel, events: eventPanel },
  factsOfCase,
  tryOnCases,
  findables: everythingFindable,
  savedLists,
  listTools: toolsOf,
};

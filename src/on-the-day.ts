import { holidaysToday } from './holidays/today.js';
import { messagesToday } from './messages/today.js';
import { ownSubsidiesToday, subsidiesToday } from './payments/today.js';
import { requestsToday } from './people/account-requests/today.js';
import { requestsWaiting } from './people/account-requests/waiting.js';
import { keptSection } from './people/kept-section.js';
import type { TodaySource } from './people/today-lines.js';
import { countWaiting } from './people/waiting.js';
import { peopleDoublesToday } from './persons/doubles/today.js';
import { draftsToday, endsToday } from './policies/today.js';
import { endingsToday, ranOutToday } from './prereview/endings-today.js';
import { unclaimedToday } from './prereview/unclaimed-today.js';
import { monthsToday } from './returns/months-today.js';
import { returnsToday } from './returns/today.js';
import { returnsWaiting } from './returns/waiting.js';
import { newsToday } from './trail/today.js';
import { doublesToday } from './ventures/doubles/today.js';
import { noticesToday } from './ventures/notices-today.js';
import { followUpsToday, neglectedToday } from './visits/today.js';
import { ownLossesToday } from './waivers/applying/losses-today.js';
import { ownCasesToday } from './waivers/applying/today.js';
import { ownCasesWaiting } from './waivers/applying/waiting.js';
import { casesToday } from './waivers/queue/today.js';
import { casesWaiting } from './waivers/queue/waiting.js';

/** What is read from many records is made again only when one of their tables has changed. */
const unclaimed = keptSection(
  ['PrereviewFinding', 'Venture', 'Person', 'Residency', 'WaiverApplication', 'Policy'],
  unclaimedToday,
);
const endingFrom = [
  'PrereviewFinding',
  'Venture',
  'Person',
  'Residency',
  'Tenancy',
  'Waiver',
] as const;
const doubles = keptSection(
  ['Venture', 'VentureVoid', 'VenturePair', 'Residency', 'Person', 'PersonRole'],
  doublesToday,
);
const peopleDoubles = keptSection(
  ['Person', 'PersonRole', 'PersonPair', 'PersonMerge', 'Identity', 'Venture', 'Residency'],
  peopleDoublesToday,
);
const news = keptSection(['HistoryEvent', 'LastSignIn', 'Account'], newsToday, { isOwn: true });

/** What every room has for the page of the day, in its order: what waits for somebody, what ends, whom to call, what to know. */
export const everyToday: readonly TodaySource[] = [
  casesToday,
  ownCasesToday,
  ownLossesToday,
  ownSubsidiesToday,
  subsidiesToday,
  returnsToday,
  requestsToday,
  monthsToday,
  draftsToday,
  endsToday,
  holidaysToday,
  noticesToday,
  keptSection(endingFrom, ranOutToday),
  followUpsToday,
  keptSection(endingFrom, endingsToday),
  unclaimed,
  neglectedToday,
  doubles,
  peopleDoubles,
  messagesToday,
  news,
];

/** What stands beside the words of the menu. */
export const everyWaiting = countWaiting([
  casesWaiting,
  ownCasesWaiting,
  returnsWaiting,
  requestsWaiting,
]);

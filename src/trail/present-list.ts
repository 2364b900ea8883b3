import type { Reads } from '../database/database.js';
import { acts } from '../history/acts.js';
import type { Say, Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { parksToFilterBy } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import type { Names } from './names.js';
import { canExportHistory } from './permissions.js';
import { presentEvent } from './present.js';
import type { EventRow } from './queries.js';
import type { Subject } from './subjects.js';
import { kinds, sayKind, sayVerb, verbsOfKind } from './verbs.js';

/** Whose history the viewer reads, in words. */
export function leadFor(viewer: Viewer, say: Say): string {
  if (viewer.role === 'administrator') return say('history.list.accounts');
  return say(canExportHistory(viewer) ? 'history.list.lead' : 'history.list.own');
}

/** An event as a row of the list: what it was done to, and where the history of that record stands. */
export function presentRow(
  event: EventRow,
  subject: Subject | null,
  names: Names,
  voice: Voice,
  showsPhones: boolean,
) {
  return {
    ...presentEvent(event, names, voice, { showsPhones }),
    href: historyHref(event, subject),
    of: subject && { name: `${subject.number} ${subject.name}`.trim(), href: subject.href },
  };
}

const listedKinds = [
  'space',
  'residency',
  'tenancy',
  'visit',
  'jobs-return',
  'monthly-return',
  'month',
  'person',
  'account',
];

/** Where everything that was done to the same record stands, or null for what leaves no record. */
function historyHref({ subjectKind, subjectId }: EventRow, subject: Subject | null): string | null {
  if (subjectKind === 'venture' || subjectKind === 'park') {
    return subject?.href ? `${subject.href}/history` : null;
  }
  return subject !== null && listedKinds.includes(subjectKind)
    ? `/history/${subjectKind}/${subjectId}`
    : null;
}

/** What the viewer can filter by. The administrator reads of accounts only. */
export async function filterChoices(reads: Reads, viewer: Viewer, { say, lang }: Voice) {
  const isOfAccounts = viewer.role === 'administrator';
  const parks = isOfAccounts ? [] : await parksToFilterBy(reads, viewer);
  const offered = isOfAccounts ? verbsOfKind('account') : acts;
  return {
    kinds: isOfAccounts ? [] : kinds.map((kind) => ({ value: kind, label: sayKind(kind, say) })),
    verbs: offered.map((verb) => ({ value: verb, label: sayVerb(verb, say) })),
    parks: parks.map((park) => ({
      value: park.number,
      label: `${park.number} ${parkName(park, lang)}`,
    })),
  };
}

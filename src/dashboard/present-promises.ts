import type { Reads } from '../database/database.js';
import { day, number, time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { totalsAddress } from '../ledger/forms.js';
import { widestScope } from '../ledger/seen-scope.js';
import type { Viewer } from '../people/viewer.js';
import { parkIdsOf } from '../prereview/queries.js';
import { countUnclaimed } from '../prereview/unclaimed.js';
import { type ReachState, visitsAddress } from '../visits/filter.js';
import { canLogVisits } from '../visits/permissions.js';
import type { Panels } from './panels.js';
import type { Linked } from './present.js';
import type { Moment } from './queries.js';

/**
 * What the nightly runs keep: each is one row or one count, so that no page works it out. They say how things are now, also
 * beside the totals of an earlier day: in all parks of the viewer, as in the lists that they lead to.
 */
export async function readPromises(reads: Reads, viewer: Viewer) {
  const parity = await reads.parityRun.findFirst({
    orderBy: { id: 'desc' },
    select: { at: true, cases: true, differing: true },
  });
  const prereview = await reads.prereviewRun.findFirst({ orderBy: { id: 'desc' } });
  const unclaimed = await countUnclaimed(reads, 'qualifies', await parkIdsOf(reads, viewer));
  return { parity, prereview, unclaimed };
}
type Promises = Awaited<ReturnType<typeof readPromises>>;

/** A figure that leads to its records where the viewer may read them. */
type Figure = { value: Omit<Linked, 'href'> & { href: string | null }; label: string; ran: string };

/** 政策无差异: the cases that come out differently; null before the first audit. */
export function presentParity(
  { parity }: Promises,
  viewer: Viewer,
  { say, lang }: Voice,
): Figure | null {
  if (!parity) return null;
  const isRead = viewer.role === 'bureau-staff' || viewer.role === 'auditor';
  return {
    label: say('dashboard.parity', { cases: parity.cases }),
    value: { text: number(parity.differing, lang), href: isRead ? '/policies/parity' : null },
    ran: say('dashboard.ran', { at: time(parity.at, lang) }),
  };
}

/** 服务无盲区: who qualifies and has not applied; null before the first night. */
export function presentUnclaimed(
  { prereview, unclaimed }: Promises,
  { say, lang }: Voice,
): Figure | null {
  if (!prereview) return null;
  return {
    label: say('dashboard.unclaimed'),
    value: { text: number(unclaimed, lang), href: '/prereview?kind=qualifies' },
    ran: say('dashboard.ran', { at: day(prereview.foundOn, lang) }),
  };
}

/**
 * 服务无盲区: of those in residence whom somebody served in the last days, and whom nobody was at for too long;
 * each leads to exactly those. Null as of an earlier position.
 */
export function presentReach({ reach }: Panels, { asOf }: Moment, viewer: Viewer, { lang }: Voice) {
  if (reach === null) return null;
  const to = (state: ReachState) => visitsAddress('/visits/reach', { state, asOf });
  return {
    served: { text: number(reach.served, lang), href: to('served') },
    residents: {
      text: number(reach.residents, lang),
      href: totalsAddress({ measure: 'ventures', scope: widestScope(viewer), asOf }),
    },
    overdue: { text: number(reach.overdue, lang), href: to('overdue') },
    due: { text: number(reach.due, lang), href: to('due') },
    logHref: canLogVisits(viewer) ? '/visits/new' : null,
  };
}

import { today } from '../calendar/days.js';
import { day, time } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import { parkName, ventureHref } from '../ventures/residency-present.js';
import type { Cells } from '../web/list-table.js';
import { type VisitKind, visitKinds } from './kinds.js';
import type { ListedVisit, VisitRow } from './queries.js';
import type { visitColumns } from './visit-columns.js';

export const visitHref = ({ id }: { id: number }): string => `/visits/${id}`;

export const kindText = (kind: string, say: Say): string => say(`visits.kind.${kind as VisitKind}`);

export const kindOptions = (say: Say) =>
  visitKinds.map((value) => ({ value, label: kindText(value, say) }));

/** A visit as a line of the list. */
export function presentLine(visit: ListedVisit, { say, lang }: Voice): Cells<typeof visitColumns> {
  const names = visit.ventures.map(({ venture }) => venture.name).join(lang === 'zh' ? '、' : ', ');
  const more = visit._count.ventures - visit.ventures.length;
  return {
    day: { text: day(visit.madeOn, lang), href: visitHref(visit) },
    kind: kindText(visit.kind, say),
    park: parkName(visit.park, lang),
    ventures: more > 0 ? say('visits.and-more', { names, n: visit._count.ventures }) : names,
    by: visit.madeBy,
    note: visit.note,
    followUp: visit.followUpOn && day(visit.followUpOn, lang),
    logged: {
      text: time(visit.loggedAt, lang),
      small: visit.loggedBy?.name ?? say('history.system'),
    },
  };
}

/** All that is known of a visit, for who sees its park. */
export function presentVisit(visit: VisitRow, { say, lang }: Voice) {
  const row = (label: string, value: string | null) =>
    value === null || value === '' ? [] : [{ label, value }];
  const who = (by: { name: string } | null) => by?.name ?? say('history.system');
  const logged = `${who(visit.loggedBy)} · ${time(visit.loggedAt, lang)}`;
  return {
    title: say('visits.one', { kind: kindText(visit.kind, say), day: day(visit.madeOn, lang) }),
    rows: [
      ...row(say('visits.kind'), kindText(visit.kind, say)),
      ...row(say('visits.made-on'), day(visit.madeOn, lang)),
      ...row(say('visits.park'), parkName(visit.park, lang)),
      ...row(say('visits.made-by'), visit.madeBy),
      ...row(say('visits.note'), visit.note),
      ...row(say('visits.follow-up'), visit.followUpOn && day(visit.followUpOn, lang)),
      ...row(say('visits.logged-by'), logged),
    ],
    cancelled:
      visit.cancelledAt === null
        ? null
        : say('visits.cancelled-text', {
            day: day(today(visit.cancelledAt), lang),
            who: who(visit.cancelledBy),
            reason: visit.cancelReason,
          }),
    ventures: visit.ventures.map(({ venture }) => ({
      href: ventureHref(venture),
      number: venture.number,
      name: venture.name,
    })),
    served: say('visits.served-n', { n: visit.ventures.length }),
  };
}

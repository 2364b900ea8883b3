import { endOfMonth, type Month, monthOf, monthsBetween } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { month as monthText, number, time } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { venturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { parkIdOn } from '../people/whereabouts.js';
import { parkName } from '../ventures/residency-present.js';
import { gradeOf } from './grade.js';

const findOwn = (reads: Reads, viewer: Viewer) =>
  reads.venture.findMany({
    where: venturesInScope(viewer),
    include: {
      residencies: { include: { park: true }, orderBy: { beganOn: 'asc' } },
      returns: { where: { setAside: false } },
      returnProofs: { select: { month: true, kind: true, people: true } },
      rosters: { select: { month: true, people: true } },
      founderReports: { select: { month: true, headcount: true } },
    },
    orderBy: { number: 'asc' },
  });
type Own = Awaited<ReturnType<typeof findOwn>>[number];

/**
 * The returns of the viewer's own ventures up to a month, the newest first: every month at whose end the venture
 * was in a park, filed or missing.
 */
export async function ownReturns(
  reads: Reads,
  viewer: Viewer,
  last: Month,
  voice: { say: Say; lang: Lang },
) {
  const ventures = await findOwn(reads, viewer);
  return ventures.map((venture) => {
    const months = monthsDue(venture, last).map((month) => presentMonth(venture, month, voice));
    const filed = months.filter(({ isFiled }) => isFiled).length;
    return {
      name: `${venture.number} ${venture.name}`,
      href: `/ventures/${venture.number}`,
      months,
      summary: voice.say('returns.own.summary', { filed, missing: months.length - filed }),
    };
  });
}

function monthsDue(venture: Own, last: Month): Month[] {
  const first = venture.residencies[0];
  if (!first || monthOf(first.beganOn) > last) return [];
  return monthsBetween(monthOf(first.beganOn), last)
    .filter((month) => parkIdOn(venture, endOfMonth(month)) !== null)
    .reverse();
}

const gradeOfMonth = (
  { returnProofs, rosters }: Own,
  { month, headcount }: { month: Month; headcount: number },
) =>
  gradeOf({
    headcount,
    rosterPeople: rosters.find((roster) => roster.month === month)?.people ?? null,
    proofs: returnProofs.filter((proof) => proof.month === month),
  });

function presentMonth(venture: Own, month: Month, { say, lang }: { say: Say; lang: Lang }) {
  const filed = venture.returns.find((row) => row.month === month);
  const parkId = parkIdOn(venture, endOfMonth(month));
  const stay = venture.residencies.find((residency) => residency.parkId === parkId);
  const reported = venture.founderReports.find((report) => report.month === month);
  return {
    report: filed
      ? null
      : {
          href: `/ventures/${venture.number}/reports/${month}`,
          told: reported
            ? say('returns.report.reported', { people: number(reported.headcount, lang) })
            : null,
          label: say(reported ? 'returns.report.again' : 'returns.report.link'),
        },
    month: monthText(month, lang),
    park: stay ? parkName(stay.park, lang) : '',
    isFiled: filed !== undefined,
    headcount: filed ? number(filed.headcount, lang) : '—',
    evidence: filed ? say(`returns.evidence.${gradeOfMonth(venture, filed)}`) : '—',
    filedAt: filed ? time(filed.filedAt, lang) : '—',
    href: filed ? `/ventures/${venture.number}/returns/${month}` : null,
  };
}

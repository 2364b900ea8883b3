import { z } from 'zod';
import { type Clock, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { countyOf } from '../ledger/counties.js';
import { asOfFields, scopeField } from '../ledger/forms.js';
import { parksOn } from '../ledger/parks-on.js';
import { canReadTotals, findScope } from '../ledger/seen-scope.js';
import { thresholdsByDay } from '../parks/thresholds.js';
import type { Viewer } from '../people/viewer.js';
import { allow, found } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { readQuery } from '../web/read-query.js';
import { lastPeriod, periodBefore, periodField, periodOf, periodYearBefore } from './period.js';
import type { ReportKey } from './report.js';
import { ReportContext } from './report-context.js';
import { standardReports } from './standard-reports.js';

/** Who reads reports: the same who read totals. */
export const canReadReports = canReadTotals;

/**
 * What a request for a report asks, once it is known that the viewer may see it; the newest period that is over
 * where none is named. A region has the parks of the period's last day, also for what it is compared with.
 * @throws BadRequest for a period of another kind; Forbidden; NotFound outside the viewer's sight
 */
export async function askReport(
  { db, clock }: { db: Reads; clock: Clock },
  { key, viewer, query, voice }: { key: ReportKey; viewer: Viewer; query: Sent; voice: Voice },
): Promise<ReportContext> {
  allow(canReadReports(viewer));
  const now = today(clock.now());
  const { periods } = standardReports[key];
  const schema = z.object({
    scope: scopeField,
    period: periodField(now)
      .refine(
        (text) => periods.some((kind) => kind === periodOf(text, now)?.kind),
        'reports.period.none',
      )
      .default(lastPeriod(periods[0] ?? 'month', now)),
    position: asOfFields(now).position,
  });
  const asked = readQuery(schema, { query });
  const period = found(periodOf(asked.period, now));
  const scope = found(await findScope(db, viewer, asked.scope, period.asOf));
  const parks = (await parksOn(db, period.asOf)).filter(
    ({ id, openedOn }) => scope.parkIds.includes(id) && openedOn <= period.asOf,
  );
  const before = periodOf(periodBefore(period), now);
  const aYearBefore = periodYearBefore(period);
  return new ReportContext({
    reads: db,
    scope,
    period,
    before,
    yearBefore: aYearBefore === null ? null : periodOf(aYearBefore, now),
    position: asked.position,
    voice,
    parks: parks.map(({ region, ...park }) => ({ ...park, countyCode: countyOf(region) })),
    thresholdsOn: await thresholdsByDay(db),
  });
}

/** The address of a report, or of its file. */
export function reportAddress(
  key: ReportKey,
  { scope, period, position }: { scope: string; period: string; position?: number | undefined },
  format?: string,
): string {
  const query = new URLSearchParams({ period, scope });
  if (position !== undefined) query.set('position', String(position));
  const path = format === undefined ? `/reports/${key}` : `/reports/${key}.${format}`;
  return `${path}?${query.toString().replaceAll('%3A', ':')}`;
}

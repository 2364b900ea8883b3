import { z } from 'zod';
import { type Day, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Lang } from '../language/words.js';
import { asOfFields, scopeField } from '../ledger/forms.js';
import { crossed } from '../ledger/measures.js';
import { parksOn } from '../ledger/parks-on.js';
import { findScope, type SeenScope } from '../ledger/seen-scope.js';
import { countiesOn, successors } from '../parks/park-regions.js';
import { thresholdsOn } from '../parks/thresholds.js';
import { founderCategories } from '../people/categories.js';
import type { Viewer } from '../people/viewer.js';
import { industries, legalForms } from '../standards/register-codes.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { choice, day, optional } from '../web/fields.js';
import type { Sent } from '../web/form-body.js';
import { pageNumber } from '../web/page-number.js';
import { readQuery } from '../web/read-query.js';
import { canReadReports } from './ask-report.js';
import { countedMeasures, isOfPeriod, type Listable } from './counted.js';
import { structures } from './cross-query.js';
import type { Question } from './question.js';
import type { RecordsAddress } from './records-address.js';
import { windowsIn } from './region-windows.js';

const recordsForm = (now: Day) =>
  z
    .object({
      measure: choice(countedMeasures),
      scope: scopeField,
      within: optional(z.string().regex(/^(region|park):[\w-]{1,12}$/, 'web.field.wrong')),
      structure: choice(structures).default('now'),
      from: day,
      asOf: day.refine((asked) => asked <= now, 'calendar.in-future'),
      position: asOfFields(now).position,
      countiesOn: optional(day),
      form: optional(choice(legalForms)),
      industry: optional(choice(industries)),
      category: optional(choice(founderCategories)),
      page: pageNumber,
    })
    .refine(({ from, asOf }) => from <= asOf, {
      path: ['asOf'],
      error: 'reports.cross.wrong-order',
    });

export type AskedRecords = {
  scope: SeenScope;
  /** The park or region inside the scope, by its name. */
  within: Record<Lang, string> | null;
  question: Question & { measure: Listable };
  address: RecordsAddress;
  page: number;
};

/** Which records an address names. @throws BadRequest; Forbidden; NotFound outside the viewer's sight */
export async function askRecords(
  { db, clock }: Deps,
  viewer: Viewer,
  query: Sent,
): Promise<AskedRecords> {
  allow(canReadReports(viewer));
  const now = today(clock.now());
  const asked = readQuery(recordsForm(now), { query });
  const { measure, from, asOf, position, within, structure, page } = asked;
  const scope = found(await findScope(db, viewer, asked.scope, asked.countiesOn ?? asOf));
  const parkIds =
    within === null
      ? scope.parkIds
      : await parksWithin(db, scope, within, structure === 'then' ? asOf : null, now);
  const chosen = {
    ...(asked.form === null ? {} : { form: asked.form }),
    ...(asked.industry === null ? {} : { industry: asked.industry }),
    ...(asked.category === null ? {} : { category: asked.category }),
  };
  const windows =
    structure === 'then' && within?.startsWith('region:') && isFlow(measure)
      ? await windowsIn(db, scope.parkIds, within.slice('region:'.length), { from, asOf })
      : undefined;
  const stayMonths = (await thresholdsOn(db, asOf))['stay-months'];
  return {
    scope,
    within: within === null ? null : await nameOfPlace(db, within, asOf),
    page,
    question: { measure, parkIds, from, asOf, position, chosen, windows, stayMonths },
    address: {
      measure,
      scope: scope.text,
      from,
      asOf,
      position,
      countiesOn: asked.countiesOn ?? undefined,
      ...chosen,
      within: within ?? undefined,
      structure: structure === 'then' ? structure : undefined,
    },
  };
}

/** The name of a park on a day, with its number, or of a region. @throws NotFound for a code that is none */
async function nameOfPlace(reads: Reads, place: string, day: Day): Promise<Record<Lang, string>> {
  const [kind, code = ''] = place.split(':');
  if (kind === 'region') {
    const { nameZh, nameEn } = found(await reads.region.findUnique({ where: { code } }));
    return { zh: nameZh, en: nameEn };
  }
  const { nameZh, nameEn } = found(
    (await parksOn(reads, day)).find(({ number }) => number === code),
  );
  return { zh: `${code} ${nameZh}`, en: `${code} ${nameEn}` };
}

/** What a cross-table counts month by month, in the region of each month's end. */
const isFlow = (measure: Listable): boolean =>
  (crossed as readonly string[]).includes(measure) && isOfPeriod(measure);

/** The parks of a scope that count to a region or a park: on a day, or where that is null as they stand now. */
async function parksWithin(
  reads: Reads,
  scope: SeenScope,
  within: string,
  then: Day | null,
  now: Day,
): Promise<number[]> {
  const [kind, code = ''] = within.split(':');
  const after = then === null ? await successors(reads) : null;
  const successor = (id: number): number => after?.get(id) ?? id;
  if (kind === 'park') {
    const park = found(await reads.park.findUnique({ where: { number: code } }));
    const parkIds = scope.parkIds.filter((id) => successor(id) === park.id);
    return found(parkIds.length > 0 ? parkIds : null);
  }
  const counties = await countiesOn(reads, then ?? now);
  return scope.parkIds.filter((id) => counties.get(successor(id)) === code);
}

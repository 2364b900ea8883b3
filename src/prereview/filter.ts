import { z } from 'zod';
import type { Reads } from '../database/database.js';
import { type Sql, sql } from '../database/sql.js';
import { foundBy } from '../find/found-by.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { isIssued, type PolicyVersion } from '../policies/versions.js';
import { findableVentures } from '../ventures/findable.js';
import { parksToFilterBy } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import { filteredAddress } from '../web/addresses.js';
import {
  type ChosenField,
  chosenOf,
  nameOf,
  type Option,
  valuesOf,
} from '../web/chosen-filters.js';
import { choice, chosenCode, optional, searched } from '../web/fields.js';
import { arrangementFields, sortKeys } from '../web/list-columns.js';
import { pageNumber } from '../web/page-number.js';
import { refuseNoChoice } from '../web/read-query.js';
import { findingKinds } from './find.js';
import { dueFirst, type FindingOrder, findingColumns, worthFirst } from './finding-columns.js';
import type { Narrowing } from './narrowing.js';
import { dueGroups } from './still-holds.js';
import { isOfVentures } from './unclaimed.js';

/** What is asked of the findings stands in the address. */
export const PrereviewFilter = z.object({
  kind: optional(choice(findingKinds)).transform((kind) => kind ?? 'qualifies'),
  /** What ran out or ends soon, of all kinds together, in place of a kind. */
  due: optional(choice(dueGroups)),
  q: searched,
  park: chosenCode,
  /** Of what is assessed by a policy; what ends is of none. */
  policy: optional(z.string().regex(/^[a-z0-9-]{1,40}$/, 'web.field.choose')),
  ...arrangementFields(findingColumns, 'due'),
  /** What each kind is put in order by unless somebody chooses differs: see `orderOf`. */
  sort: optional(choice(sortKeys(findingColumns))),
  page: pageNumber,
});
export type PrereviewFilter = z.output<typeof PrereviewFilter>;

/** The address of the findings under a filter; a group stands in place of a kind. */
export const prereviewAddress = (filter: Partial<PrereviewFilter>, path = '/prereview'): string =>
  filteredAddress(path, Object.assign({}, filter, filter.due ? { kind: null, policy: null } : {}), {
    page: 1,
    kind: 'qualifies',
  });

type OrderAsked = Pick<PrereviewFilter, 'kind' | 'due' | 'sort' | 'order'>;

/** What findings are put in order by: of what somebody qualifies for the worth most first, of what ends the earliest. */
export function orderOf({ kind, due, sort, order }: OrderAsked): FindingOrder {
  if (sort !== null) return { sort, order };
  const { sort: usual } = due === null && isOfVentures(kind) ? worthFirst : dueFirst;
  return { sort: usual, order };
}

export type PrereviewChoices = { parks: Option[]; policies: Option[] };

/** What the findings can be narrowed by. @throws WrongQuery where they are narrowed by something else */
export async function prereviewChoices(
  reads: Reads,
  viewer: Viewer,
  { park, policy }: Pick<PrereviewFilter, 'park' | 'policy'>,
  { versions, voice }: { versions: PolicyVersion[]; voice: Voice },
): Promise<PrereviewChoices> {
  const { lang } = voice;
  const parks = (await parksToFilterBy(reads, viewer)).map((item) => ({
    value: item.number,
    label: `${item.number} ${parkName(item, lang)}`,
  }));
  // The newest version of each that was put in force says what the policy is called now; drafts are read by policy staff alone.
  const issued = versions.filter(isIssued).toSorted((a, b) => a.number - b.number);
  const names = new Map(issued.map(({ code, rules }) => [code, rules.name[lang]]));
  const policies = [...names].map(([value, label]) => ({ value, label }));
  refuseNoChoice('park', park, valuesOf(parks));
  refuseNoChoice('policy', policy, valuesOf(policies));
  return { parks, policies };
}

/** What a finding, as `f`, is narrowed by. */
export function narrowingOf(
  { q, park, policy }: Pick<PrereviewFilter, 'q' | 'park' | 'policy'>,
  viewer: Viewer,
): Narrowing {
  const isFound = foundBy(findableVentures, viewer, q);
  const asked: (Sql | null)[] = [
    park === null ? null : sql`f."parkId" = (SELECT "id" FROM "Park" WHERE "number" = ${park})`,
    policy === null
      ? null
      : sql`f."policyId" = (SELECT "id" FROM "Policy" WHERE "code" = ${policy})`,
    isFound && sql`f."ventureId" IN (SELECT v."id" FROM "Venture" v WHERE ${isFound})`,
  ];
  return asked.filter((item) => item !== null);
}

/** What the findings are narrowed by, in words, each with the list that it leads to without it. */
export function chosenInPrereview(
  filter: PrereviewFilter,
  { parks, policies }: PrereviewChoices,
  { say }: Voice,
) {
  const fields: ChosenField<PrereviewFilter>[] = [
    ['q', say('find.again'), filter.q || null],
    ['park', say('prereview.park'), nameOf(parks, filter.park)],
    ['policy', say('prereview.policy'), nameOf(policies, filter.policy)],
  ];
  const without = (name: keyof PrereviewFilter) =>
    prereviewAddress(Object.assign({}, filter, { [name]: null, page: 1 }));
  return chosenOf(fields, without, { say });
}

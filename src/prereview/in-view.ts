import { type Day, today } from '../calendar/days.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { allVersions } from '../policies/versions.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { readQuery } from '../web/read-query.js';
import { narrowingOf, orderOf, PrereviewFilter, prereviewChoices } from './filter.js';
import { canReadFindings } from './permissions.js';
import type { DueGroup } from './still-holds.js';

/**
 * What is asked of the findings, by whom and in which order, for the page and for its file.
 * @throws Forbidden, WrongQuery
 */
export async function findingsInView(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  viewer: Viewer,
  query: Sent,
  voice: Voice,
) {
  allow(canReadFindings(viewer));
  const filter = readQuery(PrereviewFilter, { query });
  const versions = await allVersions(db);
  const choices = await prereviewChoices(db, viewer, filter, { versions, voice });
  const { kind, due } = filter;
  const group: { due: DueGroup; on: Day } | null =
    due === null ? null : { due, on: today(clock.now()) };
  return {
    filter,
    versions,
    choices,
    group,
    narrowing: narrowingOf(filter, viewer),
    by: orderOf(filter),
    query: group ?? { kind },
  };
}

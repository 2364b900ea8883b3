import type { Response } from 'express';
import { type Day, today } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { venturesInScope } from '../../people/scope.js';
import { type Viewer, viewerOf } from '../../people/viewer.js';
import { type IssuedVersion, versionsInForce } from '../../policies/versions.js';
import { canWriteVenture } from '../../ventures/permissions.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { type Answers, answersOf } from '../answers.js';
import { type CaseFile, findCase, isCaseNumber } from '../find-case.js';
import { renewalOf } from '../renewal.js';

/** With what somebody can begin an application. */
export type Beginnings = {
  policies: IssuedVersion[];
  ventures: { id: number; number: string; name: string }[];
  /** For whom a manager fills it in; null for founders, who do so for themselves. */
  people: { id: number; number: string; name: string }[] | null;
  renewal: { application: CaseFile; from: Day; months: number; answers: Partial<Answers> } | null;
};

/**
 * A founder's own ventures, or the venture of the address for a manager of its park.
 * @throws Forbidden for everybody else; NotFound for a venture or a case out of sight
 */
export async function beginningsOf(
  { db, clock }: Deps,
  res: Response,
  query: { venture: unknown; renew: unknown },
): Promise<Beginnings> {
  const viewer = viewerOf(res);
  allow(viewer.role === 'founder' || viewer.role === 'park-manager');
  const on = today(clock.now());
  const policies = await versionsInForce(db, on);
  if (viewer.role === 'founder') {
    const ventures = await db.venture.findMany({
      where: venturesInScope(viewer),
      select: { id: true, number: true, name: true },
      orderBy: { id: 'asc' },
    });
    const renewal = await renewalFor(db, viewer, query.renew, on);
    return { policies, ventures, people: null, renewal };
  }
  const venture = await managersVenture(db, viewer, String(query.venture ?? ''));
  const people = venture.roles.map(({ person: { id, number, name } }) => ({ id, number, name }));
  const isNew = people.filter(({ id }, i) => people.findIndex((row) => row.id === id) === i);
  return { policies, ventures: [venture], people: isNew, renewal: null };
}

async function managersVenture(reads: Reads, viewer: Viewer, number: string) {
  const venture = found(
    await reads.venture.findFirst({
      where: { AND: [venturesInScope(viewer), { number }] },
      include: {
        residencies: true,
        roles: {
          where: { role: { not: 'employee' }, endedOn: null },
          include: { person: true },
          orderBy: { id: 'asc' },
        },
      },
    }),
  );
  allow(canWriteVenture(viewer, venture));
  return venture;
}

/** The case to go on with, where its waiver leaves months to have; null where none is named or none are left. */
async function renewalFor(reads: Reads, viewer: Viewer, number: unknown, on: Day) {
  if (!isCaseNumber(number)) return null;
  const application = found(await findCase(reads, viewer, number));
  if (!application.waiver) return null;
  const renewal = await renewalOf(reads, application.waiver, on);
  if (!renewal.can) return null;
  const { from, months } = renewal;
  const { premises, categories, graduatedOn, registeredOn, tradingSince } = answersOf(
    application.answers,
  );
  const said = { premises, categories, graduatedOn, registeredOn, tradingSince };
  return { application: application, from, months, answers: { ...said, from, months } };
}

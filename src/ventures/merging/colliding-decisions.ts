import type { DecidedOnBoth, DecidedWaiver, OpenCase } from './decided-on-both.js';
import type { MergeObstacle } from './rests-on-merge.js';

/**
 * What was decided for both records of one venture that cannot stand for one: waivers that cover the same days, as rent is
 * never waived twice, and two cases under way under one policy, of which a venture has one. Each is named, with where one of
 * the two is undone.
 */
export function collidingDecisions(
  { waivers, cases }: DecidedOnBoth,
  ownId: number,
): MergeObstacle[] {
  return [
    ...pairs(waivers, ownId)
      .filter(([own, other]) => overlap(own, other))
      .map(twiceWaived),
    ...pairs(cases, ownId)
      .filter(([own, other]) => own.policyId === other.policyId)
      .map(twiceAsked),
  ];
}

const pairs = <T extends { ventureId: number }>(rows: readonly T[], ownId: number): [T, T][] =>
  rows
    .filter(({ ventureId }) => ventureId === ownId)
    .flatMap((own) =>
      rows.filter(({ ventureId }) => ventureId !== ownId).map((other): [T, T] => [own, other]),
    );

const overlap = (a: DecidedWaiver, b: DecidedWaiver): boolean =>
  a.beganOn < b.until && b.beganOn < a.until;

const twiceWaived = ([own, other]: [DecidedWaiver, DecidedWaiver]): MergeObstacle => ({
  key: 'ventures.merge.waived-twice',
  values: { own: own.number, other: other.number },
  href: other.href,
});

/** One that a founder is still writing is not named: nobody else opens it. */
function twiceAsked([own, other]: [OpenCase, OpenCase]): MergeObstacle {
  const [shown] = [other, own].filter(({ isHidden }) => !isHidden);
  if (!shown) return { key: 'ventures.merge.drafts-twice', values: {}, href: null };
  if (own.isHidden || other.isHidden)
    return {
      key: 'ventures.merge.draft-twice',
      values: { number: shown.number },
      href: shown.href,
    };
  return {
    key: 'ventures.merge.asked-twice',
    values: { own: own.number, other: other.number },
    href: other.href,
  };
}
